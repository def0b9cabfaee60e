//! With the page inside, builds the program again whenever the built page changes.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_EMBED_PAGE").is_some() {
        println!("cargo::rerun-if-changed=../../dist");
    }
}
