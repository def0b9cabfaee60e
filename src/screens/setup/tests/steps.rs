//! Going back and forth between the steps, and what the page does by itself.

use crate::app::Msg as AppMsg;
use crate::effect::Effect;
use crate::host_config::HostConfig;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ApproveMsg, ChooseMsg, ConnectMsg, Msg, UseItMsg};
use crate::screens::setup::state::{Open, Step};
use crate::testing::setup::TWO;
use crate::testing::{Page, brief};
use chrono::TimeDelta;
use expect_test::{Expect, expect};
use onramp_domain::Region;
use onramp_domain::device_flow::Command;
use onramp_domain::entry::OutputFormat;
use onramp_domain::listing::Phase;

#[track_caller]
fn check(effects: &[Effect], expect: Expect) {
    expect.assert_eq(&brief(effects));
}

#[test]
fn a_link_for_a_colleague_holds_what_is_filled_in() {
    let mut page = Page::open("");
    let copied = |page: &mut Page| {
        let effects = page.setup(Msg::CopyLinkClicked);
        let [Effect::Copy { text, .. }] = &effects[..] else { panic!("{}", brief(&effects)) };
        text.expose().to_string()
    };
    assert_eq!(copied(&mut page), "#/setup");
    page.sign_in();
    assert_eq!(
        copied(&mut page),
        "#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=acme"
    );
}

#[test]
fn focus_follows_the_steps_but_not_the_end_of_a_session() {
    let mut page = Page::open("");
    let focuses = |effects: &[Effect]| {
        effects.iter().any(|effect| matches!(effect, Effect::Focus(id) if *id == ids::STEP))
    };
    assert!(focuses(&page.sign_in()));
    page.register();
    assert!(focuses(&page.authorize()));
    assert!(focuses(&page.approve()));
    page.list(TWO);
    page.choose(ChooseMsg::FilterEntered("a".to_owned()));
    page.now += TimeDelta::hours(2);
    check(&page.send(AppMsg::CameBack), expect![""]);
    assert_eq!(page.model.setup.step(), Step::Choose);
}

#[test]
fn a_link_to_what_is_listed_changes_nothing_after_the_session_has_ended() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.use_it(UseItMsg::OutputChosen(Some(OutputFormat::Yaml)));
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    let block = page.block();
    page.go("#/token");
    page.go("#/setup?start_url=acme.awsapps.com/start%23/&region=eu-west-1&session=acme");
    assert_eq!((page.model.setup.step(), page.block()), (Step::Choose, block));
    assert_eq!(page.model.setup.use_it.options.output, Some(OutputFormat::Yaml));
    page.go("#/setup?start_url=other.awsapps.com/start");
    assert_eq!((page.model.setup.step(), page.block().as_str()), (Step::Connect, ""));
    assert_eq!(page.model.setup.form.start_url_text(), "other.awsapps.com/start");
    assert_eq!(page.model.setup.use_it.options.output, Some(OutputFormat::Yaml));
}

/// Its session has ended, with one role chosen and "Use it" open.
fn ended() -> Page {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.choose(ChooseMsg::ContinueClicked);
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    page
}

#[test]
fn a_new_sign_in_that_is_given_up_leaves_the_list_of_the_session_that_ended() {
    let mut page = ended();
    let block = page.block();
    for give_up in [Msg::Approve(ApproveMsg::CancelClicked), Msg::EditClicked(Open::Connect)] {
        page.press_sign_in();
        page.setup(give_up);
        page.setup(Msg::EditClicked(Open::UseIt));
        assert_eq!((page.model.setup.step(), page.block()), (Step::UseIt, block.clone()));
        assert!(page.title().starts_with("Session ended"), "{}", page.title());
    }
    page.press_sign_in();
    page.refuse_authorization();
    page.setup(Msg::EditClicked(Open::Connect));
    assert_eq!((page.model.setup.step(), page.block()), (Step::Connect, block));
}

#[test]
fn back_and_forward_lead_from_step_to_step() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    assert!(brief(&page.choose(ChooseMsg::ContinueClicked)).contains("PushEntry(UseIt)"));
    for (open, step) in
        [(Open::Choose, Step::Choose), (Open::Connect, Step::Connect), (Open::UseIt, Step::UseIt)]
    {
        assert_eq!(brief(&page.send(AppMsg::HistoryMoved(open))), "Focus(heading)");
        assert_eq!(page.model.setup.step(), step);
        assert_eq!(brief(&page.send(AppMsg::HistoryMoved(open))), "");
    }
    page.go("#/config");
    page.send(AppMsg::HistoryMoved(Open::Choose));
    assert_eq!(page.model.setup.step(), Step::UseIt);
    // With nothing chosen any more, Forward doesn't wait for the next choice.
    page.go("#/setup");
    page.send(AppMsg::HistoryMoved(Open::Choose));
    page.toggle("000000000042", "Admin");
    page.send(AppMsg::HistoryMoved(Open::UseIt));
    page.toggle("000000000042", "Admin");
    assert_eq!(page.model.setup.step(), Step::Choose);
    // During a sign-in, Back gives it up; afterwards Forward leads nowhere.
    let mut page = Page::with_code();
    for (open, step) in [
        (Open::Choose, Step::Approve),
        (Open::Connect, Step::Connect),
        (Open::Choose, Step::Connect),
    ] {
        page.send(AppMsg::HistoryMoved(open));
        assert_eq!(page.model.setup.step(), step);
    }
}

