//! The test: which profile it is of, and what it answers.

use crate::components::{
    PasteArea, PasteScope, SelectLook, SelectOption, fold, paste_area, select,
};
use crate::screens::setup::choose::access_level::{AccessLevel, access_level};
use crate::screens::setup::choose::text::{FULL_ACCESS, account_name, role_in};
use crate::screens::setup::use_it::text;
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{Msg, State, UseItMsg};
use onramp_domain::entry::Entry;
use yew::{AttrValue, Callback, Html, html};

/// Up to so many profiles are radio buttons; more are one select.
const MOST_RADIOS: usize = 6;

/// Nobody looks for one profile among more.
const MOST_OPTIONS: usize = 200;

/// Which of several profiles is tested. Those that can do everything come last.
pub fn which(ctx: &Context<'_>) -> Html {
    let is_full = |entry: &&Entry| access_level(&entry.role_name) == AccessLevel::Full;
    let (last, mut entries): (Vec<&Entry>, Vec<&Entry>) =
        ctx.state.use_it.entries.iter().partition(is_full);
    entries.extend(last);
    if entries.len() < 2 {
        return Html::default();
    }
    entries.truncate(MOST_OPTIONS);
    let chosen = ctx.state.use_it.to_test();
    if entries.len() > MOST_RADIOS {
        return which_select(&entries, chosen, ctx.send);
    }
    let radio = |entry: &Entry| {
        let name = entry.profile.as_str().to_owned();
        let account = ctx.state.listing.account(entry.account_id);
        let account = account.map_or_else(String::new, |account| account_name(account));
        let checked = chosen.is_some_and(|chosen| chosen.profile == entry.profile);
        let onchange = ctx.send.reform({
            let name = name.clone();
            move |_| Msg::UseIt(UseItMsg::ProfileToTestChosen(name.clone()))
        });
        html! {
            <label>
                <input type="radio" name="profile-to-test" aria-label={name.clone()} {checked} {onchange} />
                <span>
                    <span class="name">{ name }</span>
                    <span class="of">{ role_in(entry.role_name.as_str(), &account) }</span>
                    if access_level(&entry.role_name) == AccessLevel::Full {
                        <span class="tag warn">{ FULL_ACCESS }</span>
                    }
                </span>
            </label>
        }
    };
    html! {
        <div role="radiogroup" aria-label={text::PROFILE_TO_TEST}>
            <p class="quiet">{ text::WHICH }</p>
            <div class="which">{ for entries.into_iter().map(radio) }</div>
        </div>
    }
}

fn which_select(entries: &[&Entry], chosen: Option<&Entry>, send: &Callback<Msg>) -> Html {
    let name = |entry: &Entry| entry.profile.as_str().to_owned();
    let mut choices = vec![SelectOption::new("", text::CHOOSE_PROFILE)];
    choices.extend(entries.iter().map(|entry| SelectOption::new(name(entry), name(entry))));
    let look = SelectLook::field(text::PROFILE_TO_TEST, html! { text::WHICH });
    let on_choose = send.reform(|name| Msg::UseIt(UseItMsg::ProfileToTestChosen(name)));
    let value = chosen.map_or_else(String::new, name);
    select("profile-to-test", look, choices, value.into(), on_choose)
}

/// What one should see.
pub fn answer(state: &State, entry: &Entry) -> Html {
    let partition = state.sso_region().map_or("aws", |region| region.partition().id());
    let account = entry.account_id.as_str();
    let [start, account, middle, role, end] =
        text::caller_identity(partition, account, entry.role_name.as_str());
    html! {
        <div class="answer">
            <p>{ text::YOU_SHOULD_SEE }</p>
            <samp>{ start }<mark>{ account }</mark>{ middle }<mark>{ role }</mark>{ end }</samp>
        </div>
    }
}

/// What it said here: an error is explained by "Check a token".
pub fn said(ctx: &Context<'_>) -> Html {
    if ctx.state.use_it.to_test().is_none() {
        return Html::default();
    }
    let on_paste = ctx.send.reform(|said| Msg::UseIt(UseItMsg::TestSaid(said)));
    let area = paste_area(PasteArea {
        id: "test-says",
        label: text::TEST_SAYS,
        value: AttrValue::default(),
        placeholder: "",
        rows: "3",
        readonly: false,
        described_by: "test-says-hint",
        scope: PasteScope::Every,
        on_paste,
        on_input: Callback::noop(),
    });
    let hint = ctx.state.use_it.tested.map_or(text::TEST_SAYS_HINT, text::tested);
    let content =
        html! { <>{ area }<p class="hint" id="test-says-hint" role="status">{ hint }</p></> };
    fold(text::SAYS_ELSE, content)
}
