//! A command that sets a variable of the environment, `export AWS_PROFILE=dev`: as a setting nobody reads it.

use super::parse_errors::is_followed_by_indented;
use super::{Fix, ProblemKind, Problems, fix, properties};
use crate::config::Document;

/// How such a line begins, in any case. Others are read as settings, or meant as one.
const BEGINNINGS: [&str; 8] = [
    "export aws_",
    "set aws_",
    "setx aws_",
    "$env:aws_",
    "aws_profile",
    "aws_default_profile",
    "aws_region",
    "aws_default_region",
];

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    for property in properties(document) {
        let text = property.line().text().trim_start();
        let begins = |with: &&str| {
            text.get(..with.len()).is_some_and(|front| front.eq_ignore_ascii_case(with))
        };
        if BEGINNINGS.iter().any(begins) {
            let lines = property.lines();
            let is_free = lines.len() == 1 && !is_followed_by_indented(document, lines.end);
            let fix = is_free.then(|| Fix::safe(fix::comments(document, lines)));
            problems.push(ProblemKind::TerminalLine, &[property.line().number()], fix);
        }
    }
}
