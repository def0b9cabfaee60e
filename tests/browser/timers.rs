//! Clock and timers.

use crate::flow::attempt;
use crate::waiting::Listener;
use chrono::TimeDelta;
use onramp::{Effect, Msg, SetupMsg, Timer, now};
use onramp_domain::device_flow::{Command, Input};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_clock_is_the_devices() {
    let (before, now, after) = (js_sys::Date::now(), now(), js_sys::Date::now());
    let milliseconds = now.timestamp_millis() as f64;
    assert!((before..=after).contains(&milliseconds), "{before} {now} {after}");
}

#[wasm_bindgen_test]
async fn a_later_timer_of_the_same_kind_takes_the_place_of_an_earlier_one() {
    let mut listener = Listener::new();
    set(&mut listener, 10, Timer::Tick);
    set(&mut listener, 30, Timer::Tick);
    assert_eq!(until_last(&mut listener).await, ["Woke(Tick)"]);
}

#[wasm_bindgen_test]
async fn a_timer_whose_time_is_over_rings_at_once() {
    let mut listener = Listener::new();
    set(&mut listener, -60_000, Timer::Tick);
    assert_eq!(until_last(&mut listener).await, ["Woke(Tick)"]);
}

#[wasm_bindgen_test]
async fn a_timer_that_is_further_off_than_timers_reach_does_not_ring_at_once() {
    let mut listener = Listener::new();
    set(&mut listener, i64::from(i32::MAX) * 3, Timer::Tick);
    assert!(until_last(&mut listener).await.is_empty());
}

#[wasm_bindgen_test]
async fn timers_of_different_kinds_ring_side_by_side() {
    let mut listener = Listener::new();
    let attempt = attempt();
    let at = now() + TimeDelta::milliseconds(20);
    listener.run(Effect::DeviceFlow(Command::WakeAt { attempt, at }));
    set(&mut listener, 10, Timer::Tick);
    let [first, second] = &until_last(&mut listener).await[..] else { panic!("not two") };
    assert_eq!(first, "Woke(Tick)");
    assert_eq!(*second, format!("{:?}", Msg::Setup(SetupMsg::DeviceFlow(Input::Woke(attempt)))));
}

#[wasm_bindgen_test]
async fn nothing_rings_once_the_shell_is_gone() {
    let mut gone = Listener::new();
    set(&mut gone, 10, Timer::Tick);
    let sent = gone.close();
    assert!(until_last(&mut Listener::new()).await.is_empty());
    assert!(sent.borrow().iter().all(|msg| matches!(msg, Msg::FoldersOffered)));
}

fn set(listener: &mut Listener, milliseconds: i64, timer: Timer) {
    listener.run(Effect::WakeAt(now() + TimeDelta::milliseconds(milliseconds), timer));
}

/// What rings before a timer that is set after all others.
async fn until_last(listener: &mut Listener) -> Vec<String> {
    set(listener, 80, Timer::ConfigPause);
    let mut rung = Vec::new();
    loop {
        match listener.next().await {
            Msg::Woke(Timer::ConfigPause) => return rung,
            other => rung.push(format!("{other:?}")),
        }
    }
}
