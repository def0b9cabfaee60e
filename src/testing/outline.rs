//! What assistive technology makes of a document: roles, names, states and text, a line each.
//!
//! Not here: looks. Classes and wrappers leave no trace, so a change of layout changes no outline. A control without a
//! name, an id that stands twice and a reference to no id are faults wherever they are.

use super::html::{Element, Node};
use super::roles::{self, CONTROLS, NAMED_BY_CONTENT, state};
use std::collections::HashMap;
use std::fmt::Write as _;

/// Something that a person can press, choose or type in.
pub struct Control {
    pub role: String,
    /// By which assistive technology knows it.
    pub name: String,
    pub id: String,
    /// Where a link leads.
    pub href: String,
    /// What stands in a text field.
    pub value: String,
}

/// A document by its roles.
pub struct Outline {
    root: Element,
    /// The texts of elements that can be pointed at.
    texts: HashMap<String, String>,
    /// The texts of labels, by what they are for.
    labels: HashMap<String, String>,
}

impl Outline {
    /// Takes a document in, and checks what holds for every document.
    pub fn of(html: &str) -> Outline {
        let root = Element::parse(html);
        let mut texts = HashMap::new();
        let mut labels = HashMap::new();
        for element in root.descendants() {
            if let Some(id) = element.attribute("id") {
                let earlier = texts.insert(id.to_owned(), element.text());
                assert!(earlier.is_none(), "two elements have the id {id}");
            }
            if let Some(id) = element.attribute("for") {
                labels.insert(id.to_owned(), element.text());
            }
        }
        let outline = Outline { root, texts, labels };
        outline.check_references();
        outline
    }

    /// Everything.
    pub fn whole(&self) -> String {
        self.lines_of(&self.root)
    }

    /// The elements with this role, one after the other.
    pub fn all(&self, role: &str) -> String {
        let found = self.root.descendants();
        found
            .iter()
            .filter(|element| self.role(element) == Some(role))
            .map(|element| self.lines_of(element))
            .collect()
    }

    /// The headings alone, indented by their level.
    pub fn headings(&self) -> String {
        let mut lines = String::new();
        for element in self.root.shown() {
            let level = ["h1", "h2", "h3"].iter().position(|tag| *tag == element.tag);
            if let Some(depth) = level {
                line(&element.text(), depth, &mut lines);
            }
        }
        lines
    }

    /// What stands before the first element with this role.
    pub fn before(&self, role: &str) -> String {
        let whole = self.whole();
        let lines = whole.lines().take_while(|line| !is_role(line, role));
        lines.map(|line| line.to_owned() + "\n").collect()
    }

    /// What stands after the last line of the last element with this role.
    pub fn after(&self, role: &str) -> String {
        let whole = self.whole();
        let lines: Vec<&str> = whole.lines().collect();
        let depth = |line: &str| line.len() - line.trim_start().len();
        let Some(at) = lines.iter().rposition(|line| is_role(line, role)) else { return whole };
        let rest = lines[at + 1..].iter().skip_while(|line| depth(line) > depth(lines[at]));
        rest.map(|line| (*line).to_owned() + "\n").collect()
    }

    /// The region with this name.
    pub fn region(&self, name: &str) -> String {
        let all = self.root.descendants();
        let found = all.iter().find(|element| {
            self.role(element) == Some("region") && self.name(element).as_deref() == Some(name)
        });
        self.lines_of(found.unwrap_or_else(|| panic!("no region {name:?}")))
    }

    /// What is in the element with this id, such as a popover, as if it were open.
    pub fn within(&self, id: &str) -> String {
        let all = self.root.descendants();
        let found = all.iter().find(|element| element.attribute("id") == Some(id));
        let mut lines = String::new();
        self.children(found.unwrap_or_else(|| panic!("no id {id:?}")), 0, &mut lines);
        lines
    }

