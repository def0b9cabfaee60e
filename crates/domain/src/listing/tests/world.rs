//! A world for the listing: a simulated portal with a throttle and faults, a network, and a clock that jumps from one
//! event to the next. Nothing sleeps, and the same seed makes the same run.

use crate::AccountId;
use crate::attempt::Attempt;
use crate::aws::Operation;
use crate::aws::model::{AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo};
use crate::aws::{Answer, CallError, Reply, ReplyBody, classify};
use crate::listing::rng::Rng;
use crate::listing::{Command, Input, Listing, Phase};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// What the portal allows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Throttle {
    Nothing,
    /// No call at all.
    Everything,
    /// So many calls a second, so many at once after a rest. Refused calls cost nothing.
    Bucket {
        rate: f64,
        burst: f64,
    },
    /// The same, and a refused call costs as much as another.
    Harsh {
        rate: f64,
        burst: f64,
    },
    /// So many calls in each second of the clock.
    Window {
        rate: u32,
    },
}

/// What follows a page that is not the last.
#[derive(Clone, Copy, Debug)]
pub(super) enum Between {
    Nothing,
    EmptyPages,
    /// The same page again, for ever.
    Circle,
    /// Two pages in turn, for ever.
    TwoInTurn,
}

#[derive(Clone, Debug)]
pub(super) struct Server {
    pub(super) accounts: Vec<(String, Vec<String>)>,
    pub(super) page: usize,
    pub(super) throttle: Throttle,
    /// Shares of calls.
    pub(super) errors: f64,
    pub(super) drops: f64,
    /// What stands between the pages with something in them.
    pub(super) between: Between,
    /// Seconds that a call takes.
    pub(super) latency: (f64, f64),
    /// Of these accounts the roles are refused, or broken.
    pub(super) forbidden: Vec<usize>,
    pub(super) broken: Vec<usize>,
    /// The only token that is taken.
    pub(super) token: u32,
}

impl Server {
    pub(super) fn new(accounts: usize, roles: usize) -> Server {
        let roles: Vec<String> = (0..roles).map(|n| format!("Role{n}")).collect();
        Server {
            accounts: (0..accounts).map(|n| (format!("{n:012}"), roles.clone())).collect(),
            page: 100,
            throttle: Throttle::Nothing,
            errors: 0.0,
            drops: 0.0,
            between: Between::Nothing,
            latency: (0.05, 0.15),
            forbidden: vec![],
            broken: vec![],
            token: 0,
        }
    }
}

/// How a browser's timers ring: never early.
#[derive(Clone, Copy, Debug)]
pub(super) enum Timers {
    /// To the millisecond.
    Visible,
    /// In a tab behind others: once a second.
    Hidden,
}

enum Event {
    Arrives(Command, Attempt),
    Answers(Input),
    Rings(Attempt),
}

pub(super) struct World {
    pub(super) now: DateTime<Utc>,
    pub(super) listing: Option<Listing>,
    pub(super) server: Server,
    rng: Rng,
    events: BTreeMap<(DateTime<Utc>, u64), Event>,
    counter: u64,
    timers: Timers,
    /// How far the computer's clock was set.
    set: TimeDelta,
    alarm: Option<Attempt>,
    tokens: f64,
    refilled: DateTime<Utc>,
    window: (i64, u32),
    /// The token that calls go out with.
    token: u32,
    pub(super) log: Log,
}

/// What the portal and the network saw.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub(super) calls: u32,
    pub(super) most_at_once: usize,
    pub(super) at_once: usize,
    pub(super) token_refusals: u32,
    /// Calls that were one too many.
    pub(super) refusals: u32,
}

pub(super) fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

