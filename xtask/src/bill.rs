//! What the page and the program are made of: the packages as an SBOM (CycloneDX), and their licences' texts. Both lie
//! in `dist/` for whoever passes Onramp on; the page loads neither.

use crate::command::{ask, cargo};
use crate::error::{TaskError, at};
use crate::project;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const SBOM: &str = "sbom.cdx.json";
const LICENCES: &str = "third-party-licenses.txt";

/// Writes both.
pub(crate) fn write() -> Result<(), TaskError> {
    let packages = packages()?;
    let lock = project::root().join("Cargo.lock");
    let lock = fs::read_to_string(&lock).map_err(at(&lock))?;
    let sbom = sbom(&packages, &checksums(&lock));
    for (name, text) in [(SBOM, format!("{sbom:#}\n")), (LICENCES, licences(&packages))] {
        let path = project::dist().join(name);
        fs::write(&path, text).map_err(at(&path))?;
    }
    Ok(())
}

/// A package, as `cargo metadata` tells of it.
#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    /// An SPDX expression.
    license: Option<String>,
    manifest_path: PathBuf,
}

/// Everybody else's packages that are compiled into either, by name.
fn packages() -> Result<Vec<Package>, TaskError> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    let mut used = BTreeSet::new();
    let page = ["--package", "onramp", "--target", "wasm32-unknown-unknown"];
    for product in [page, ["--package", "onramp-host", "--features", "embed-page"]] {
        let form = ["--prefix", "none", "--edges", "normal", "--format", "{p}"];
        let tree = ask(cargo().arg("tree").args(product).args(form))?;
        used.extend(tree.lines().filter_map(name_and_version));
    }
    let metadata = ["metadata", "--format-version", "1"];
    let metadata = ask(cargo().args(metadata))?;
    let metadata: Metadata = serde_json::from_str(&metadata).map_err(TaskError::Json)?;
    let mut packages = metadata.packages;
    packages.retain(|package| used.contains(&(package.name.clone(), package.version.clone())));
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}

/// Of `serde v1.0.229` or `wasm-bindgen-macro v0.2.130 (proc-macro)`; of none that lies in this clone.
fn name_and_version(line: &str) -> Option<(String, String)> {
    let mut words = line.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let is_ours = words.any(|word| word.starts_with("(/") || word.contains(":\\"));
    (!is_ours).then(|| (name.to_owned(), version.to_owned()))
}

/// The SHA-256 sums of `Cargo.lock`, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    lock.split("[[package]]")
        .filter_map(|block| {
            let name = quoted(block, "name")?;
            Some(((name, quoted(block, "version")?), quoted(block, "checksum")?))
        })
        .collect()
}

fn quoted<'a>(block: &'a str, key: &str) -> Option<&'a str> {
    let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
    line.strip_suffix('"')
}

/// Without a time or a random number, so that the same sources give the same bytes.
fn sbom(packages: &[Package], checksums: &BTreeMap<(&str, &str), &str>) -> Value {
    let component = |package: &Package| {
        let Package { name, version, license, .. } = package;
        let purl = format!("pkg:cargo/{name}@{version}");
        let mut component = json!({
            "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        });
        if let Some(license) = license {
            // An older form of "or", which SPDX does not know.
            let expression = license.replace('/', " OR ");
            component["licenses"] = json!([{ "expression": expression }]);
        }
        if let Some(sum) = checksums.get(&(name.as_str(), version.as_str())) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
        }
        component
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "onramp", "name": "onramp", "version": env!("CARGO_PKG_VERSION"),
        } },
        "components": packages.iter().map(component).collect::<Vec<_>>(),
    })
}

/// Each text once, below those whose it is.
fn licences(packages: &[Package]) -> String {
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
        let texts = texts(folder);
        let license = package.license.as_deref().unwrap_or("its own licence");
        let owner = format!("{} {} ({license})", package.name, package.version);
        if texts.is_empty() {
            let text = "These packages bring no text of their licence.\n".to_owned();
            owners.entry(text).or_default().push(owner.clone());
        }
        for text in texts {
            owners.entry(text).or_default().push(owner.clone());
        }
    }
    let mut sections: Vec<_> = owners.into_iter().map(|(text, owners)| (owners, text)).collect();
    sections.sort();
    let rule = "-".repeat(80);
    let section = |(owners, text): (Vec<String>, String)| {
        format!("{}\n\n{text}\n{rule}\n", owners.join("\n"))
    };
    sections.into_iter().map(section).collect()
}

/// The texts of a package's licences and notices.
fn texts(folder: &Path) -> Vec<String> {
    let is_licence = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        path.is_file()
            && ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|word| name.starts_with(word))
    };
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<PathBuf> = files.filter(is_licence).collect();
    files.sort();
    let texts = files.iter().filter_map(|file| fs::read_to_string(file).ok());
    texts.map(|text| text.replace("\r\n", "\n").trim().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_a_package_unless_it_is_ours() {
        let package = |name: &str, version: &str| Some((name.to_owned(), version.to_owned()));
        assert_eq!(name_and_version("serde v1.0.229"), package("serde", "1.0.229"));
        assert_eq!(name_and_version("a-macro v0.2.1 (proc-macro)"), package("a-macro", "0.2.1"));
        assert_eq!(name_and_version("onramp v0.1.0 (/clone)"), None);
        assert_eq!(name_and_version(r"onramp v0.1.0 (C:\me\onramp)"), None);
    }

    #[test]
    fn a_component_has_its_licence_and_its_sum() {
        let lock = "[[package]]\nname = \"sha1\"\nversion = \"0.11.0\"\nsource = \"x\"\nchecksum = \"ab12\"\n";
        let license = Some("MIT/Apache-2.0".to_owned());
        let (name, version) = ("sha1".to_owned(), "0.11.0".to_owned());
        let package = Package { name, version, license, manifest_path: PathBuf::new() };
        let sbom = sbom(&[package], &checksums(lock));
        assert_eq!(
            sbom["components"][0],
            json!({
                "type": "library", "bom-ref": "pkg:cargo/sha1@0.11.0", "name": "sha1", "version": "0.11.0",
                "purl": "pkg:cargo/sha1@0.11.0", "licenses": [{ "expression": "MIT OR Apache-2.0" }],
                "hashes": [{ "alg": "SHA-256", "content": "ab12" }],
            })
        );
    }

    /// As it is written into `dist/`.
    #[test]
    fn both_products_packages_are_known_and_have_a_licence() {
        let packages = packages().unwrap();
        for name in ["yew", "axum", "chrono"] {
            assert!(packages.iter().any(|package| package.name == name), "{name}");
        }
        let without: Vec<_> = packages.iter().filter(|package| package.license.is_none()).collect();
        assert!(without.is_empty(), "{without:?}");
        assert!(!packages.iter().any(|package| package.name.starts_with("onramp")));
        assert!(licences(&packages).contains("Permission is hereby granted"));
    }
}