#[test]
fn what_is_done_stays_done_while_the_list_comes_again() {
    let mut page = ended();
    page.use_it(UseItMsg::CopyBlockClicked);
    let (block, done) = (page.block(), page.model.setup.use_it.done.clone());
    page.press_sign_in();
    page.authorize();
    page.approve();
    page.pass(TimeDelta::seconds(2));
    while let Some(input) = page.next_of_listing(TWO) {
        page.setup(Msg::Listing(input));
        page.pass(TimeDelta::seconds(2));
        assert_eq!((page.block(), &page.model.setup.use_it.done), (block.clone(), &done));
    }
    assert_eq!(*page.model.setup.listing.phase(), Phase::Finished);
    // What is not there any more goes.
    let mut page = ended();
    page.press_sign_in();
    page.authorize();
    page.approve();
    page.list(&TWO[..1]);
    assert_eq!((page.model.setup.step(), page.block().as_str()), (Step::Choose, ""));
}

#[test]
fn who_goes_back_to_the_list_without_signing_in_elsewhere_has_the_same_portal_again() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    let block = page.block();
    page.setup(Msg::EditClicked(Open::Connect));
    page.enter("https://other.awsapps.com/start");
    page.setup(Msg::EditClicked(Open::Choose));
    page.toggle("111111111111", "Dev");
    page.toggle("111111111111", "Dev");
    assert_eq!(page.block(), block);
    assert_eq!(page.model.setup.form.start_url_text(), "https://acme.awsapps.com/start");
}

#[test]
fn a_better_link_takes_the_place_of_a_sign_in_that_failed() {
    let mut page = Page::open("#/setup?start_url=acme.awsapps.com/start&region=us-east-1");
    page.press_sign_in();
    page.register();
    page.refuse_authorization();
    assert_eq!(page.model.setup.step(), Step::Approve);
    page.go("#/setup?start_url=acme.awsapps.com/start&region=eu-west-1");
    assert_eq!(page.model.setup.step(), Step::Connect);
    assert_eq!(page.model.setup.form.known_region().map(Region::id), Some("eu-west-1"));
}

#[test]
fn coming_back_to_the_address_that_the_page_wrote_changes_nothing() {
    let mut page = Page::with_code();
    page.setup(Msg::Approve(ApproveMsg::CancelClicked));
    page.enter("https://other.awsapps.com/start");
    page.go("#/help");
    page.go("#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=acme");
    assert_eq!(page.model.setup.form.start_url_text(), "https://other.awsapps.com/start");
}

#[test]
fn a_reload_half_way_finds_the_role_that_the_link_asked_for() {
    let mut page = Page::open(
        "#/setup?start_url=acme.awsapps.com/start&region=eu-west-1&account=000000000042&role=Admin",
    );
    let effects = page.press_sign_in();
    assert!(
        brief(&effects)
            .ends_with("&session=acme&account=000000000042&role=Admin), PushEntry(Choose)"),
        "{}",
        brief(&effects)
    );
    // A colleague chooses for themselves.
    let effects = page.setup(Msg::CopyLinkClicked);
    let [Effect::Copy { text, .. }] = &effects[..] else { panic!("{}", brief(&effects)) };
    assert!(text.expose().ends_with("&session=acme"), "{}", text.expose());
}

#[test]
fn another_link_to_the_portal_that_is_listed_chooses_its_role_or_says_that_it_is_missing() {
    let mut page = Page::listed();
    let mut follow = |query: &str| {
        page.go(&format!("#/setup?start_url=https://acme.awsapps.com/start&{query}"));
        let choose = &page.model.setup.choose;
        (choose.selection.len(), choose.missing.is_some())
    };
    assert_eq!(follow("role=Dev"), (1, false));
    assert_eq!(follow("role=Nobody"), (1, true));
    assert_eq!(follow("account=000000000042&role=Admin"), (2, false));
}

#[test]
fn a_companys_defaults_come_in_time_or_not_at_all() {
    let company = || {
        let output = Some("yaml".to_owned());
        AppMsg::HostConfigFetched(Ok(Some(Box::new(HostConfig {
            output,
            ..HostConfig::default()
        }))))
    };
    let mut page = Page::open("");
    page.send(company());
    assert_eq!(page.model.setup.use_it.options.output, Some(OutputFormat::Yaml));
    let mut page = Page::open("");
    page.use_it(UseItMsg::OutputChosen(Some(OutputFormat::Text)));
    page.send(company());
    assert_eq!(page.model.setup.use_it.options.output, Some(OutputFormat::Text));
}

