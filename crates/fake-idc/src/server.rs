//! The simulated Identity Center as a service: shared state behind a router.
//!
//! Not here: what the calls make of the state ([`crate::center`]), and a listener.
//!
//! - `call`: what becomes of each of the seven calls; `fault_injector`: the faults.
//! - `errors`: refusals as AWS writes them.
//! - `pages`: what a person opens: start pages and the approval page.
//! - `control`: what tests turn, below `/fake/`.

mod call;
mod control;
mod errors;
mod fault_injector;
mod pages;

use crate::center::Center;
use crate::center::decision::{Answer, Outcome};
use crate::{Clock, Faults, Settings};
use axum::Router;
use axum::extract::State;
use axum::routing::any;
use fault_injector::FaultInjector;
use onramp_domain::aws::Operation;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One simulated Identity Center. Clones share its state.
#[derive(Clone)]
pub struct FakeIdc(Arc<Shared>);

struct Shared {
    center: Mutex<Center>,
    fault_injector: Mutex<FaultInjector>,
    clock: Clock,
}

impl FakeIdc {
    /// An Identity Center in which nobody has signed in yet.
    pub fn new(settings: Settings) -> FakeIdc {
        FakeIdc(Arc::new(Shared {
            center: Mutex::new(Center::new(&settings)),
            fault_injector: Mutex::new(FaultInjector::new(settings.faults, settings.seed)),
            clock: settings.clock,
        }))
    }

    /// Everything it answers: the seven calls under their bare paths and under `/HOST/…`, the start pages, the
    /// approval page, and what tests turn, below `/fake/`.
    ///
    /// It may stand at the root or be nested below a path; its pages link to each other relatively.
    pub fn router(&self) -> Router {
        let calls = Operation::ALL.into_iter().fold(Router::new(), |router, operation| {
            let answer = move |State(fake), parameters, request| {
                call::answer(fake, operation, parameters, request)
            };
            router.route(operation.aws_path(), any(answer))
        });
        Router::new()
            .merge(calls.clone())
            .nest("/{host}", calls)
            .merge(pages::router())
            .nest("/fake", control::router())
            .with_state(self.clone())
    }

    /// Presses "Allow access" for a user code.
    pub fn approve(&self, user_code: &str) -> Outcome {
        self.decide(user_code, Answer::Allow)
    }

    /// Presses "Deny access" for a user code.
    pub fn deny(&self, user_code: &str) -> Outcome {
        self.decide(user_code, Answer::Deny)
    }

    /// Ends every session, as an administrator does.
    pub fn revoke_all(&self) {
        self.center().revoke_all();
    }

    /// What goes wrong at present.
    pub fn faults(&self) -> Faults {
        self.fault_injector().faults()
    }

    /// Changes what goes wrong from now on. Codes and tokens keep the lives they were given.
    pub fn change_faults(&self, faults: Faults) {
        self.fault_injector().change(faults);
    }

    fn decide(&self, user_code: &str, answer: Answer) -> Outcome {
        let now = self.0.clock.now();
        self.center().decide(user_code, answer, None, now)
    }

    fn center(&self) -> MutexGuard<'_, Center> {
        self.0.center.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fault_injector(&self) -> MutexGuard<'_, FaultInjector> {
        self.0.fault_injector.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for FakeIdc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FakeIdc").field("faults", &self.faults()).finish_non_exhaustive()
    }
}
