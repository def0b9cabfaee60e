//! HTML as Yew's server renderer writes it, read back into a tree.
//!
//! Not here: HTML as people write it. The renderer closes what it opens and quotes every attribute; anything else is
//! a fault, and so is an entity that it does not write.

/// An element, or text between elements.
#[derive(Debug)]
pub enum Node {
    /// A tag with what is in it.
    Element(Element),
    /// Text, decoded.
    Text(String),
}

/// A tag with its attributes and what is in it.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub tag: String,
    attributes: Vec<(String, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    /// Reads a document; the root has no name.
    pub fn parse(html: &str) -> Element {
        let mut open = vec![Element { tag: String::new(), attributes: vec![], children: vec![] }];
        let mut rest = html;
        while !rest.is_empty() {
            let (text, tag, after) = next_tag(rest);
            rest = after;
            let top = open.last_mut().expect("the root stays open");
            if !text.is_empty() {
                top.children.push(Node::Text(decode(text)));
            }
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().expect("the root stays open");
                assert_eq!(closed.tag, name, "closed out of order");
                open.last_mut().expect("nothing closes the root").children.push(closed.into());
            } else if !tag.is_empty() {
                let element = read_tag(tag.trim_end_matches('/'));
                if VOID.contains(&element.tag.as_str()) {
                    top.children.push(element.into());
                } else {
                    open.push(element);
                }
            }
        }
        assert_eq!(open.len(), 1, "left open: {:?}", open.last());
        open.remove(0)
    }

    /// An attribute's value; empty where it stands without one.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// This element and all within, in the document's order.
    pub fn descendants(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for child in self.elements() {
            found.extend(child.descendants());
        }
        found
    }

    /// The same without what assistive technology passes over.
    pub fn shown(&self) -> Vec<&Element> {
        let shown = self.elements().filter(|child| !child.is_hidden());
        [self].into_iter().chain(shown.flat_map(Element::shown)).collect()
    }

    /// The elements directly within.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The text that is read out, with single blanks.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text to the letter.
    pub fn raw_text(&self) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Element(element) => element.raw_text(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }

    /// Whether assistive technology passes it over; a popover is closed to begin with.
    pub fn is_hidden(&self) -> bool {
        self.attribute("aria-hidden") == Some("true")
            || ["hidden", "popover"].iter().any(|name| self.attribute(name).is_some())
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) if element.is_hidden() => {}
                Node::Element(element) => {
                    let flows = INLINE.contains(&element.tag.as_str());
                    text.push_str(if flows { "" } else { " " });
                    element.gather(text);
                    text.push_str(if flows { "" } else { " " });
                }
                Node::Text(part) => text.push_str(part),
            }
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

const VOID: [&str; 3] = ["input", "br", "img"];
/// What stands within a line.
const INLINE: [&str; 4] = ["strong", "em", "a", "code"];

/// The text up to the next tag, that tag without its brackets, and the rest.
fn next_tag(html: &str) -> (&str, &str, &str) {
    let Some((text, from)) = html.split_once('<') else { return (html, "", "") };
    // Attribute values hold no bare `>`: the renderer need not escape it, so quotes are counted.
    let mut quoted = false;
    let end = from
        .char_indices()
        .find(|(_, character)| {
            quoted ^= *character == '"';
            *character == '>' && !quoted
        })
        .map(|(at, _)| at)
        .expect("a tag ends");
    (text, &from[..end], &from[end + 1..])
}

fn read_tag(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').expect("a value ends"),
            None => ("", after),
        };
        attributes.push((name.to_owned(), decode(value)));
        rest = after;
    }
    Element { tag: name.to_owned(), attributes, children: vec![] }
}

fn decode(text: &str) -> String {
    let decoded = ["&lt;<", "&gt;>", "&quot;\"", "&#x27;'", "&amp;&"].iter().fold(
        text.to_owned(),
        |text, pair| {
            let (entity, character) = pair.split_at(pair.len() - 1);
            text.replace(entity, character)
        },
    );
    assert!(!text.contains("&#") || text.contains("&#x27;"), "an entity nobody knows: {text}");
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_renderer_writes_is_read_back() {
        let root = Element::parse(
            r#"<p class="a b" title="&quot;x&quot; > y">a &lt;b&gt; &amp;lt; <strong>c</strong>d<br></p><input hidden type="text">"#,
        );
        let [p, input] = root.elements().collect::<Vec<_>>()[..] else { panic!("{root:?}") };
        assert_eq!(p.attribute("title"), Some(r#""x" > y"#));
        assert_eq!((p.text().as_str(), root.descendants().len()), ("a <b> &lt; cd", 5));
        assert_eq!((input.is_hidden(), input.attribute("type")), (true, Some("text")));
    }

    #[test]
    #[should_panic(expected = "closed out of order")]
    fn tags_that_cross_are_a_fault() {
        Element::parse("<p><b></p></b>");
    }
}
