//! The parts, drawn: exact text, names, states.

use super::{
    CodeBlock, Command, CopyButton, RegionSelect, SelectLook, Step, StepState, Steps, TextField,
};
use crate::effect::CopyId;
use crate::file_text::FileText;
use crate::shared::Copied;
use crate::testing::{Outline, at, check, draw};
use expect_test::expect;
use onramp_domain::{Partition, Region};
use yew::{Callback, Html, html};

const BUTTON: CopyId = CopyId("block", 0);

fn code_block(text: &str) -> Html {
    html! { <CodeBlock name="Config block" path="~/.aws/config" text={FileText::new(text)} /> }
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
        let html = draw(code_block(text));
        assert_eq!(Outline::of(&html).raw("pre"), text);
    }
    let long = "a = b\n".repeat(20_000);
    assert_eq!(Outline::of(&draw(code_block(&long))).raw("pre"), long);
}

#[test]
fn a_command_is_shown_to_the_letter_and_copied_whole() {
    let command = |shown: Option<&'static str>| {
        let text = FileText::new("(umask 077; cp a  b)");
        html! { <Command id={BUTTON} {text} {shown} copied={Copied::Nothing} on_copy={Callback::noop()} /> }
    };
    let raw = |shown| Outline::of(&draw(command(shown))).raw("pre");
    assert_eq!(raw(None), "(umask 077; cp a  b)");
    assert_eq!(raw(Some("cp a b \\\n  --force c")), "cp a b \\\n  --force c");
}

#[test]
fn a_copy_button_keeps_its_name_and_says_copied_of_the_same_text_only() {
    let button = |text: &str| {
        let copied = Copied::Done(BUTTON, FileText::new("a"), at("2026-11-24T10:00:00Z"));
        html! {
            <CopyButton id={BUTTON} name="Copy config block" text={FileText::new(text)} {copied} on_copy={Callback::noop()} />
        }
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
    html! { <RegionSelect id="r" {look} none="Choose a region" {partition} {chosen} on_choose={Callback::noop()} /> }
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
    let error = Some(yew::AttrValue::from("Not a start URL."));
    check(
        html! { <TextField id="u" label="Start URL" value="x" {error} hint={html! { "Any link." }} on_input={Callback::noop()} /> },
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
    let step = |state, name: &'static str| html! { <Step {state} {name} what={html! { "…" }} /> };
    check(
        html! {
            <Steps>
                { step(StepState::Done, "Connect") }
                { step(StepState::Now, "Approve") }
                { step(StepState::Todo, "Choose") }
            </Steps>
        },
        Outline::whole,
        expect![[r#"
            listitem: Connect , done: …
            listitem (current step): Approve …
            listitem: Choose …
        "#]],
    );
}
