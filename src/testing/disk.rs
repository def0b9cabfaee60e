//! The folder `~/.aws` in memory.

use crate::effect::{FolderAnswer, FolderError, FolderRequest};
use crate::file_text::ReadFile;
use std::collections::BTreeMap;

/// A folder in memory, whose faults are made to order.
#[derive(Default)]
pub struct Disk {
    /// What it is called, where that isn't `.aws`.
    pub name: Option<&'static str>,
    pub files: BTreeMap<String, String>,
    /// The requests that fail, by how they begin, with the fault.
    pub faults: Vec<(&'static str, FolderError)>,
    /// What is written under this name comes out cut.
    pub cuts: Option<&'static str>,
    pub log: Vec<String>,
}

impl Disk {
    pub fn of(files: &[(&str, &str)]) -> Disk {
        let files = files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
        Disk { files, ..Disk::default() }
    }

    /// Does what is asked of the folder.
    pub fn does(&mut self, request: FolderRequest) -> Result<FolderAnswer, FolderError> {
        let said = match &request {
            FolderRequest::Allow => "allow".to_owned(),
            FolderRequest::Describe => "describe".to_owned(),
            FolderRequest::Read(name) => format!("read {name}"),
            FolderRequest::Create(name, _) => format!("create {name}"),
            FolderRequest::Replace(name, _) => format!("replace {name}"),
            FolderRequest::Remove(name) => format!("remove {name}"),
        };
        self.log.push(said.clone());
        if let Some((_, fault)) = self.faults.iter().find(|(begin, _)| said.starts_with(begin)) {
            return Err(*fault);
        }
        match request {
            FolderRequest::Allow => Ok(FolderAnswer::Allowed),
            FolderRequest::Describe => Ok(FolderAnswer::Described {
                name: self.name.unwrap_or(".aws").into(),
                has_sso: self.files.keys().any(|path| path.starts_with("sso/")),
            }),
            FolderRequest::Read(name) => Ok(FolderAnswer::Read(
                self.files
                    .get(&*name)
                    .map(|text| ReadFile::of_bytes(name.to_string(), text.clone().into_bytes())),
            )),
            FolderRequest::Create(name, _) if self.files.contains_key(&*name) => {
                Err(FolderError::Taken)
            }
            FolderRequest::Remove(name) => {
                self.files.remove(&*name);
                Ok(FolderAnswer::Written)
            }
            FolderRequest::Create(name, text) | FolderRequest::Replace(name, text) => {
                let keep = if self.cuts == Some(&*name) { 1 } else { usize::MAX };
                let text = text.expose().chars().take(keep).collect();
                self.files.insert(name.to_string(), text);
                Ok(FolderAnswer::Written)
            }
        }
    }
}
