//! What the log says, and above all what it does not.

use crate::support::{Setup, Stub, from_page, get, mirror_at, post, send};
use axum::body::Body;
use expect_test::expect;
use std::io;
use std::sync::{Arc, Mutex};

/// Where our words end and the HTTP client's and the system's begin.
const REACHED: &str = "AWS could not be reached: ";

/// A log in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Keeps what this thread logs, at every level, while the guard lives.
    fn start(&self) -> tracing::subscriber::DefaultGuard {
        let log = self.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_writer(move || log.clone())
            .with_ansi(false)
            .with_target(false)
            .without_time()
            .with_max_level(tracing::Level::TRACE)
            .finish();
        tracing::subscriber::set_default(subscriber)
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// The lines at `INFO` and above, with durations and ids made the same, and without others' words for why they failed.
    fn lines(&self) -> String {
        let text = self.text();
        let lines = text.lines().map(str::trim).filter(|line| {
            line.starts_with("INFO") || line.starts_with("WARN") || line.starts_with("ERROR")
        });
        let same = |word: &str| match (word.strip_suffix("ms"), word.strip_prefix("id=")) {
            (Some(digits), _) if digits.parse::<u64>().is_ok() => "Nms".to_owned(),
            (_, Some(id)) if id.len() == 36 => "id=ID".to_owned(),
            _ => word.to_owned(),
        };
        let ours = |line: &'_ str| {
            let end = line.find(REACHED).map_or(line.len(), |start| start + REACHED.len());
            line[..end].to_owned()
        };
        let line = |line: &str| ours(line).split(' ').map(same).collect::<Vec<_>>().join(" ");
        lines.map(line).collect::<Vec<_>>().join("\n")
    }
}

#[tokio::test]
async fn a_request_is_one_line() {
    let log = Log::default();
    let router = Setup::on_loopback(Stub::quiet().start().await).router();
    let guard = log.start();
    send(&router, post("/aws/eu-west-1/oidc/token", "{}")).await;
    send(&router, get("/aws-dualstack/cn-north-1/portal/assignment/roles?account_id=1")).await;
    send(&router, get("/aws/eu-west-1/oidc/token")).await;
    send(&router, get("/aws/eu-west-1/oidc/nothing")).await;
    send(&router, get("/")).await;
    send(&router, get("/onramp.json")).await;
    send(&router, get("/healthz")).await;
    send(&router, get("/readyz")).await;
    send(&router, from_page("BREW", "/coffee").body(Body::empty()).unwrap()).await;
    drop(guard);
    expect![[r#"
        INFO POST CreateToken eu-west-1 200 Nms id=ID client=-
        INFO GET ListAccountRoles cn-north-1 200 Nms id=ID client=-
        INFO GET CreateToken eu-west-1 405 Nms id=ID client=- reason=wrong_method
        INFO GET relay - 404 Nms id=ID client=- reason=unknown_path
        INFO GET page - 200 Nms id=ID client=-
        INFO GET config - 200 Nms id=ID client=-
        INFO OTHER page - 405 Nms id=ID client=-"#]]
    .assert_eq(&log.lines());
}

#[tokio::test]
async fn a_client_that_hangs_up_leaves_a_line_too() {
    let log = Log::default();
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let router = Setup::on_loopback(mirror_at(silent.local_addr())).router();
    let guard = log.start();
    tokio::select! {
        _ = send(&router, post("/aws/eu-west-1/oidc/token", "{}")) => unreachable!(),
        called = silent.accept() => drop(called.unwrap()),
    }
    drop(guard);
    expect!["INFO POST CreateToken eu-west-1 499 Nms id=ID client=-"].assert_eq(&log.lines());
}

#[tokio::test]
async fn nothing_secret_is_logged_when_all_is_well_nor_when_it_is_not() {
    let log = Log::default();
    let well = Setup::on_loopback(Stub::answering(|| "secret-answer").start().await).router();
    let broken = Setup::unconnected().router();
    let guard = log.start();
    for router in [well, broken] {
        let request =
            from_page("GET", "/aws/eu-west-1/portal/assignment/roles?account_id=secret-query")
                .header("x-amz-sso_bearer_token", "secret-token")
                .header("cookie", "secret-cookie")
                .body(Body::empty());
        send(&router, request.unwrap()).await;
        send(&router, post("/aws/eu-west-1/oidc/token", r#"{"clientSecret":"secret-body"}"#)).await;
        send(&router, post("/aws/eu-west-1/oidc/token?code=secret-query", "{}")).await;
        send(&router, get("/secret-path?secret-query")).await;
        send(&router, get("/aws/secret-region/oidc/token")).await;
        send(&router, from_page("SECRET-METHOD", "/").body(Body::empty()).unwrap()).await;
    }
    drop(guard);
    let text = log.text();
    assert!(text.contains("CreateToken"), "{text}");
    assert!(!text.to_lowercase().contains("secret"), "{text}");
    expect![[r#"
        INFO GET ListAccountRoles eu-west-1 200 Nms id=ID client=-
        INFO POST CreateToken eu-west-1 200 Nms id=ID client=-
        INFO POST CreateToken eu-west-1 400 Nms id=ID client=- reason=unknown_query
        INFO GET page - 404 Nms id=ID client=-
        INFO GET relay - 404 Nms id=ID client=- reason=unknown_path
        INFO OTHER page - 405 Nms id=ID client=-
        WARN ListAccountRoles eu-west-1: AWS could not be reached: 
        INFO GET ListAccountRoles eu-west-1 502 Nms id=ID client=- reason=unreachable
        WARN CreateToken eu-west-1: AWS could not be reached: 
        INFO POST CreateToken eu-west-1 502 Nms id=ID client=- reason=unreachable
        INFO POST CreateToken eu-west-1 400 Nms id=ID client=- reason=unknown_query
        INFO GET page - 404 Nms id=ID client=-
        INFO GET relay - 404 Nms id=ID client=- reason=unknown_path
        INFO OTHER page - 405 Nms id=ID client=-"#]]
    .assert_eq(&log.lines());
}
