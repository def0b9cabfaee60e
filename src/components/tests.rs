//! The parts, drawn: exact text, names, states.

use super::{
    COPY, SelectLook, StepState, TextField, code_block, command, copy_button, region_select, road,
    step, text_field,
};
use crate::effect::CopyId;
use crate::file_text::FileText;
use crate::shared::{Copied, CopyState};
use crate::testing::{Outline, at, check, draw};
use expect_test::expect;
use onramp_domain::{Partition, Region};
use yew::{Callback, Html, html};

const BUTTON: CopyId = CopyId("block", 0);

fn config_block(text: &str) -> Html {
    code_block("Config block", "~/.aws/config", "".into(), FileText::new(text), Html::default())
}

#[test]
fn a_files_text_is_shown_to_the_letter() {
    for text in [
        "[profile a]\nsso_account_id = 000000000042\nregion=eu-west-1  \n[sso-session b]\r\nx = <&>\r\n",
        "# a = b\n\n[default]\n  nested =\n    s3 = \n",
        "no end",
        "",
        "=\n = \n[\n",
    ] {
        let html = draw(config_block(text));
        assert_eq!(Outline::of(&html).raw("pre"), text);
    }
    let long = "a = b\n".repeat(20_000);
    assert_eq!(Outline::of(&draw(config_block(&long))).raw("pre"), long);
}

#[test]
fn a_command_is_shown_to_the_letter() {
    for line in ["(umask 077; cp a  b)", "cp a b \\\n  --force c"] {
        let html = command(line, COPY, CopyState::Ready, Callback::noop(), Html::default());
        assert_eq!(Outline::of(&draw(html)).raw("pre"), line);
    }
}

#[test]
fn a_copy_button_keeps_its_name_and_says_copied_of_the_same_text_only() {
    let button = |text: &str| {
        let copied = Copied::Done(BUTTON, FileText::new("a"), at("2026-11-24T10:00:00Z"));
        let copied = copied.state(BUTTON, text);
        copy_button("link small", "Copy config block", COPY, copied, Callback::noop())
    };
    check(
        button("a"),
        Outline::whole,
        expect![[r#"
        button "Copy config block"
    "#]],
    );
    let hidden = r#"<span aria-hidden="true">"#;
    assert!(draw(button("a")).contains(&format!("{hidden}Copy<")));
    assert!(draw(button("b")).contains(&format!("{hidden}Copied<")));
}

fn regions(partition: Option<Partition>, chosen: Option<Region>) -> Html {
    let look = SelectLook::Field { label: "SSO region".into(), hint: html! {}, error: None };
    region_select("r", look, "Choose a region", partition, chosen.as_ref(), &Callback::noop())
}

#[test]
fn a_region_that_the_table_does_not_have_is_there_once_it_is_chosen() {
    let region = Region::in_partition("eusc-de-north-1", Partition::EuSovereign).unwrap();
    check(
        regions(Some(Partition::EuSovereign), Some(region)),
        Outline::whole,
        expect![[r#"
        combobox "SSO region" = "eusc-de-north-1 eusc-de-north-1"
    "#]],
    );
}

#[test]
fn all_regions_are_grouped_by_partition() {
    let html = draw(regions(None, Region::parse("eu-west-1").ok()));
    let groups: Vec<&str> =
        html.split("<optgroup label=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    assert_eq!(groups, ["AWS", "China", "AWS GovCloud (US)", "European Sovereign Cloud"]);
}

#[test]
fn a_field_says_what_is_wrong_with_it() {
    let field = TextField {
        id: "u".into(),
        label: "Start URL",
        value: "x".to_owned(),
        error: Some("Not a start URL.".into()),
        hint: "Any link.".into(),
        ..TextField::default()
    };
    check(
        text_field(field),
        Outline::whole,
        expect![[r#"
            textbox "Start URL" = "x" (invalid)
            alert: Not a start URL.
            Any link.
        "#]],
    );
}

#[test]
fn the_current_step_is_told_from_the_finished_ones() {
    let step = |(state, name)| step(state, name, "…".into(), Html::default(), Html::default());
    let steps =
        [(StepState::Done, "Connect"), (StepState::Now, "Approve"), (StepState::Todo, "Choose")];
    check(
        road(steps.map(step).into_iter().collect()),
        Outline::whole,
        expect![[r#"
            listitem: Connect , done: …
            listitem (current step): Approve …
            listitem: Choose …
        "#]],
    );
}