#[test]
fn finished_steps_open_again_and_nothing_is_lost() {
    let mut page = Page::listed();
    let steps = |page: &mut Page, msg: Msg| {
        page.setup(msg);
        page.model.setup.step()
    };
    let go_on = || Msg::Choose(ChooseMsg::ContinueClicked);
    assert_eq!(steps(&mut page, go_on()), Step::Choose);
    page.toggle("000000000042", "Admin");
    let block = page.block();
    assert_eq!(steps(&mut page, go_on()), Step::UseIt);
    assert_eq!(steps(&mut page, Msg::EditClicked(Open::Choose)), Step::Choose);
    assert_eq!(steps(&mut page, Msg::EditClicked(Open::Connect)), Step::Connect);
    assert_eq!(steps(&mut page, Msg::EditClicked(Open::Choose)), Step::Choose);
    page.setup(Msg::EditClicked(Open::Connect));
    page.connect(ConnectMsg::SessionNameEntered("corp".to_owned()));
    check(
        &page.press_sign_in(),
        expect![
            "Focus(heading), ReplaceAddress(#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=corp), PushEntry(Choose)"
        ],
    );
    assert_eq!(page.model.setup.step(), Step::Choose);
    assert_eq!(
        page.block(),
        block.replace("= acme", "= corp").replace("session acme", "session corp")
    );
}

#[test]
fn who_edits_the_start_url_is_signed_out_of_the_other_portal() {
    let mut page = Page::listed();
    page.setup(Msg::EditClicked(Open::Connect));
    page.enter("https://other.awsapps.com/start");
    page.connect(ConnectMsg::RegionChosen(Region::parse("eu-west-1").ok()));
    let effects = page.press_sign_in();
    assert!(
        brief(&effects).starts_with("Logout, Focus(heading), Authorize"),
        "{}",
        brief(&effects)
    );
    assert_eq!(page.model.setup.step(), Step::Approve);
}

#[test]
fn another_region_is_tried_beside_the_code() {
    let mut page = Page::with_code();
    check(&page.setup(Msg::Approve(ApproveMsg::TryRegionClicked)), expect!["Focus(other-region)"]);
    page.setup(Msg::Approve(ApproveMsg::OtherRegionChosen(Region::parse("us-east-1").ok())));
    page.setup(Msg::Approve(ApproveMsg::TryRegionClicked));
    let region = page.take(|effect| match effect {
        Effect::DeviceFlow(Command::Register(_, request)) => Some(request.endpoint.region.clone()),
        _ => None,
    });
    assert_eq!(region.id(), "us-east-1");
}

#[test]
fn the_title_tells_what_is_waited_for() {
    let mut page = Page::with_code();
    page.pass(TimeDelta::seconds(19));
    assert_eq!(page.title(), "(9:41) Waiting for you at AWS · Onramp");
    page.approve();
    assert_eq!(page.title(), "✓ Approved · Onramp");
    page.list(TWO);
    assert_eq!(page.title(), "Choose what you work with · Onramp");
}

#[test]
fn what_changes_on_screen_by_itself_is_waited_for() {
    let mut page = Page::open("");
    assert_eq!(page.model.setup.next_tick(page.now), None);
    page.sign_in();
    page.register();
    page.authorize();
    let wait =
        |page: &Page| page.model.setup.next_tick(page.now).map(|at| (at - page.now).num_seconds());
    assert_eq!(wait(&page), Some(1));
    page.approve();
    page.list(TWO);
    page.now += TimeDelta::seconds(10);
    assert_eq!(wait(&page), Some(50));
}

#[test]
fn no_assignment_can_be_asked_for_and_looked_for_again() {
    let mut page = Page::signed_in();
    page.list(&[]);
    check(&page.choose(ChooseMsg::CopyRequestClicked), expect!["Copy"]);
    page.choose(ChooseMsg::ListAgainClicked);
    page.list(TWO);
    assert_eq!(page.model.setup.choose.rows.roles, 3);
}

#[test]
fn what_happens_is_announced() {
    let announced = |page: &Page| crate::screens::setup::announcement(&page.model.setup, page.now);
    let mut page = Page::with_code();
    assert_eq!(announced(&page), "Your code is ABCD-EFGH. Open AWS to approve it.");
    page.approve();
    assert_eq!(announced(&page), "Asking AWS for your accounts…");
    page.list(TWO);
    assert_eq!(announced(&page), "Listed 2 accounts with 3 roles.");
    page.toggle("000000000042", "Admin");
    assert_eq!(announced(&page), "1 role chosen.");
    page.choose(ChooseMsg::AllShownToggled);
    assert_eq!(announced(&page), "3 roles chosen.");
    page.choose(ChooseMsg::FilterEntered("admin".to_owned()));
    assert_eq!(announced(&page), "2 roles shown, 3 chosen.");
}
