//! One profile among many with a name and a region of its own.

use crate::effect::Effect;
use crate::screens::setup::msg::{ChooseMsg, UseItMsg};
use crate::testing::setup::key;
use crate::testing::{Outline, Page, brief, draw};
use expect_test::{Expect, expect};
use onramp_domain::Region;

/// Every role of two accounts is chosen.
fn all_chosen() -> Page {
    let mut page = Page::listed();
    page.choose(ChooseMsg::AllShownToggled);
    page.use_it(UseItMsg::TemplateEntered("{role_name|lower}".to_owned()));
    page
}

fn name(page: &mut Page, account: &str, role: &str, name: &str) {
    page.choose(ChooseMsg::OwnNameEntered(key(account, role), name.to_owned()));
}

/// The profiles' names and regions.
#[track_caller]
fn check(page: &Page, expect: Expect) {
    let use_it = &page.model.setup.use_it;
    let entries = use_it.entries.iter().map(|entry| {
        let region = entry.region.as_ref().map_or("-", |region| region.as_str());
        format!("{} {region}", entry.profile.as_str())
    });
    let lines: Vec<String> = entries.collect();
    let error = use_it.naming_error.as_ref().map(|error| format!("{error:?}"));
    expect.assert_eq(&error.unwrap_or(lines.join(", ")));
}

#[test]
fn a_profile_keeps_its_own_name_and_region_whatever_else_is_done() {
    let mut page = all_chosen();
    name(&mut page, "111111111111", "Admin", "prod");
    let west = Region::parse("us-west-2").ok();
    page.choose(ChooseMsg::OwnRegionChosen(key("111111111111", "Admin"), west));
    page.choose(ChooseMsg::OwnRegionChosen(key("111111111111", "Dev"), None));
    check(&page, expect!["admin eu-west-1, prod us-west-2, dev -"]);
    page.choose(ChooseMsg::FilterEntered("alpha".to_owned()));
    check(&page, expect!["admin eu-west-1, prod us-west-2, dev -"]);
    page.use_it(UseItMsg::DefaultRegionChosen(Region::parse("eu-north-1").ok()));
    check(&page, expect!["admin eu-north-1, prod us-west-2, dev -"]);
    page.toggle("111111111111", "Admin");
    check(&page, expect!["admin eu-north-1, dev -"]);
    page.toggle("111111111111", "Admin");
    check(&page, expect!["admin eu-north-1, prod us-west-2, dev -"]);
    page.choose(ChooseMsg::ResetClicked(key("111111111111", "Admin")));
    check(&page, expect!["admin-000000000042 eu-north-1, admin-111111111111 eu-north-1, dev -"]);
}

#[test]
fn the_last_profile_left_gets_the_focus_back_when_its_settings_are_closed() {
    let mut page = all_chosen();
    page.choose(ChooseMsg::EditClicked(key("000000000042", "Admin")));
    page.toggle("111111111111", "Admin");
    page.toggle("111111111111", "Dev");
    assert_eq!(brief(&page.choose(ChooseMsg::EditDone)), "Focus(edited)");
    assert!(Outline::of(&draw(page.html())).takes_focus("edited"));
}

#[test]
fn names_stay_valid_and_unique() {
    let mut page = all_chosen();
    // What the template makes gives way to what a person typed.
    name(&mut page, "111111111111", "Admin", "dev");
    check(&page, expect!["admin eu-west-1, dev eu-west-1, dev-111111111111 eu-west-1"]);
    name(&mut page, "000000000042", "Admin", " dev ");
    check(
        &page,
        expect![[
            r#"Taken(RoleKey { account: 111111111111, role: RoleName("Admin") }, ProfileName("dev"))"#
        ]],
    );
    name(&mut page, "000000000042", "Admin", "a]");
    check(
        &page,
        expect![[
            r#"Name(RoleKey { account: 000000000042, role: RoleName("Admin") }, Character(']'))"#
        ]],
    );
    // Who is not chosen takes no name away.
    page.toggle("000000000042", "Admin");
    check(&page, expect!["dev eu-west-1, dev-111111111111 eu-west-1"]);
}

#[test]
fn a_wrong_template_does_not_matter_where_every_name_is_a_persons() {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.enter_name("mine");
    page.use_it(UseItMsg::TemplateEntered("{nope}".to_owned()));
    check(&page, expect!["mine eu-west-1"]);
}

#[test]
fn a_range_becomes_what_its_end_becomes() {
    let mut page = Page::signed_in();
    page.list(&[("111111111111", "A", &["a", "b", "c"]), ("222222222222", "B", &["d", "e"])]);
    let chosen = |page: &Page| -> String {
        let choose = &page.model.setup.choose;
        let keys = choose.rows.keys().into_iter().filter(|key| choose.selection.contains(key));
        keys.map(|key| key.role.to_string()).collect()
    };
    let [b, d, e] = [("111111111111", "b"), ("222222222222", "d"), ("222222222222", "e")]
        .map(|(account, role)| key(account, role));
    page.choose(ChooseMsg::RangeToggled(b.clone()));
    assert_eq!(chosen(&page), "b");
    page.choose(ChooseMsg::RangeToggled(e.clone()));
    assert_eq!(chosen(&page), "bcde");
    page.choose(ChooseMsg::RangeToggled(d.clone()));
    assert_eq!(chosen(&page), "e");
    // What a filter hides is not in between.
    page.choose(ChooseMsg::ClearClicked);
    page.choose(ChooseMsg::FilterEntered("222".to_owned()));
    page.choose(ChooseMsg::RangeToggled(e.clone()));
    assert_eq!(chosen(&page), "e");
    page.choose(ChooseMsg::RangeChosen(e, d));
    assert_eq!(chosen(&page), "de");
    assert_eq!(page.model.setup.choose.selection.len(), 2);
}

#[test]
fn the_chosen_roles_become_bookmarks() {
    let mut page = Page::signed_in();
    page.list(&[("000000000042", "R&D <\"old\">", &["Dev+Ops"])]);
    let mut bookmarks = || match &page.choose(ChooseMsg::BookmarksClicked)[..] {
        [Effect::Download { name: "aws-roles.html", text }] => text.expose().to_string(),
        other => format!("{other:?}"),
    };
    expect![[r#"
        <!DOCTYPE NETSCAPE-Bookmark-file-1>
        <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
        <TITLE>Bookmarks</TITLE>
        <H1>Bookmarks</H1>
        <DL><p>
            <DT><H3>AWS roles at acme.awsapps.com</H3>
            <DL><p>
                <DT><A HREF="https://acme.awsapps.com/start/#/console?account_id=000000000042&amp;role_name=Dev%2BOps">Dev+Ops in R&amp;D &lt;&quot;old&quot;&gt; (000000000042)</A>
            </DL><p>
        </DL><p>
    "#]].assert_eq(&bookmarks());
    page.choose(ChooseMsg::ClearClicked);
    assert_eq!(page.choose(ChooseMsg::BookmarksClicked).len(), 0);
}
