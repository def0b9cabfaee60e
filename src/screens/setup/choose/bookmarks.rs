//! The chosen roles as a file of bookmarks, in the format that every browser imports: each opens the console.
//!
//! Source: the Netscape bookmark file format, as Firefox and Chromium write it.

use super::text;
use crate::file_text::FileText;
use crate::screens::setup::state::State;
use std::fmt::Write as _;

/// Whether there is something to make them of.
pub fn can_be_made(state: &State) -> bool {
    let first = state.use_it.entries.first();
    state.start_url().zip(first).is_some_and(|(start_url, first)| {
        start_url.console_url(first.account_id, &first.role_name).is_some()
    })
}

/// The file, with a folder for the portal; `None` where nothing is chosen or the portal can't be opened.
pub fn bookmarks(state: &State) -> Option<FileText> {
    let start_url = state.start_url()?;
    let mut links = String::new();
    for entry in state.use_it.entries.iter() {
        let url = start_url.console_url(entry.account_id, &entry.role_name)?;
        let account = state.listing.account(entry.account_id)?;
        let role = text::role_in_account(entry.role_name.as_str(), account);
        let (url, role) = (escape(&url), escape(&role));
        let _ = writeln!(links, "        <DT><A HREF=\"{url}\">{role}</A>");
    }
    let folder = escape(&text::bookmark_folder(start_url.host()));
    (!links.is_empty()).then(|| FileText::new(format!(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n\
         <TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n    <DT><H3>{folder}</H3>\n    <DL><p>\n{links}    </DL><p>\n</DL><p>\n"
    )))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
