//! Everybody can use the page: axe-core's rules at four widths, light, dark and in forced colours, and room for a page
//! that is enlarged, on every screen.

use crate::{company, screens};
use onramp_e2e::{Look, Page, Scheme, with_demo};
use std::sync::Mutex;

#[tokio::test]
async fn every_screen_is_accessible_and_fits_every_window() {
    with_demo(&[], async |page| {
        page.load_axe().await;
        let faults = Mutex::new(Vec::new());
        screens::each(page, async |screen| look_at(page, screen, &faults).await).await;
        let faults = faults.into_inner().unwrap();
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn a_companys_screens_are_too() {
    company::with_company(async |page| {
        page.load_axe().await;
        let faults = Mutex::new(Vec::new());
        company::each(page, async |screen| look_at(page, screen, &faults).await).await;
        let faults = faults.into_inner().unwrap();
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    })
    .await;
}

async fn look_at(page: &Page, screen: &str, faults: &Mutex<Vec<String>>) {
    let found = faults_of(page).await;
    let found = found.into_iter().map(|fault| format!("{screen}: {fault}"));
    faults.lock().unwrap().extend(found);
}

/// So that a silent axe-core is not taken for a good page.
#[tokio::test]
async fn what_is_wrong_is_found() {
    with_demo(&[], async |page| {
        page.load_axe().await;
        page.script("document.querySelector('main').append(document.createElement('button'))")
            .await;
        let found = page.violations().await;
        assert!(found.iter().any(|line| line.starts_with("button-name (critical)")), "{found:?}");
        let low = page.low_targets().await;
        assert!(low.iter().any(|line| line.starts_with("BUTTON :")), "{low:?}");
    })
    .await;
}

/// A window of 1280 pixels at 200 and at 400 %, as wide as WCAG's "Reflow" asks for.
const ENLARGED: [Look; 2] =
    [Look { width: 640, scheme: Scheme::Light }, Look { width: 320, scheme: Scheme::Light }];

async fn faults_of(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    let forced = Look { width: 1280, scheme: Scheme::Forced };
    for look in Look::ALL.into_iter().chain([forced]).chain(ENLARGED) {
        page.look(look).await;
        match page.overflow().await {
            0 => {}
            pixels => faults.push(format!("{look:?}: {pixels} pixels too wide")),
        }
        if ENLARGED.contains(&look) {
            continue;
        }
        for violation in page.violations().await {
            // axe-core takes the page's own colours for those that are seen, which are the system's.
            if look != forced || !violation.starts_with("color-contrast") {
                faults.push(format!("{look:?}: {violation}"));
            }
        }
        if look == Look::ALL[0] {
            faults.extend(page.low_targets().await);
        }
    }
    page.look_as_usual().await;
    faults
}