    /// The text of the first element with this tag, to the letter.
    pub fn raw(&self, tag: &str) -> String {
        let all = self.root.descendants();
        let found = all.iter().find(|element| element.tag == tag);
        found.unwrap_or_else(|| panic!("no {tag}")).raw_text()
    }

    /// The texts of all elements with this tag, to the letter.
    pub fn raws(&self, tag: &str) -> Vec<String> {
        let all = self.root.descendants().into_iter();
        all.filter(|element| element.tag == tag).map(Element::raw_text).collect()
    }

    /// What is said on the buttons.
    pub fn button_words(&self) -> Vec<String> {
        let all = self.root.descendants().into_iter();
        all.filter(|element| element.tag == "button").map(Element::text).collect()
    }

    /// Whether the focus can go to the element with this id.
    pub fn takes_focus(&self, id: &str) -> bool {
        let all = self.root.descendants();
        all.iter().any(|it| {
            let is_control = ["a", "button", "input", "select", "textarea"].contains(&&*it.tag);
            it.attribute("id") == Some(id)
                && it.attribute("disabled").is_none()
                && (is_control || it.attribute("tabindex").is_some())
        })
    }

    /// Everything that a person can use, also in a menu that is closed.
    pub fn controls(&self) -> Vec<Control> {
        let mut controls = Vec::new();
        self.add_controls(&self.root, "", &mut controls);
        controls
    }

    fn add_controls(&self, element: &Element, label: &str, controls: &mut Vec<Control>) {
        let is_off = |name: &str| element.attribute(name).is_some();
        if is_off("inert") || is_off("hidden") || is_off("disabled") {
            return;
        }
        let own_label = (element.tag == "label").then(|| element.text());
        let label = own_label.as_deref().unwrap_or(label);
        if ["a", "button", "input", "select", "textarea"].contains(&&*element.tag) {
            let name = match (self.name(element), label) {
                (Some(name), _) => name,
                (None, "") => element.text(),
                (None, label) => label.to_owned(),
            };
            let attribute = |name| element.attribute(name).unwrap_or_default().to_owned();
            let is_area = element.tag == "textarea";
            controls.push(Control {
                role: self.role(element).unwrap_or_default().to_owned(),
                name,
                id: attribute("id"),
                href: attribute("href"),
                value: if is_area { element.raw_text() } else { attribute("value") },
            });
        }
        for child in element.elements() {
            self.add_controls(child, label, controls);
        }
    }

    fn lines_of(&self, element: &Element) -> String {
        let mut lines = String::new();
        self.element(element, 0, &mut lines);
        lines
    }

    fn check_references(&self) {
        for element in self.root.descendants() {
            for reference in
                ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"]
            {
                for id in element.attribute(reference).unwrap_or_default().split_whitespace() {
                    assert!(self.texts.contains_key(id), "{reference}={id:?} points nowhere");
                }
            }
        }
    }

    fn children(&self, element: &Element, depth: usize, lines: &mut String) {
        for child in &element.children {
            match child {
                Node::Element(child) => self.element(child, depth, lines),
                Node::Text(text) => line(text, depth, lines),
            }
        }
    }

    fn element(&self, element: &Element, depth: usize, lines: &mut String) {
        if element.is_hidden() || ["svg", "br"].contains(&element.tag.as_str()) {
            return;
        }
        match self.role(element) {
            Some(role) if NAMED_BY_CONTENT.contains(&role) || CONTROLS.contains(&role) => {
                let name = self.name(element).unwrap_or_else(|| element.text());
                assert!(!name.is_empty(), "a {role} without a name: {element:?}");
                line(&format!("{role} {name:?}{}", state(element)), depth, lines);
            }
            Some("code") => {
                line("code", depth, lines);
                for text in element.raw_text().lines() {
                    line(&format!("| {text}"), depth + 1, lines);
                }
            }
            Some(role) => {
                let name = self.name(element).map(|name| format!(" {name:?}")).unwrap_or_default();
                let head = format!("{role}{name}{}", state(element));
                let mut within = String::new();
                self.children(element, depth + 1, &mut within);
                match within.lines().collect::<Vec<_>>()[..] {
                    [] => {}
                    // A line by itself stands behind its role.
                    [only] if name.is_empty() => {
                        line(&format!("{head}: {}", only.trim()), depth, lines);
                    }
                    _ => {
                        line(&head, depth, lines);
                        lines.push_str(&within);
                    }
                }
            }
            // The name of a control is said there.
            None if element.tag == "label" && element.attribute("for").is_some() => {}
            None if self.is_plain(element) => line(&element.text(), depth, lines),
            // A control's own words name it.
            None if element.tag == "label" => element
                .elements()
                .filter(|child| self.role(child).is_some())
                .for_each(|child| self.labelled(child, &element.text(), depth, lines)),
            None => self.children(element, depth, lines),
        }
    }

