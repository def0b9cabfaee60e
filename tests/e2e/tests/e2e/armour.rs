//! What a script that got into the page would try, and a page that frames it: the browser refuses, however the page is
//! hosted.

use onramp_e2e::{Page, Way, hosted};

/// What is tried, by which script, and which directive of the policy refuses it.
const ATTEMPTS: [(&str, &str, &str); 11] = [
    (
        "an inline script",
        "const script = document.createElement('script');
         script.append('window.came_through = true');
         document.body.append(script)",
        "require-trusted-types-for",
    ),
    (
        "another host's script",
        "const script = document.createElement('script');
         script.setAttribute('src', 'http://127.0.0.2:1/');
         document.body.append(script)",
        "require-trusted-types-for",
    ),
    (
        "an inline handler",
        "document.body.setAttribute('onclick', 'window.came_through = true');
         document.body.click()",
        "require-trusted-types-for",
    ),
    ("eval", "window.came_through = eval('true')", "require-trusted-types-for"),
    ("document.write", "document.write('<p>')", "require-trusted-types-for"),
    ("markup from text", "document.body.innerHTML = '<p>'", "require-trusted-types-for"),
    (
        "an inline style",
        "const style = document.createElement('style');
         style.append('body { display: none }');
         document.body.append(style)",
        "style-src-elem",
    ),
    (
        "a foreign fetch",
        "await fetch('http://127.0.0.2:1/', { mode: 'no-cors' }); window.came_through = true",
        "connect-src",
    ),
    ("a foreign picture", "new Image().src = 'http://127.0.0.2:1/'", "img-src"),
    (
        "a form post",
        "const form = document.createElement('form');
         form.action = 'http://127.0.0.2:1/';
         form.method = 'post';
         document.body.append(form);
         form.submit()",
        "form-action",
    ),
    (
        "another base",
        "const base = document.createElement('base');
         base.href = 'http://127.0.0.2:1/';
         document.head.append(base)",
        "base-uri",
    ),
];

/// Runs an attempt as the page's own task, and tells what the browser said against it.
const TRY: &str = "
    return new Promise((finish) => {
        window.came_through = false;
        document.addEventListener('securitypolicyviolation', (event) => {
            // When all that the attempt broke has been said, so that the next one hears its own.
            setTimeout(() => finish([event.effectiveDirective, String(window.came_through)]));
        }, { once: true });
        setTimeout(async () => { ATTEMPT; });
    })";

async fn check(way: Way) {
    hosted(way, async |page| {
        for text in [
            "onramp.json",
            "Content Security Policy",
            "violates",
            "Trusted",
            "127.0.0.2",
            "Failed to fetch",
        ] {
            page.excuse(text);
        }
        for (name, attempt, directive) in ATTEMPTS {
            let said = page.strings(&TRY.replace("ATTEMPT", attempt)).await;
            assert_eq!(said, [directive, "false"], "{name}, {way:?}");
        }
        check_framing(page, way).await;
    })
    .await;
}

async fn check_framing(page: &Page, way: Way) {
    let part = match way {
        // Only a header can forbid it.
        Way::FilesOnly => "doesn't run inside another page",
        Way::Program | Way::Nginx | Way::Caddy => "refused",
    };
    let text = page.framed_elsewhere(part).await;
    assert!(!text.contains("Sign in"), "{way:?}: {text}");
}

#[tokio::test]
async fn the_program_has_the_browser_refuse_every_attempt() {
    check(Way::Program).await;
}

#[tokio::test]
async fn nginx_has_the_browser_refuse_every_attempt() {
    check(Way::Nginx).await;
}

#[tokio::test]
async fn caddy_has_the_browser_refuse_every_attempt() {
    check(Way::Caddy).await;
}

#[tokio::test]
async fn the_document_alone_has_the_browser_refuse_every_attempt() {
    check(Way::FilesOnly).await;
}
