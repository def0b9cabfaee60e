//! What tests turn, below `/fake/`; AWS has nothing like it.
//!
//! Not here: anything a page or a client should use.
//!
//! - `PUT /fake/faults`: what goes wrong, in the words of [`Faults::parse`].
//! - `POST /fake/approve?user_code=…`, `POST /fake/deny?user_code=…`: press the approval page's button. The answer is
//!   `{"outcome": …}` with the [`Outcome`], and 200 or 400.
//! - `POST /fake/revoke`: end every session.

use super::FakeIdc;
use crate::Faults;
use crate::center::decision::Outcome;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Asked {
    user_code: String,
}

pub(super) fn router() -> Router<FakeIdc> {
    Router::new()
        .route("/faults", put(change_faults))
        .route("/approve", post(approve))
        .route("/deny", post(deny))
        .route("/revoke", post(revoke))
}

async fn change_faults(State(fake): State<FakeIdc>, spec: String) -> (StatusCode, String) {
    match Faults::parse(&spec) {
        Ok(faults) => {
            fake.change_faults(faults);
            (StatusCode::OK, String::new())
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()),
    }
}

async fn approve(State(fake): State<FakeIdc>, Query(asked): Query<Asked>) -> Answered {
    answered(fake.approve(&asked.user_code))
}

async fn deny(State(fake): State<FakeIdc>, Query(asked): Query<Asked>) -> Answered {
    answered(fake.deny(&asked.user_code))
}

async fn revoke(State(fake): State<FakeIdc>) -> StatusCode {
    fake.revoke_all();
    StatusCode::NO_CONTENT
}

type Answered = (StatusCode, Json<Value>);

fn answered(outcome: Outcome) -> Answered {
    let status = if outcome.is_decision() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    (status, Json(json!({ "outcome": outcome })))
}
