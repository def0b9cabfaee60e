//! Config files of every shape, made from choices: any bytes give a text, and nearby bytes give a nearby text.
//!
//! Not here: where the choices come from. Shared by the property tests and the comparison with botocore.

/// A text: lines of the kinds that config files have, in every mixture, with what breaks them.
pub(crate) fn text_of(choices: &[u8]) -> String {
    let mut choices = Choices { rest: choices.iter(), headers: 0, keys: 0 };
    let mut text = String::new();
    text.push_str(
        choices.of(&["", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "\u{feff}"]),
    );
    let ending = choices.of(&["\n", "\n", "\n", "\r\n", "\r"]);
    let (taste, is_unended) = (choices.next(), choices.next().is_multiple_of(4));
    if !taste.is_multiple_of(8) {
        choices.header(&mut text, false);
        text.push_str(ending);
    }
    while let Some(kind) = choices.rest.next() {
        choices.line(&mut text, *kind, taste);
        let odd = ["\n", "\r\n", "\r", "\n\n", ""];
        text.push_str(if choices.next() < 250 { ending } else { choices.of(&odd) });
    }
    if is_unended { text.trim_end_matches(['\r', '\n']).to_owned() } else { text }
}

/// Names that the headers of [`text_of`] use, and that entries are best made with.
pub(crate) const NAMES: &[&str] =
    &["dev", "my dev", "default", "o'brien", "a", "DEFAULT", "dev-2", "corp"];

struct Choices<'c> {
    rest: std::slice::Iter<'c, u8>,
    headers: usize,
    keys: usize,
}

impl Choices<'_> {
    /// The next choice; 0 where there is none left.
    fn next(&mut self) -> u8 {
        self.rest.next().copied().unwrap_or_default()
    }

    fn of(&mut self, texts: &[&'static str]) -> &'static str {
        texts[usize::from(self.next()) % texts.len()]
    }

    fn line(&mut self, text: &mut String, kind: u8, taste: u8) {
        // Files of one taste are mostly right, so that many are read and not only refused.
        let wild = taste.is_multiple_of(8);
        match kind % 32 {
            0..=7 => self.header(text, wild),
            8..=19 => self.setting(text, wild),
            20..=22 => {
                text.push_str(self.of(&["  ", "\t", " ", "    ", "\u{a0}", "\u{3000} "]));
                self.setting(text, wild);
            }
            23..=24 => text.push_str(self.of(&["", "", " ", "\t", "\u{c}", "\u{1c}", "\u{2028}"])),
            25..=27 => {
                text.push_str(self.of(&[
                    "# note",
                    "; a = b",
                    "  # deep",
                    "#",
                    "\u{a0}; x",
                    "#[profile dev]",
                ]));
            }
            28 if wild => text.push_str(
                self.of(&["stray", "= x", ": y", "[", "[]", "[]]", "]", "{", "\u{feff}"]),
            ),
            29 if wild => {
                text.push_str(self.of(&["  ", "\t", "    "]));
                self.header(text, wild);
            }
            30 => {
                text.push_str(self.of(&["s3", "api_versions", "ec2", "sqs"]));
                text.push_str(self.of(&[" =", "=", ": ", " = \t"]));
            }
            31 if wild => {
                for _ in 0..self.next() % 12 {
                    text.push_str(self.of(SOUP));
                }
            }
            _ => text.push_str(self.of(&[
                "  a = b",
                "  addressing_style = path",
                "\tx=y=z",
                "  more",
                "    = v",
                " k:v=w\u{b}l = m",
            ])),
        }
    }

    fn header(&mut self, text: &mut String, wild: bool) {
        if wild {
            text.push_str(self.of(HEADERS));
        } else {
            // One after the other, so that most files have none twice.
            self.headers += 1 + usize::from(self.next() == 0);
            text.push_str(TAME_HEADERS[self.headers % TAME_HEADERS.len()]);
        }
    }

    fn setting(&mut self, text: &mut String, wild: bool) {
        if wild {
            text.push_str(self.of(KEYS));
        } else {
            self.keys += 1 + usize::from(self.next() % 8);
            text.push_str(KEYS[self.keys % TAME_KEYS]);
        }
        let delimiters = [" = ", "=", " =", "= ", ": ", " : ", "\t=\t", "  =  ", "\u{a0}=\u{a0}"];
        text.push_str(self.of(&delimiters));
        text.push_str(self.of(VALUES));
    }
}

const TAME_HEADERS: &[&str] = &[
    "[profile dev]",
    "[profile 'my dev'] # quoted",
    "[default]",
    "[sso-session corp]",
    "[profile b]",
    "[sso-session lab]",
    "[services x]",
    "[profile \"a\"]",
    "[dev]",
    "[profile default]",
    "[profile 'dev']",
    "[sso-session \"corp\"]",
    "[profile corp]",
    "[DEFAULT]",
    "[profile c]",
];

const HEADERS: &[&str] = &[
    "[profile dev]",
    "[profile \"dev\"]",
    "[profile 'dev']",
    "[profile  dev]",
    "[profile\tdev]",
    "[ profile dev ]",
    "[profile dev ]",
    "[profile my dev]",
    "[profile 'my dev']",
    "[profile my\\ dev]",
    "[profile o'brien]",
    "[profile \"o'brien\"]",
    "[profile default]",
    "[default]",
    "[DEFAULT]",
    "[Default]",
    "[dev]",
    "[profiles a]",
    "[profile]",
    "[profile a b]",
    "[profile ''] # c",
    "[sso-session corp]",
    "[sso-session 'corp']",
    "[sso-session]",
    "[sso-session my dev]",
    "[services x]",
    "[plugins]",
    "[profile a]] x]",
    "[profile dev] ; note",
    "[profile dev = x",
    "[profile\u{a0}dev]",
    "[profile \"a\\\"b\\c\"]",
    "[profile dev\\]",
    "[profile prä]",
];

/// How many of the keys are of the plain kind and distinct in lower case.
const TAME_KEYS: usize = 14;

const KEYS: &[&str] = &[
    "region",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "output",
    "credential_process",
    "role_arn",
    "source_profile",
    "sso_registration_scopes",
    "aws_access_key_id",
    "a b",
    "ÄÖ",
    "Region",
    "REGION",
    "\u{212a}ey",
    "İ",
    "ΑΣ",
    "[x",
    "key\u{a0}",
];

const VALUES: &[&str] = &[
    "eu-west-1",
    "corp",
    "x",
    "",
    "us-east-1 # home",
    "a = b",
    "111122223333",
    "100%",
    "%(x)s",
    "https://d-1234567890.awsapps.com/start/#/",
    "\"quoted\"",
    "a \\",
    "trailing  ",
    "Ä\u{2028}ß",
    "\u{1f}",
    "x\u{b}y",
];

const SOUP: &[&str] = &[
    "[",
    "]",
    "=",
    ":",
    "#",
    ";",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "'",
    "\"",
    "\\",
    "profile",
    "dev",
    "sso-session",
    "a",
    "\u{feff}",
    "\u{85}",
    "\u{a0}",
    "\u{1c}",
    "\u{2029}",
    "İ",
    "ß",
    "\0",
    "𝔘",
    "DEFAULT",
    "default",
    "x = y",
];
