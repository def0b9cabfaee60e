//! What the domain makes of this Identity Center's addresses and pages.

mod common;

use clap::ValueEnum;
use common::{BIG, World};
use onramp_domain::portal::verification::{UriVerdict, judge};
use onramp_domain::{PortalHost, Region, StartUrl, region_in_page};
use onramp_fake_idc::{Settings, VerificationForm};

#[tokio::test]
async fn every_aws_form_of_the_verification_address_is_expected() {
    let (start_url, region) = (StartUrl::parse(BIG).unwrap(), Region::parse("eu-west-1").unwrap());
    for &verification in VerificationForm::value_variants() {
        let world = World::with(|settings| Settings { verification, ..settings });
        let client = world.register("").await;
        let address = world.started("", &client, BIG).await.verification_uri_complete;
        let is_expected =
            matches!(judge(&address, &start_url, &region), UriVerdict::Expected { .. });
        assert_eq!(is_expected, verification != VerificationForm::Simulated, "{address}");
    }
}

#[tokio::test]
async fn every_start_page_tells_its_region() {
    let world = World::new();
    for (host, region) in [
        ("d-0000000001.awsapps.com", "eu-west-1"),
        ("solo.awsapps.com", "us-east-1"),
        ("empty.awsapps.com", "us-east-1"),
        ("ssoins-0000000000000001.portal.eu-central-1.app.aws", "eu-central-1"),
        ("ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu", "eusc-de-east-1"),
    ] {
        let path = PortalHost::parse(host).unwrap().start_page_path();
        let page = world.get(&format!("/{host}{path}")).await;
        let text = page.body_text();
        let told = if text.is_empty() { page.header("location") } else { &text };
        assert_eq!(region_in_page(told), Region::parse(region).ok(), "{host}");
    }
}