impl World {
    pub(super) fn new(server: Server, seed: u32) -> World {
        let tokens = match server.throttle {
            Throttle::Bucket { burst, .. } | Throttle::Harsh { burst, .. } => burst,
            Throttle::Nothing | Throttle::Everything | Throttle::Window { .. } => 0.0,
        };
        let mut world = World {
            now: start(),
            listing: Some(Listing::default()),
            server,
            rng: Rng::new(seed ^ 0xdead_beef),
            events: BTreeMap::new(),
            counter: 0,
            timers: Timers::Visible,
            set: TimeDelta::zero(),
            alarm: None,
            tokens,
            refilled: start(),
            window: (0, 0),
            token: 0,
            log: Log::default(),
        };
        world.input(Input::Start { seed, token: Attempt::default() });
        world
    }

    pub(super) fn hide_tab(&mut self) {
        self.timers = Timers::Hidden;
    }

    /// Sets the computer's clock, by which nothing in the world goes but the listing.
    pub(super) fn set_clock(&mut self, by: TimeDelta) {
        self.set += by;
    }

    pub(super) fn listing(&self) -> &Listing {
        self.listing.as_ref().unwrap()
    }

    pub(super) fn elapsed(&self) -> f64 {
        (self.now - start()).as_seconds_f64()
    }

    pub(super) fn input(&mut self, input: Input) {
        let (listing, commands) = self.listing.take().unwrap().step(input, self.now + self.set);
        self.listing = Some(listing);
        for command in commands {
            self.carry_out(command);
        }
    }

    /// Lets time pass until the listing rests, or for so many seconds.
    pub(super) fn run(&mut self, most: f64) -> &Phase {
        let end = self.now + seconds(most);
        while let Some(entry) = self.events.first_entry() {
            if entry.key().0 > end {
                break;
            }
            let ((at, _), event) = entry.remove_entry();
            self.now = at;
            match event {
                Event::Arrives(command, attempt) => {
                    let answer = self.serve(&command, attempt);
                    let back = self.rng.between(self.server.latency.0, self.server.latency.1) / 2.0;
                    self.after(back, Event::Answers(answer));
                }
                Event::Answers(input) => {
                    self.log.at_once -= 1;
                    self.input(input);
                }
                Event::Rings(attempt) if self.alarm == Some(attempt) => {
                    self.alarm = None;
                    self.input(Input::Woke(attempt));
                }
                Event::Rings(_) => {}
            }
        }
        self.listing().phase()
    }

    fn carry_out(&mut self, command: Command) {
        match command {
            Command::ListAccounts { attempt, .. } | Command::ListRoles { attempt, .. } => {
                self.log.calls += 1;
                self.log.at_once += 1;
                self.log.most_at_once = self.log.most_at_once.max(self.log.at_once);
                let there = self.rng.between(self.server.latency.0, self.server.latency.1) / 2.0;
                self.after(there, Event::Arrives(command, attempt));
            }
            Command::WakeAt { attempt, at } => {
                self.alarm = Some(attempt);
                let wait = (at - self.set - self.now).as_seconds_f64().max(0.0);
                let late = match self.timers {
                    Timers::Visible => (wait * 1e3).ceil() / 1e3,
                    Timers::Hidden => wait.ceil(),
                };
                self.after(late, Event::Rings(attempt));
            }
            Command::TokenRefused { .. } => {
                self.log.token_refusals += 1;
            }
        }
    }

    /// Goes on with this token.
    pub(super) fn resume_with(&mut self, token: u32) {
        self.token = token;
        let mut number = Attempt::default();
        for _ in 0..token {
            number.bump();
        }
        self.input(Input::Resume { token: number });
    }

    fn after(&mut self, wait: f64, event: Event) {
        self.counter += 1;
        self.events.insert((self.now + seconds(wait), self.counter), event);
    }

