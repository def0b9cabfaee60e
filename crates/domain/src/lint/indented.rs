//! Settings that are indented right below their header. The CLI reads them as they look; the SDK for Java refuses the
//! whole file: "Expected a profile or property definition". At their lines' starts nothing changes for the CLI.
//!
//! Source: aws-sdk-java-v2's `ProfileFileReader`; aws/aws-toolkit-jetbrains 3279.

use super::parse_errors::is_followed_by_indented;
use super::{Fix, ProblemKind, Problems};
use crate::config::{Document, LineEdits, LineKind, LineNumber, Section, depth, is_blank};

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    let is_indented = |section: &Section<'_>| {
        let first = section.properties().next();
        first.is_some_and(|first| depth(first.line().text()) > 0)
    };
    let sections: Vec<Section<'_>> = document.sections().filter(is_indented).collect();
    if sections.is_empty() {
        return;
    }
    let mut edits = LineEdits::default();
    let lines = sections.iter().filter_map(|it| Some(it.properties().next()?.line().number()));
    let lines: Vec<LineNumber> = lines.collect();
    for property in sections.iter().flat_map(|section| section.properties()) {
        let line = property.line();
        edits.replace(line.index(), &[line.text().trim_start_matches(is_blank)]);
    }
    // Nothing may become a part of the value above it.
    let is_free = |section: &Section<'_>| {
        let mut lines = section.lines().map(|index| document.line(index).kind());
        lines.all(|kind| kind != LineKind::NotASetting)
            && !is_followed_by_indented(document, section.end_of_properties())
    };
    let fix = sections.iter().all(is_free).then(|| Fix::safe(edits));
    problems.push(ProblemKind::IndentedSettings, &lines, fix);
}