    /// A control inside its label.
    fn labelled(&self, control: &Element, label: &str, depth: usize, lines: &mut String) {
        let role = self.role(control).unwrap_or_default();
        let name = self.name(control).unwrap_or_else(|| label.to_owned());
        assert!(!name.is_empty(), "a {role} without a name: {control:?}");
        line(&format!("{role} {name:?}{}", state(control)), depth, lines);
    }

    /// Whether there is nothing in it but text.
    fn is_plain(&self, element: &Element) -> bool {
        element.elements().all(|child| {
            child.is_hidden()
                || child.tag == "br"
                || (["span", "strong", "b", "code", "mark"].contains(&child.tag.as_str())
                    && self.role(child).is_none()
                    && self.is_plain(child))
        })
    }

    fn role<'e>(&self, element: &'e Element) -> Option<&'e str> {
        roles::role(element, self.name(element).as_deref())
    }

    fn name(&self, element: &Element) -> Option<String> {
        let by_reference = element.attribute("aria-labelledby").map(|ids| {
            let texts = ids.split_whitespace().filter_map(|id| self.texts.get(id));
            texts.map(String::as_str).collect::<Vec<_>>().join(" ")
        });
        by_reference
            .or_else(|| element.attribute("aria-label").map(str::to_owned))
            .or_else(|| self.labels.get(element.attribute("id")?).cloned())
    }
}

fn is_role(line: &str, role: &str) -> bool {
    line.trim_start()
        .strip_prefix(role)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn line(text: &str, depth: usize, lines: &mut String) {
    let text = text.trim();
    if !text.is_empty() {
        let _ = writeln!(lines, "{}{text}", "  ".repeat(depth));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(html: &str, expect: Expect) {
        expect.assert_eq(&Outline::of(html).whole());
    }

    #[test]
    fn controls_are_named_by_labels_and_words() {
        check(
            r#"<label for="a">URL</label><input type="text" id="a" value="x" aria-invalid="true"><label><input type="checkbox" checked>All</label><button aria-label="Copy">…</button>"#,
            expect![[r#"
                textbox "URL" = "x" (invalid)
                checkbox "All" (checked)
                button "Copy"
            "#]],
        );
    }

    #[test]
    fn wrappers_and_what_is_hidden_leave_no_trace() {
        check(
            r#"<div><div><p>One <strong>two</strong></p><svg></svg><span aria-hidden="true">no</span></div><section><p>three</p></section><p role="alert">four</p></div>"#,
            expect![[r#"
                One two
                three
                alert: four
            "#]],
        );
    }

    #[test]
    #[should_panic(expected = "without a name")]
    fn a_control_without_a_name_is_a_fault() {
        check(r#"<input type="text" id="a">"#, expect![""]);
    }

    #[test]
    #[should_panic(expected = "points nowhere")]
    fn a_reference_to_no_element_is_a_fault() {
        check(r#"<p aria-describedby="b">a</p>"#, expect![""]);
    }

    #[test]
    #[should_panic(expected = "two elements have the id a")]
    fn an_id_that_stands_twice_is_a_fault() {
        check(r#"<p id="a"></p><p id="a"></p>"#, expect![""]);
    }
}
