//! "Tidy my config" with a long file: the same as with a short one, and what it takes with 2,500 and 25,000 profiles.
//!
//! `cargo test -p onramp-e2e --test e2e -- --ignored --nocapture profiles_take` prints the figures.

use crate::steps;
use onramp_e2e::{Page, Role, assert_shows, with_demo};

const BOX: &str = "Your config";

/// So many profiles of one session, with one line that the CLI refuses.
fn config(profiles: usize) -> String {
    let profile = |number: usize| {
        format!(
            "[profile acme-{number:05}]\nsso_session = acme\nsso_account_id = {}\nsso_role_name = AdministratorAccess\n\
             region = eu-west-1\noutput = json\n# kept by hand, as all comments are\n\n",
            100_000_000_000 + number
        )
    };
    let session = "[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n\nnonsense\n";
    std::iter::once(session.to_owned()).chain((0..profiles).map(profile)).collect()
}

#[tokio::test]
async fn a_long_config_is_mended_typed_in_and_copied_to_the_byte() {
    with_demo(&[], async |page| {
        open(page).await;
        let config = config(2_000);
        page.paste_into(BOX, &config).await;
        page.press(Role::Button, "Fix: A line without “=”").await;
        page.wait_for_text(Role::Status, "Fixed. 0 problems.").await;
        let mended = config.replace("\nnonsense\n", "\n# nonsense\n");
        assert_shows!(page.exact_text_in("New config").await, mended);

        page.fill(Role::Searchbox, "Filter profiles", "acme-01999").await;
        page.press(Role::Button, "Remove acme-01999").await;
        page.wait_for_text(Role::Status, "Removed acme-01999. 0 problems.").await;
        let (kept, _) = mended.split_once("[profile acme-01999]\n").unwrap();
        assert_shows!(page.exact_text_in("New config").await, kept);
        page.press(Role::Button, "Undo").await;
        page.wait_for_text(Role::Status, "Fixed. 0 problems.").await;
        assert_shows!(page.exact_text_in("New config").await, mended);

        // What is typed counts when the person pauses, as one more change.
        page.append(Role::Textbox, BOX, "# more\n").await;
        page.wait_for_text(Role::Region, "# more").await;
        let typed = page.exact_text_in("New config").await;
        assert_eq!(typed, format!("{mended}# more\n"));
        assert_eq!(page.copy("Copy new config").await, typed);
    })
    .await;
}

#[tokio::test]
#[ignore = "prints figures, proves nothing"]
async fn thousands_of_profiles_take() {
    with_demo(&["--accounts", "500", "--roles", "2"], async |page| {
        // A script's press of "Copy" is no person's.
        page.excuse("ClipboardReadWrite");
        open(page).await;
        page.script(HELP).await;
        for profiles in [2_500, 25_000] {
            let config = config(profiles);
            let text = serde_json::to_string(&config).unwrap();
            page.script(&format!("window.config = {text}")).await;
            println!("{profiles} profiles, {} bytes", config.len());
            for (what, act, done) in STEPS {
                println!("{what:<24} {}", page.stall(act, done).await);
            }
            if profiles == 2_500 {
                let act = "box().focus(); box().setSelectionRange(0, 0); key(box(), '#')";
                println!("{:<24} {}", "key in the config", page.stall(act, "text()[0] === '#'").await);
            }
        }
        page.press(Role::Link, "Set up").await;
        steps::sign_in_and_allow(page, steps::BIG).await;
        page.wait_for_text(Role::Main, "500 accounts, 1,000 roles").await;
        page.press(Role::Checkbox, "Select all shown").await;
        page.press(Role::Button, "Continue").await;
        page.find(Role::Link, "Merge into my config").await;
        let act = "[...document.querySelectorAll('a')].find((a) => a.textContent === 'Merge into my config').click()";
        let done = "location.hash === '#/config' && !!document.querySelector('#config')";
        println!("{:<24} {}", "merge 1,000", page.stall(act, done).await);
        page.wait_for_text(Role::Status, "Merged 1,000 profiles").await;
    })
    .await;
}

const HELP: &str = "
    window.button = (name) => [...document.querySelectorAll('button')]
        .find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name);
    window.text = () => document.querySelector('section[aria-label=\"New config\"] pre')?.textContent ?? '';
    window.key = (field, key) => {
        field.focus();
        document.execCommand('insertText', false, key);
    };
    window.filter = () => document.querySelector('input[type=search]');
    window.box = () => document.querySelector('#config');
";

/// What is done, by which script, and when it is there. The longer text can't be typed into.
const STEPS: [(&str, &str, &str); 9] = [
    (
        "paste",
        "const clipboardData = new DataTransfer();
         clipboardData.setData('text/plain', config);
         box().focus();
         box().select();
         box().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))",
        "text() === config && !!document.querySelector('.problem')",
    ),
    ("fix", "button('Fix: A line without “=”').click()", "text().includes('# nonsense')"),
    ("remove one", "button('Remove acme-00003').click()", "!button('Remove acme-00003')"),
    ("remove another", "button('Remove acme-00005').click()", "!button('Remove acme-00005')"),
    ("undo", "button('Undo').click()", "!!button('Remove acme-00005')"),
    ("redo", "button('Redo').click()", "!button('Remove acme-00005')"),
    ("key in the filter", "key(filter(), '2')", "true"),
    ("next key in the filter", "key(filter(), '4')", "true"),
    ("copy", "button('Copy new config').click()", "true"),
];

async fn open(page: &Page) {
    page.press(Role::Link, "Tidy my config").await;
    page.find(Role::Region, "Problems").await;
}

/// "Choose" with as many roles as a large company has.
#[tokio::test]
#[ignore = "prints figures, proves nothing"]
async fn twenty_five_thousand_roles_take() {
    with_demo(&["--accounts", "250", "--roles", "100"], async |page| {
        steps::sign_in_and_allow(page, steps::BIG).await;
        page.wait_for_text(Role::Main, "250 accounts, 25,000 roles").await;
        page.script(HELP).await;
        for (what, act, done) in ROLE_STEPS {
            println!("{what:<24} {}", page.stall(act, done).await);
        }
    })
    .await;
}

const ROLE_STEPS: [(&str, &str, &str); 9] = [
    ("key in the filter", "key(filter(), 'a')", "true"),
    ("next key", "key(filter(), 'd')", "true"),
    ("filter emptied", "filter().select(); document.execCommand('delete')", "true"),
    (
        "select all",
        "document.querySelector('.list-bar input').click()",
        "document.querySelector('#selection-title').textContent === '25,000 profiles'",
    ),
    ("role left", "document.querySelector('.role input').click()", "true"),
    (
        "settings opened",
        "document.querySelector('.picked .link').click()",
        "!!document.querySelector('#own-name')",
    ),
    ("key in a name", "key(document.querySelector('#own-name'), 'x')", "true"),
    ("next key in a name", "key(document.querySelector('#own-name'), 'y')", "true"),
    ("clear", "button('Clear').click()", "!button('Clear')"),
];
