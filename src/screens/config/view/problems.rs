//! What is wrong: why it matters, on which lines, and the buttons that put it right.

use super::{List, Msg, State, rows, section, show_more, text};
use crate::components::{actions, named_button, paragraph, quiet, small_print};
use crate::screens::config::state::{ProblemRow, Readiness, region};
use onramp_domain::lint::{Choice, Contents, Fix, ProblemKind};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, html};

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    let (problems, safe) = (&draft.problems, draft.safe_fixes());
    let is_empty = draft.is_empty() && draft.credentials.is_none();
    let is_first = draft.unreadable().is_some() && state.readiness() != Readiness::Undecided;
    let fix = if is_first { "button primary" } else { "button" };
    let shown = problems.iter().take(state.shown(List::Problems)).enumerate();
    let left = (!problems.is_empty()).then(|| text::problems_left(problems.len()));
    let fix_safe = html! {
        if safe > 0 {
            { named_button(fix, text::fix_safe_name(safe), text::fix_safe(safe), send, Msg::FixSafeClicked) }
        }
    };
    let content = html! {
        <>
            if is_empty {
                { quiet(text::PROBLEMS_EMPTY) }
            } else if problems.is_empty() {
                { quiet(text::NO_PROBLEMS) }
            } else {
                { text::after_fixes(draft).map(small_print) }
                { rows(shown.map(|(index, row)| problem(index, row, send)).collect()) }
            }
            { show_more(state, List::Problems, problems.len(), send) }
        </>
    };
    section("section", region::PROBLEMS, text::PROBLEMS, left, fix_safe, content)
}

fn problem(index: usize, row: &ProblemRow, send: &Callback<Msg>) -> Html {
    let (title, why) = text::problem(row.problem.kind());
    let severity = text::severity(row.severity());
    let quotes = row.quotes.iter().enumerate().map(|(at, quote)| {
        let text = AttrValue::Rc(Rc::clone(quote.text.expose()));
        html! {
            <>
                if at > 0 {
                    <br />
                }
                <span class="n">{ text::line_in(row.file, quote.number) }</span>{ text }
            </>
        }
    });
    html! {
        <li class="problem">
            <h3>
                { &title }
                if let Some((class, words)) = severity {
                    { " " }<span {class}>{ words }</span>
                }
            </h3>
            { paragraph(why) }
            if !row.quotes.is_empty() {
                <p class="quote">{ for quotes }</p>
            }
            { buttons(index, row, &title, send) }
        </li>
    }
}

/// One button for a fix that is certain; for a suggestion one for each choice.
fn buttons(index: usize, row: &ProblemRow, title: &str, send: &Callback<Msg>) -> Html {
    let choices = row.problem.fix().map(Fix::choices).unwrap_or_default();
    let choice = |(choice, label): (usize, &Choice)| {
        let msg = Msg::FixClicked { problem: index, choice };
        button(text::choice(label.label()), title, send, msg)
    };
    match choices {
        [] => no_fix(row.problem.kind(), title, send),
        [only] => choice((0, only)),
        [..] => actions(choices.iter().enumerate().map(choice).collect()),
    }
}

fn button(word: String, title: &str, send: &Callback<Msg>, msg: Msg) -> Html {
    named_button("button small", text::about(&word, title), word, send, msg)
}

/// Not a fix, but what one comes to do: keys that are gone can't be brought back, and a cache file is no config.
fn no_fix(kind: &ProblemKind, title: &str, send: &Callback<Msg>) -> Html {
    match kind {
        ProblemKind::AccessKeysInCredentials(profile) => {
            let (name, msg) =
                (text::remove_keys_of(profile), Msg::RemoveKeysClicked((&**profile).into()));
            named_button("button small", name, text::REMOVE_KEYS, send, msg)
        }
        ProblemKind::NotAConfig(Contents::Json) => {
            button(text::OPEN_IN_TOKEN.to_owned(), title, send, Msg::OpenInTokenClicked)
        }
        _ => Html::default(),
    }
}
