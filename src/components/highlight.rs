//! Colours for what stands in a config file and on a command line. Nothing is added, left out or moved: what the
//! spans hold, one after the other, is the text.

use crate::file_text::FileText;
use std::mem::take;
use yew::{Html, Properties, component, html};

/// Above this a text is shown plain, so that a browser need not lay out as many elements.
const MOST_BYTES: usize = 100_000;

/// So many lines of a long text make a strip, which a browser lays out where it is seen.
const STRIP: usize = 500;

#[derive(PartialEq, Properties)]
pub(super) struct ConfigTextProps {
    pub(super) text: FileText,
}

/// A config file's text. Sections that follow each other without an empty line stand apart.
#[component]
pub(super) fn ConfigText(props: &ConfigTextProps) -> Html {
    let text = &**props.text.expose();
    if text.len() > MOST_BYTES {
        return strips(text);
    }
    let apart = !text.lines().any(|line| line.trim().is_empty());
    let mut sections = Vec::new();
    let mut section = Vec::new();
    for line in text.split_inclusive('\n') {
        if apart && line.starts_with('[') && !section.is_empty() {
            sections.push(take(&mut section));
        }
        section.push(config_line(line));
    }
    sections.push(section);
    let section = |lines: Vec<Html>| match apart {
        true => html! { <span class="sec">{ for lines }</span> },
        false => html! { <>{ for lines }</> },
    };
    html! { <>{ for sections.into_iter().map(section) }</> }
}

fn strips(text: &str) -> Html {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let strip = |lines: &[&str]| html! { <span class="strip">{ lines.concat() }</span> };
    html! { <>{ for lines.chunks(STRIP).map(strip) }</> }
}

fn config_line(line: &str) -> Html {
    let (words, end) = line.split_at(line.trim_end().len());
    if words.starts_with('[') {
        return html! { <><span class="code-head">{ words }</span>{ end }</> };
    }
    let Some((key, value)) = words.split_once('=').filter(|_| !words.starts_with(['#', ';']))
    else {
        return html! { line };
    };
    let (key, before) = key.split_at(key.trim_end().len());
    let (after, value) = value.split_at(value.len() - value.trim_start().len());
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let class = if is_number { "code-number" } else { "code-value" };
    html! {
        <><span class="code-key">{ key }</span>{ before }{ "=" }{ after }<span {class}>{ value }</span>{ end }</>
    }
}

/// A command line: the program, its options, what follows them.
pub(super) fn command(text: &str) -> Html {
    html! { <>{ for text.split_inclusive('\n').map(command_line) }</> }
}

fn command_line(line: &str) -> Html {
    let mut words = Vec::new();
    let mut after_flag = false;
    for (place, word) in line.split_inclusive(' ').enumerate() {
        let (word, blank) = word.split_at(word.trim_end().len());
        let is_flag = word.starts_with("--");
        let class = match (place, is_flag, after_flag) {
            (0, ..) => Some("cmd"),
            (_, true, _) => Some("flag"),
            (_, false, true) => Some("arg"),
            (_, false, false) => None,
        };
        after_flag = is_flag;
        words.push(match class {
            Some(class) => html! { <><span {class}>{ word }</span>{ blank }</> },
            None => html! { <>{ word }{ blank }</> },
        });
    }
    html! { <>{ for words }</> }
}
