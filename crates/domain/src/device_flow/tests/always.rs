//! What holds whatever happens, in whatever order.

use super::story::{Story, code, failure, portal, registration, start, token};
use crate::attempt::Attempt;
use crate::aws::ErrorKind;
use crate::aws::Operation;
use crate::aws::model::{LogoutResponse, StartDeviceAuthorizationResponse};
use crate::device_flow::retry::Pending;
use crate::device_flow::{Command, DeviceFlow, FlowState, Input};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::{Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

#[derive(Clone, Copy, Debug)]
enum Happening {
    SignIn,
    OtherSignIn,
    TryAgain,
    Cancel,
    SignOut,
    GivenToCli,
    CameBack,
    TokenRefused,
    Wakes,
    OldWake,
    Answer(Option<ErrorKind>),
    OldAnswer,
}

fn happening() -> impl Strategy<Value = Happening> {
    let failure = prop::sample::select(vec![
        ErrorKind::AuthorizationPending,
        ErrorKind::SlowDown,
        ErrorKind::ExpiredToken,
        ErrorKind::InvalidGrant,
        ErrorKind::InvalidClient,
        ErrorKind::ServerError,
        ErrorKind::Throttled,
        ErrorKind::Unreachable,
        ErrorKind::NoRelay,
    ]);
    prop_oneof![
        4 => prop::sample::select(vec![
            Happening::SignIn,
            Happening::OtherSignIn,
            Happening::TryAgain,
            Happening::Cancel,
            Happening::SignOut,
            Happening::GivenToCli,
            Happening::CameBack,
            Happening::TokenRefused,
            Happening::OldWake,
            Happening::OldAnswer,
        ]),
        4 => proptest::strategy::Just(Happening::Wakes),
        4 => proptest::option::of(failure).prop_map(Happening::Answer),
    ]
}

/// What the shell knows of the commands so far.
#[derive(Default)]
struct Shell {
    under_way: Option<Command>,
    alarm: Option<(Attempt, DateTime<Utc>)>,
}

impl Shell {
    fn input(&mut self, happening: Happening, now: &mut DateTime<Utc>) -> Option<Input> {
        Some(match happening {
            Happening::SignIn => Input::SignIn(portal("eu-west-1")),
            Happening::OtherSignIn => Input::SignIn(portal("us-east-1")),
            Happening::TryAgain => Input::TryAgain,
            Happening::Cancel => Input::Cancel,
            Happening::SignOut => Input::SignOut,
            Happening::GivenToCli => Input::GivenToCli,
            Happening::CameBack => Input::CameBack,
            Happening::TokenRefused => Input::TokenRefused(Attempt::default()),
            Happening::Wakes => {
                let (attempt, at) = self.alarm.take()?;
                *now = at.max(*now);
                Input::Woke(attempt)
            }
            Happening::OldWake => Input::Woke(Attempt::default()),
            Happening::OldAnswer => Input::Polled(Attempt::default(), Ok(token(None))),
            Happening::Answer(failed) => answer(&self.under_way.take()?, failed),
        })
    }
}

fn answer(command: &Command, failed: Option<ErrorKind>) -> Input {
    let fail = |call| failed.map(|kind| failure(call, kind));
    match command {
        Command::Register(attempt, _) => Input::Registered(
            *attempt,
            fail(Operation::RegisterClient).map_or(Ok(registration()), Err),
        ),
        Command::Authorize(attempt, _) => Input::Authorized(
            *attempt,
            fail(Operation::StartDeviceAuthorization).map_or(Ok(code(Some(2))), Err),
        ),
        Command::Poll(attempt, _) => {
            let good = Ok(token(Some("hush-refresh")));
            Input::Polled(*attempt, fail(Operation::CreateToken).map_or(good, Err))
        }
        Command::Refresh(attempt, _) => {
            Input::Refreshed(*attempt, fail(Operation::CreateToken).map_or(Ok(token(None)), Err))
        }
        Command::Logout(attempt, _) => {
            Input::LoggedOut(*attempt, fail(Operation::Logout).map_or(Ok(LogoutResponse), Err))
        }
        Command::WakeAt { .. } => unreachable!("an alarm is not answered"),
    }
}

proptest! {
    #[test]
    fn polls_keep_their_distance_states_have_a_way_out_and_nothing_tells(
        happenings in prop::collection::vec((happening(), 0..4i64, any::<bool>()), 1..80),
    ) {
        let (mut flow, mut shell, mut now) = (DeviceFlow::default(), Shell::default(), start());
        let mut polled: Option<DateTime<Utc>> = None;
        for (happening, seconds, sleeps) in happenings {
            now += TimeDelta::seconds(seconds + i64::from(sleeps) * 40);
            let answered = matches!(happening, Happening::Answer(_));
            let Some(input) = shell.input(happening, &mut now) else { continue };
            let (next, commands) = flow.step(input, now);
            flow = next;
            let told = format!("{flow:?} {flow:#?} {commands:?} {commands:#?}");
            prop_assert!(!told.contains("hush"), "{told}");
            if answered && polled.is_some() {
                polled = Some(now);
            }
            for command in commands {
                match command {
                    Command::WakeAt { attempt, at } => shell.alarm = Some((attempt, at)),
                    command => {
                        if let (Command::Poll(..), FlowState::AwaitingApproval(code)) =
                            (&command, flow.state())
                        {
                            prop_assert!(
                                polled.is_none_or(|before| now - before >= code.interval),
                                "{now} {polled:?}"
                            );
                            polled = Some(now);
                        } else {
                            polled = None;
                        }
                        shell.under_way = Some(command);
                    }
                }
            }
            // Whoever waits has asked, or has set an alarm.
            match flow.state().pending() {
                None => {}
                Some(Pending::Answer { attempt, .. }) => {
                    prop_assert_eq!(shell.under_way.as_ref().and_then(attempt_of), Some(attempt));
                }
                Some(Pending::Timer { attempt, at, .. }) => {
                    prop_assert_eq!(shell.alarm, Some((attempt, at)));
                }
            }
        }
    }
}

fn attempt_of(command: &Command) -> Option<Attempt> {
    match command {
        Command::Register(attempt, _)
        | Command::Authorize(attempt, _)
        | Command::Poll(attempt, _)
        | Command::Refresh(attempt, _)
        | Command::Logout(attempt, _) => Some(*attempt),
        Command::WakeAt { .. } => None,
    }
}

#[test]
fn nonsense_in_an_answer_is_brought_into_reason() {
    for (interval, expires_in) in [
        (Some(-1), None),
        (Some(0), Some(-5)),
        (Some(i64::MAX), None),
        (Some(i64::MIN), Some(i64::MAX)),
    ] {
        let mut story = Story::new();
        let code = StartDeviceAuthorizationResponse { expires_in, ..code(interval) };
        story.sign_in().registered().authorized(code);
        let FlowState::AwaitingApproval(code) = story.flow.state() else { panic!() };
        let interval = code.interval.num_seconds();
        let lifetime = code.remaining(story.now).num_seconds();
        assert!((1..=60).contains(&interval) && (1..=86_400).contains(&lifetime));
    }
}