    fn serve(&mut self, command: &Command, attempt: Attempt) -> Input {
        match command {
            Command::ListRoles { account_id, next_token, .. } => {
                let place = self.place(*account_id);
                let outcome = self.admit(Operation::ListAccountRoles, Some(place)).map(|()| {
                    let (names, next_token) =
                        self.page(&self.server.accounts[place].1, next_token.as_deref());
                    let info = |role_name| RoleInfo { role_name, ..RoleInfo::default() };
                    ListAccountRolesResponse {
                        role_list: names.into_iter().map(info).collect(),
                        next_token,
                    }
                });
                Input::RolesPage(attempt, outcome)
            }
            Command::ListAccounts { next_token, .. } => {
                let outcome = self.admit(Operation::ListAccounts, None).map(|()| {
                    let ids: Vec<String> =
                        self.server.accounts.iter().map(|account| account.0.clone()).collect();
                    let (ids, next_token) = self.page(&ids, next_token.as_deref());
                    let account_list = ids
                        .into_iter()
                        .map(|account_id| AccountInfo {
                            account_name: format!("acme {account_id}"),
                            account_id,
                            ..AccountInfo::default()
                        })
                        .collect();
                    ListAccountsResponse { account_list, next_token }
                });
                Input::AccountsPage(attempt, outcome)
            }
            Command::WakeAt { .. } | Command::TokenRefused { .. } => unreachable!(),
        }
    }

    fn place(&self, id: AccountId) -> usize {
        id.as_str().parse().unwrap()
    }

    /// One page from where the token says. A token is the next item's number; with an `e`, an empty page comes first.
    fn page(&self, all: &[String], token: Option<&str>) -> (Vec<String>, Option<String>) {
        let token = token.unwrap_or("0");
        if let Some(rest) = token.strip_prefix('e') {
            return (vec![], Some(rest.to_owned()));
        }
        let from: usize = token.parse().unwrap();
        let to = (from + self.server.page).min(all.len());
        let next = (to < all.len()).then(|| match self.server.between {
            Between::Nothing => to.to_string(),
            Between::EmptyPages => format!("e{to}"),
            Between::Circle => token.to_owned(),
            Between::TwoInTurn => (self.server.page - from.min(self.server.page)).to_string(),
        });
        (all[from..to].to_vec(), next)
    }

    fn admit(&mut self, call: Operation, place: Option<usize>) -> Answer<()> {
        if self.rng.between(0.0, 1.0) < self.server.drops {
            return Err(CallError::unreachable(call));
        }
        if !self.has_token() {
            self.log.refusals += 1;
            return Err(refusal(call, 429));
        }
        if self.token != self.server.token {
            return Err(refusal(call, 401));
        }
        if self.rng.between(0.0, 1.0) < self.server.errors
            || place.is_some_and(|place| self.server.broken.contains(&place))
        {
            return Err(refusal(call, 500));
        }
        if place.is_some_and(|place| self.server.forbidden.contains(&place)) {
            return Err(refusal(call, 403));
        }
        Ok(())
    }

    fn has_token(&mut self) -> bool {
        match self.server.throttle {
            Throttle::Nothing => true,
            Throttle::Everything => false,
            Throttle::Bucket { rate, burst } => {
                self.refill(rate, burst);
                let has = self.tokens >= 1.0;
                self.tokens -= f64::from(u8::from(has));
                has
            }
            Throttle::Harsh { rate, burst } => {
                self.refill(rate, burst);
                let has = self.tokens >= 1.0;
                self.tokens = (self.tokens - 1.0).max(-burst);
                has
            }
            Throttle::Window { rate } => {
                let second = self.now.timestamp();
                if self.window.0 != second {
                    self.window = (second, 0);
                }
                self.window.1 += 1;
                self.window.1 <= rate
            }
        }
    }

    fn refill(&mut self, rate: f64, burst: f64) {
        let passed = (self.now - self.refilled).as_seconds_f64();
        self.tokens = (self.tokens + passed * rate).min(burst);
        self.refilled = self.now;
    }
}

fn refusal(call: Operation, status: u16) -> CallError {
    classify(
        call,
        Reply {
            status,
            content_type: Some("application/json".to_owned()),
            error_type: None,
            request_id: Some("req-1".to_owned()),
            retry_after: None,
            body: ReplyBody::Text(String::new()),
        },
    )
}

fn seconds(length: f64) -> TimeDelta {
    TimeDelta::nanoseconds((length * 1e9) as i64)
}
