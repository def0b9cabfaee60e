//! A rolling update: the document is an older version's, whose other files are gone.

use crate::steps::SOLO;
use onramp_e2e::{Role, assert_shows, built_page, with_files};
use std::fs;

#[tokio::test]
async fn a_page_of_an_older_version_offers_the_new_one_and_keeps_what_was_typed() {
    for ending in ["_bg.wasm", ".js"] {
        let folder = tempfile::tempdir().unwrap();
        let mut gone = Vec::new();
        for file in fs::read_dir(built_page()).unwrap().map(|file| file.unwrap()) {
            let name = file.file_name().into_string().unwrap();
            let copy = folder.path().join(&name);
            match name.starts_with("onramp-page-") && name.ends_with(ending) {
                true => gone.push((file.path(), copy)),
                false if name.ends_with(".br") => {}
                false => drop(fs::copy(file.path(), copy).unwrap()),
            }
        }
        assert_eq!(gone.len(), 1, "{gone:?}");
        with_files(folder.path(), async |page| {
            page.excuse("Failed to load resource");
            page.excuse("is found, but is not used");
            page.wait_for_text(Role::Alert, "A new version is out").await;
            page.fill(Role::Textbox, "Start URL", SOLO).await;
            page.choose("SSO region", "us-east-1").await;
            page.fill(Role::Textbox, "Session name", "acme").await;
            for (from, to) in &gone {
                fs::copy(from, to).unwrap();
            }
            page.press(Role::Button, "Reload").await;
            page.wait_for_text(Role::Form, "This link filled in the form").await;
            assert_shows!(page.value_of(Role::Textbox, "Start URL").await, SOLO);
            assert_shows!(page.value_of(Role::Combobox, "SSO region").await, "us-east-1");
            assert_shows!(page.value_of(Role::Textbox, "Session name").await, "acme");
        })
        .await;
    }
}
