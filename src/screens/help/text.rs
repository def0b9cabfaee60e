//! What help says.

/// A question and its answer, a paragraph each, or an address.
pub(super) struct Question {
    pub(super) title: &'static str,
    pub(super) answer: &'static [&'static str],
}

pub(super) const TITLE: &str = "What this page does";
pub(super) const LEAD: &str = "From your company's AWS start URL to a working AWS CLI profile.";
/// What stands for the address of AWS's guide.
pub(super) const INSTALL_GUIDE: &str = "How to install it, at AWS";
pub(super) const ALL: &str = "All of this on one page";

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        title: "What is a start URL?",
        answer: &[
            "The address of your company's AWS access portal, like https://acme.awsapps.com/start. You find it in your welcome mail, or in the address bar when you open the AWS tile.",
        ],
    },
    Question {
        title: "Which region do I need?",
        answer: &[
            "The SSO region is the one where your company set up its sign-in. It is the same for everybody in the company, and this page usually finds it for you.",
            "The default region is where your own commands work. The two may be the same, and often are not.",
        ],
    },
    Question {
        title: "What happens when I sign in?",
        answer: &[
            "This page asks AWS for a code and shows it to you. You open AWS yourself, check that it shows the same code, and choose Allow access. From then on this tab may list your accounts and roles.",
            "Never approve a code that somebody sent you: whoever made the code gets the access.",
        ],
    },
    Question {
        title: "What can this page see?",
        answer: &[
            "The names of your accounts and roles, while this tab is open. It never sees your password, and it stores nothing.",
        ],
    },
    Question {
        title: "What goes into my config?",
        answer: &[
            "A profile for every role you chose, and one sso-session that they share. They name accounts and roles, nothing secret: no keys, no tokens. These are the lines that “aws configure sso” would write, byte for byte.",
        ],
    },
    Question {
        title: "What do I do every day?",
        answer: &[
            "“aws sso login --profile NAME” signs the CLI in. It has its own sign-in, so you approve once more, unless you ticked “Sign the CLI in too”. One login serves all profiles of the same session.",
            "After 8 to 12 hours, or as your company has set it, the session ends: log in again. “Check a token” shows how long you have.",
        ],
    },
    Question {
        title: "How do I remove a profile?",
        answer: &[
            "Delete its section [profile NAME] from ~/.aws/config, and [NAME] from ~/.aws/credentials if it is there. “Tidy my config” does both in one step, and shows every line before you save anything.",
        ],
    },
    Question {
        title: "Why not long-lived keys?",
        answer: &[
            "Access keys that never end are what gets stolen. A session ends by itself, can be ended by your company at once, and each command gets credentials that last for hours, not years.",
        ],
    },
    Question {
        title: "I don't have the AWS CLI",
        answer: &[
            "You need version 2: “aws --version” tells. Install it, then open a new terminal.",
            "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
        ],
    },
    Question {
        title: "Can my company have its own start page?",
        answer: &[
            "Yes: with its name, its colours, its portal filled in, and rules for profiles. “For platform engineers”, at the bottom of every screen, makes the file for it.",
        ],
    },
    Question {
        title: "My list is empty",
        answer: &[
            "You signed in, but no permission set is assigned to you yet. Ask whoever looks after AWS in your company.",
        ],
    },
];
