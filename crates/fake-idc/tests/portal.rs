//! The access portal's calls.

mod common;

use common::{Answer, BIG, SOLO, World};
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use serde_json::Value;

#[track_caller]
fn check(answer: &Answer, expect: Expect) {
    expect.assert_eq(&answer.show());
}

/// Every page of a list: how many items it has.
async fn pages(world: &World, call: Operation, query: &str, list: &str, token: &str) -> Vec<usize> {
    let (mut sizes, mut next) = (Vec::new(), String::new());
    loop {
        let answer = world.portal("", call, &format!("?{query}{next}"), token).await.json();
        sizes.push(answer[list].as_array().unwrap().len());
        match &answer["nextToken"] {
            Value::String(token) => next = format!("&next_token={token}"),
            Value::Null => return sizes,
            other => panic!("{other}"),
        }
    }
}

#[tokio::test]
async fn one_account_has_one_role_and_its_credentials() {
    let world = World::new();
    let token = world.token(SOLO).await;
    let call = async |call, query| world.portal("", call, query, &token).await;
    check(
        &call(Operation::ListAccounts, "").await,
        expect![[r#"
            200
            {"accountList":[{"accountId":"123456789012","accountName":"Solo","emailAddress":"aws@solo.example"}],"nextToken":null}
        "#]],
    );
    check(
        &call(Operation::ListAccountRoles, "?account_id=123456789012").await,
        expect![[r#"
            200
            {"nextToken":null,"roleList":[{"accountId":"123456789012","roleName":"AdministratorAccess"}]}
        "#]],
    );
    let role = "?account_id=123456789012&role_name=AdministratorAccess";
    check(
        &call(Operation::GetRoleCredentials, role).await,
        expect![[r#"
            200
            {"roleCredentials":{"accessKeyId":"ASIASZIJ3QF7ABNYOXNK","expiration":1767272400000,"secretAccessKey":"(40 characters)","sessionToken":"(684 characters)"}}
        "#]],
    );
}

#[tokio::test]
async fn somebody_without_an_assignment_has_an_empty_list() {
    let world = World::new();
    let token = world.token("https://empty.awsapps.com/start").await;
    check(
        &world.portal("", Operation::ListAccounts, "?max_result=100", &token).await,
        expect![[r#"
            200
            {"accountList":[],"nextToken":null}
        "#]],
    );
}

#[tokio::test]
async fn the_big_portals_second_page_is_empty_and_has_a_next_one() {
    let world = World::new();
    let token = world.token(BIG).await;
    let sizes =
        async |query| pages(&world, Operation::ListAccounts, query, "accountList", &token).await;
    assert_eq!(sizes("").await, [6, 0, 6]);
    assert_eq!(sizes("max_result=5").await, [5, 0, 5, 2]);
    assert_eq!(sizes("max_result=1").await.len(), 13);
}

#[tokio::test]
async fn roles_come_in_pages_too() {
    let world = World::with(|settings| onramp_fake_idc::Settings { roles: 5, ..settings });
    let token = world.token(BIG).await;
    let account = world.portal("", Operation::ListAccounts, "?max_result=1", &token).await.json();
    let id = account["accountList"][0]["accountId"].as_str().unwrap().to_owned();
    let query = format!("max_result=2&account_id={id}");
    let sizes = pages(&world, Operation::ListAccountRoles, &query, "roleList", &token).await;
    assert_eq!(sizes, [2, 2, 1]);
}

#[tokio::test]
async fn what_is_out_of_range_is_refused() {
    let world = World::new();
    let token = world.token(BIG).await;
    let list = async |query| world.portal("", Operation::ListAccounts, query, &token).await;
    let too_much = list("?max_result=101").await;
    check(
        &too_much,
        expect![[r#"
        400 InvalidRequestException
        {"__type":"com.amazonaws.switchboard.portal#InvalidRequestException","message":"max_result must be between 1 and 100"}
    "#]],
    );
    assert_eq!(list("?max_result=0").await.show(), too_much.show());
    assert_eq!(list("?max_result=x").await.show(), too_much.show());
    check(
        &list("?next_token=made-up").await,
        expect![[r#"
            400 InvalidRequestException
            {"__type":"com.amazonaws.switchboard.portal#InvalidRequestException","message":"Invalid next token"}
        "#]],
    );
    let roles = async |query| world.portal("", Operation::ListAccountRoles, query, &token).await;
    check(
        &roles("").await,
        expect![[r#"
            400 InvalidRequestException
            {"__type":"com.amazonaws.switchboard.portal#InvalidRequestException","message":"account_id must be twelve digits"}
        "#]],
    );
    check(
        &roles("?account_id=000000000000").await,
        expect![[r#"
            403 ForbiddenException
            {"__type":"com.amazonaws.switchboard.portal#ForbiddenException","message":"No access"}
        "#]],
    );
    let foreign = list("?max_result=1").await.text("nextToken");
    let query = format!("?account_id=123456789012&next_token={foreign}");
    check(
        &roles(&query).await,
        expect![[r#"
            400 InvalidRequestException
            {"__type":"com.amazonaws.switchboard.portal#InvalidRequestException","message":"Invalid next token"}
        "#]],
    );
}

#[tokio::test]
async fn a_role_may_be_listed_and_refused() {
    let world = World::new();
    let token = world.token(BIG).await;
    let page = world.portal("", Operation::ListAccounts, "", &token).await.json();
    let id = page["accountList"][5]["accountId"].as_str().unwrap().to_owned();
    let roles =
        world.portal("", Operation::ListAccountRoles, &format!("?account_id={id}"), &token).await;
    let mut statuses = Vec::new();
    for role in roles.json()["roleList"].as_array().unwrap() {
        let name = role["roleName"].as_str().unwrap();
        let query = format!("?account_id={id}&role_name={name}");
        statuses.push(world.portal("", Operation::GetRoleCredentials, &query, &token).await);
    }
    let [first, second, third] = statuses.try_into().ok().unwrap();
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (200, 200));
    check(
        &third,
        expect![[r#"
            403 ForbiddenException
            {"__type":"com.amazonaws.switchboard.portal#ForbiddenException","message":"No access"}
        "#]],
    );
}

#[tokio::test]
async fn logout_ends_the_session_with_its_refresh_token() {
    let world = World::new();
    let client = world.register("").await;
    let signed_in = world.sign_in(&client, SOLO).await;
    let token = signed_in.text("accessToken");
    check(
        &world.portal("", Operation::Logout, "", &token).await,
        expect![[r#"
            200
        "#]],
    );
    check(
        &world.portal("", Operation::ListAccounts, "", &token).await,
        expect![[r#"
            401 UnauthorizedException
            {"__type":"com.amazonaws.switchboard.portal#UnauthorizedException","message":"Session token not found or invalid"}
        "#]],
    );
    check(
        &world.portal("", Operation::Logout, "", &token).await,
        expect![[r#"
            401 UnauthorizedException
            {"__type":"com.amazonaws.switchboard.portal#UnauthorizedException","message":"Session token not found or invalid"}
        "#]],
    );
    let refresh = world.refresh("", &client, &signed_in.text("refreshToken")).await;
    assert_eq!(refresh.text("error"), "invalid_grant");
}

#[tokio::test]
async fn a_call_without_a_token_is_as_one_with_a_wrong_one() {
    let world = World::new();
    let without = world.get("/assignment/accounts").await;
    let wrong = world.portal("", Operation::ListAccounts, "", "wrong").await;
    assert_eq!(without.show(), wrong.show());
}
