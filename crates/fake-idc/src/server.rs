//! The simulated Identity Center as a service: shared state behind a router.
//!
//! Not here: what the calls answer.

use crate::{Faults, Settings};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One simulated Identity Center. Clones share its state.
#[derive(Clone, Debug)]
pub struct FakeIdc {
    faults: Arc<Mutex<Faults>>,
}

impl FakeIdc {
    /// An Identity Center in which nobody has signed in yet.
    pub fn new(settings: Settings) -> FakeIdc {
        FakeIdc { faults: Arc::new(Mutex::new(settings.faults)) }
    }

    /// Everything it answers: the seven calls under their bare paths and under `/HOST/…`, the start pages, the
    /// approval page, and what tests turn, under `/fake/`.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/fake/faults", get(show_faults).put(change_faults))
            .with_state(self.clone())
    }

    /// What goes wrong at present.
    pub fn faults(&self) -> Faults {
        *self.lock_faults()
    }

    /// Changes what goes wrong from now on. Codes and tokens keep the lives they were given.
    pub fn change_faults(&self, faults: Faults) {
        *self.lock_faults() = faults;
    }

    fn lock_faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn show_faults(State(fake): State<FakeIdc>) -> String {
    fake.faults().to_string()
}

async fn change_faults(State(fake): State<FakeIdc>, spec: String) -> (StatusCode, String) {
    match Faults::parse(&spec) {
        Ok(faults) => {
            fake.change_faults(faults);
            (StatusCode::OK, faults.to_string())
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()),
    }
}
