//! Clock and alarms.

use crate::waiting::Listener;
use chrono::TimeDelta;
use onramp::app::effect::Effect;
use onramp::app::event::{Alarm, Event};
use onramp::shell::now;
use onramp_domain::attempt::Attempt;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_clock_is_the_devices() {
    let (before, now, after) = (js_sys::Date::now(), now(), js_sys::Date::now());
    let milliseconds = now.timestamp_millis() as f64;
    assert!((before..=after).contains(&milliseconds), "{before} {now} {after}");
}

#[wasm_bindgen_test]
async fn a_later_alarm_of_the_same_kind_takes_the_place_of_an_earlier_one() {
    let mut listener = Listener::new();
    set(&mut listener, 10, Alarm::Second);
    set(&mut listener, 30, Alarm::Second);
    assert_eq!(until_last(&mut listener).await, [Alarm::Second]);
}

#[wasm_bindgen_test]
async fn an_alarm_whose_time_is_over_rings_at_once() {
    let mut listener = Listener::new();
    set(&mut listener, -60_000, Alarm::Second);
    assert_eq!(until_last(&mut listener).await, [Alarm::Second]);
}

#[wasm_bindgen_test]
async fn an_alarm_that_is_further_off_than_timers_reach_does_not_ring_at_once() {
    let mut listener = Listener::new();
    set(&mut listener, i64::from(i32::MAX) * 3, Alarm::Second);
    assert_eq!(until_last(&mut listener).await, []);
}

#[wasm_bindgen_test]
async fn alarms_of_different_kinds_ring_side_by_side() {
    let mut listener = Listener::new();
    set(&mut listener, 20, Alarm::Flow(Attempt::default()));
    set(&mut listener, 10, Alarm::Second);
    assert_eq!(until_last(&mut listener).await, [Alarm::Second, Alarm::Flow(Attempt::default())]);
}

#[wasm_bindgen_test]
async fn nothing_rings_once_the_shell_is_gone() {
    let mut gone = Listener::new();
    set(&mut gone, 10, Alarm::Second);
    let sent = gone.close();
    assert_eq!(until_last(&mut Listener::new()).await, []);
    assert!(sent.borrow().is_empty());
}

fn set(listener: &mut Listener, milliseconds: i64, alarm: Alarm) {
    listener.run(Effect::WakeAt(now() + TimeDelta::milliseconds(milliseconds), alarm));
}

/// What rings before an alarm that is set after all others.
async fn until_last(listener: &mut Listener) -> Vec<Alarm> {
    let last = Alarm::Listing(Attempt::default());
    set(listener, 80, last);
    let mut rung = Vec::new();
    loop {
        match listener.next().await {
            Event::Woke(alarm) if alarm == last => return rung,
            Event::Woke(alarm) => rung.push(alarm),
            other => panic!("{other:?}"),
        }
    }
}
