//! A change, line by line.

use onramp_domain::config::{DiffKind, LineNumber};
use yew::{Html, html};

/// Rows of a diff, to be scrolled in.
pub fn diff(name: &'static str, rows: Vec<Html>) -> Html {
    html! {
        <div class="diff" tabindex="0" role="group" aria-label={name}><div>{ for rows }</div></div>
    }
}

/// A line that stays, goes or comes. Its ending is shown where it has a sign.
pub fn diff_line(
    kind: DiffKind,
    number: Option<LineNumber>,
    line: &str,
    ending: &'static str,
) -> Html {
    let parts = |sign: &'static str| {
        html! {
            <>
                <span class="n">{ number.map(|number| number.to_string()) }</span>
                <span class="sign">{ sign }</span>
                <span>{ line.to_owned() }</span>
                if !ending.is_empty() {
                    <span class="sign">{ ending }</span>
                }
            </>
        }
    };
    match kind {
        DiffKind::Kept => html! { <span>{ parts(" ") }</span> },
        DiffKind::Removed => html! { <del>{ parts("−") }</del> },
        DiffKind::Added => html! { <ins>{ parts("+") }</ins> },
    }
}
