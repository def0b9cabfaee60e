//! Pictures of every screen, for whoever changes how the page looks: `cargo xtask tour`.

use crate::{company, screens};
use onramp_e2e::{Look, with_demo};

#[tokio::test]
#[ignore = "takes pictures, proves nothing"]
async fn tour() {
    with_demo(&[], async |page| {
        screens::each(page, async |name| page.pictures(name, &Look::ALL).await).await;
    })
    .await;
}

#[tokio::test]
#[ignore = "takes pictures, proves nothing"]
async fn tour_of_a_company() {
    company::with_company(async |page| {
        company::each(page, async |name| page.pictures(name, &Look::ALL).await).await;
    })
    .await;
}
