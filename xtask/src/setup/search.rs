//! Where a program lies that the search path leads to.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The first of these that is a file: a path as it stands, a bare name anywhere on the search path.
pub(super) fn first(places: &[PathBuf]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    places.iter().find_map(|place| find(place, &path))
}

/// What the variable names, or else the first of the places that is there.
pub(super) fn named_or_first(variable: &str, places: &[PathBuf]) -> Option<PathBuf> {
    env::var_os(variable).map_or_else(|| first(places), |named| first(&[named.into()]))
}

fn find(place: &Path, path: &OsStr) -> Option<PathBuf> {
    let is_bare = place.components().count() == 1 && !place.is_absolute();
    let folders = env::split_paths(path).filter(|_| is_bare);
    let file = |folder: PathBuf| {
        let file = folder.join(place);
        if cfg!(windows) { file.with_extension("exe") } else { file }
    };
    let mut all = folders.map(file).chain([place.to_owned()].into_iter().filter(|_| !is_bare));
    all.find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_is_searched_for_and_a_path_is_not() {
        let program = env::current_exe().unwrap();
        let (folder, name) = (program.parent().unwrap(), program.file_name().unwrap());
        let path = env::join_paths([Path::new("/nowhere"), folder]).unwrap();
        assert_eq!(find(Path::new(name), &path), Some(program.clone()));
        assert_eq!(find(&program, OsStr::new("")), Some(program.clone()));
        assert_eq!(find(Path::new(name), OsStr::new("/nowhere")), None);
        assert_eq!(find(&Path::new("nowhere").join(name), &path), None);
    }
}
