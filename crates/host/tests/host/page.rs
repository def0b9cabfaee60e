//! The page's files on their way to a browser.

use crate::support::{Setup, from_page, get, send, show};
use axum::Router;
use axum::body::{Body, Bytes};
use expect_test::{Expect, expect};
use onramp_host::page::source;
use std::fs;
use std::os::unix::fs::symlink;

const HEADERS: [&str; 6] =
    ["content-type", "content-encoding", "cache-control", "etag", "vary", "content-length"];

fn site() -> Router {
    let files = [
        ("index.html", "<!doctype html>"),
        ("onramp-0123456789abcdef01234567_bg.wasm", "wasm"),
        ("onramp-0123456789abcdef01234567_bg.wasm.br", "wasm in brotli"),
        ("onramp-0123456789abcdef01234567_bg.wasm.gz", "wasm in gzip"),
        ("icons/192.png", "png"),
        ("alone.gz", "an archive"),
        ("boot.js", "script"),
        ("boot.js.gz", "script in gzip"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), Bytes::from_static(text.as_bytes())));
    Setup { files: files.to_vec(), ..Setup::unconnected() }.router()
}

async fn check(path: &str, headers: &[(&str, &str)], expect: Expect) {
    let builder = from_page("GET", path);
    let builder =
        headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
    let response = send(&site(), builder.body(Body::empty()).unwrap()).await;
    expect.assert_eq(&show(response, &HEADERS).await);
}

#[tokio::test]
async fn the_page_itself_is_asked_for_each_time() {
    check(
        "/",
        &[("accept-encoding", "br")],
        expect![[r#"
        200 OK
        content-type: text/html; charset=utf-8
        cache-control: no-cache
        etag: "02df1d43ea4ba59a4d4c32e8362a253e125cc742"
        vary: accept-encoding
        content-length: 15

        <!doctype html>"#]],
    )
    .await;
}

#[tokio::test]
async fn a_hashed_file_is_kept_for_good_and_comes_compressed() {
    let wasm = "/onramp-0123456789abcdef01234567_bg.wasm";
    check(
        wasm,
        &[("accept-encoding", "gzip, deflate, br")],
        expect![[r#"
        200 OK
        content-type: application/wasm
        content-encoding: br
        cache-control: public, max-age=31536000, immutable
        etag: "15db4ad9a1ad9803b6b6d9e53b34b84996ff6da2.br"
        vary: accept-encoding
        content-length: 14

        wasm in brotli"#]],
    )
    .await;
    check(
        wasm,
        &[("accept-encoding", "gzip")],
        expect![[r#"
        200 OK
        content-type: application/wasm
        content-encoding: gzip
        cache-control: public, max-age=31536000, immutable
        etag: "15db4ad9a1ad9803b6b6d9e53b34b84996ff6da2.gz"
        vary: accept-encoding
        content-length: 12

        wasm in gzip"#]],
    )
    .await;
    check(
        wasm,
        &[],
        expect![[r#"
        200 OK
        content-type: application/wasm
        cache-control: public, max-age=31536000, immutable
        etag: "15db4ad9a1ad9803b6b6d9e53b34b84996ff6da2"
        vary: accept-encoding
        content-length: 4

        wasm"#]],
    )
    .await;
}

#[tokio::test]
async fn a_copy_that_is_still_right_is_not_sent_again() {
    let response = send(&site(), get("/icons/192.png")).await;
    let etag = response.headers()["etag"].to_str().unwrap().to_owned();
    check(
        "/icons/192.png",
        &[("if-none-match", &format!("\"old\", W/{etag}"))],
        expect![[r#"
        304 Not Modified
        cache-control: no-cache
        etag: "9040a7d6cdf7a0d6cab1823831c6ceb7d01af97f"
        vary: accept-encoding
        content-length: 0"#]],
    )
    .await;
    let other = [("if-none-match", "\"old\"")];
    check(
        "/icons/192.png",
        &other,
        expect![[r#"
        200 OK
        content-type: image/png
        cache-control: no-cache
        etag: "9040a7d6cdf7a0d6cab1823831c6ceb7d01af97f"
        vary: accept-encoding
        content-length: 3

        png"#]],
    )
    .await;
}

#[tokio::test]
async fn an_encoding_that_is_not_there_is_not_chosen() {
    check(
        "/boot.js",
        &[("accept-encoding", "br, gzip")],
        expect![[r#"
            200 OK
            content-type: text/javascript; charset=utf-8
            content-encoding: gzip
            cache-control: no-cache
            etag: "cb5346a081dcf654061b7f897ea14d9b43140712.gz"
            vary: accept-encoding
            content-length: 14

            script in gzip"#]],
    )
    .await;
}

#[tokio::test]
async fn what_is_not_a_file_of_the_page_is_not_found() {
    for path in [
        "/nothing",
        "/icons",
        "/icons/",
        "/icons/../index.html",
        "/%69ndex.html",
        "//index.html",
        "/onramp-0123456789abcdef01234567_bg.wasm.br",
    ] {
        let response = send(&site(), get(path)).await;
        assert_eq!(show(response, &[]).await, "404 Not Found\n\nnothing is here\n", "{path}");
    }
    assert_eq!(send(&site(), get("/alone.gz")).await.status(), 200);
}

#[tokio::test]
async fn files_are_only_read() {
    let request = from_page("POST", "/").body(Body::empty()).unwrap();
    let response = send(&site(), request).await;
    expect![[r#"
        405 Method Not Allowed
        allow: GET, HEAD

        only GET and HEAD
    "#]]
    .assert_eq(&show(response, &["allow"]).await);
    let head = from_page("HEAD", "/").body(Body::empty()).unwrap();
    assert_eq!(send(&site(), head).await.status(), 200);
}

#[tokio::test]
async fn a_folder_is_served_with_its_folders() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("icons")).unwrap();
    fs::write(folder.path().join("index.html"), "page").unwrap();
    fs::write(folder.path().join("icons/a.svg"), "<svg/>").unwrap();
    // As an editor leaves one while a file is open, and one round which there is no end.
    symlink("somebody@machine.4711", folder.path().join(".#index.html")).unwrap();
    symlink("..", folder.path().join("icons/up")).unwrap();
    symlink("icons", folder.path().join("pictures")).unwrap();
    let files = source::folder(folder.path()).unwrap();
    let mut paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["icons/a.svg", "index.html", "pictures/a.svg"]);
    let router = Setup { files, ..Setup::unconnected() }.router();
    assert_eq!(show(send(&router, get("/")).await, &[]).await, "200 OK\n\npage");
    let icon = send(&router, get("/icons/a.svg")).await;
    expect![[r#"
        200 OK
        content-type: image/svg+xml

        <svg/>"#]]
    .assert_eq(&show(icon, &["content-type"]).await);
    assert!(source::folder(&folder.path().join("none")).is_err());
}
