//! The roles by which elements are found.

/// The roles that the page's interface speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something that needs action.
    Alert,
    /// One file's answer.
    Article,
    /// Something to press.
    Button,
    /// Something to tick.
    Checkbox,
    /// A choice from a list.
    Combobox,
    /// A window above the page.
    Dialog,
    /// What unfolds a part of the page: a `<summary>`.
    Disclosure,
    /// The same of several of which one is open.
    GroupedDisclosure,
    /// A named set of fields that are sent together.
    Form,
    /// A named group of fields.
    Group,
    /// A heading of any level.
    Heading,
    /// Something to follow.
    Link,
    /// The page's main part.
    Main,
    /// The page's ways.
    Navigation,
    /// One of several choices.
    Radio,
    /// A named part of the page.
    Region,
    /// A field to search with.
    Searchbox,
    /// What goes on.
    Status,
    /// A field to write in.
    Textbox,
}

impl Role {
    /// Its name in WAI-ARIA.
    pub fn name(self) -> &'static str {
        match self {
            Role::Alert => "alert",
            Role::Article => "article",
            Role::Button => "button",
            Role::Checkbox => "checkbox",
            Role::Combobox => "combobox",
            Role::Dialog => "dialog",
            Role::Disclosure => "DisclosureTriangle",
            Role::GroupedDisclosure => "DisclosureTriangleGrouped",
            Role::Form => "form",
            Role::Group => "group",
            Role::Heading => "heading",
            Role::Link => "link",
            Role::Main => "main",
            Role::Navigation => "navigation",
            Role::Radio => "radio",
            Role::Region => "region",
            Role::Searchbox => "searchbox",
            Role::Status => "status",
            Role::Textbox => "textbox",
        }
    }

    /// What may have it, as a CSS selector.
    pub(crate) fn candidates(self) -> &'static str {
        match self {
            Role::Alert => "[role=alert]",
            Role::Article => "article",
            Role::Button => "button",
            Role::Checkbox => "input[type=checkbox]",
            Role::Combobox => "select, [role=combobox], input[list]",
            Role::Dialog => "dialog",
            Role::Disclosure | Role::GroupedDisclosure => "summary",
            Role::Form => "form",
            Role::Group => "[role=group], fieldset, details",
            Role::Heading => "h1, h2, h3, h4",
            Role::Link => "a[href]",
            Role::Main => "main",
            Role::Navigation => "nav",
            Role::Radio => "input[type=radio]",
            Role::Region => "section, [role=region]",
            Role::Searchbox => "input[type=search]",
            Role::Status => "[role=status], output",
            Role::Textbox => "textarea, input",
        }
    }
}
