//! How the page is looked at: the window's width, light or dark. And pictures of it.

use crate::browser::Browser;
use crate::devtools::devtools;
use crate::package;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::json;
use std::env;
use std::fs;
use std::path::PathBuf;

/// What a person's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
    /// The system's few colours, in place of the page's own.
    Forced,
}

/// One way of looking at the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The window's width in CSS pixels.
    pub width: u32,
    /// Light or dark.
    pub scheme: Scheme,
}

impl Look {
    /// A phone, a tablet, a laptop and a wide screen, each light and dark.
    pub const ALL: [Look; 8] = [
        Look { width: 390, scheme: Scheme::Light },
        Look { width: 390, scheme: Scheme::Dark },
        Look { width: 768, scheme: Scheme::Light },
        Look { width: 768, scheme: Scheme::Dark },
        Look { width: 1280, scheme: Scheme::Light },
        Look { width: 1280, scheme: Scheme::Dark },
        Look { width: 1920, scheme: Scheme::Light },
        Look { width: 1920, scheme: Scheme::Dark },
    ];

    fn height(self) -> u32 {
        if self.width < 600 { 844 } else { 900 }
    }

    fn scheme_name(self) -> &'static str {
        match self.scheme {
            Scheme::Light | Scheme::Forced => "light",
            Scheme::Dark => "dark",
        }
    }

    fn forced_colors(self) -> &'static str {
        match self.scheme {
            Scheme::Light | Scheme::Dark => "none",
            Scheme::Forced => "active",
        }
    }
}

pub(crate) async fn apply(client: &Client, look: Look) -> Result<(), CmdError> {
    // A phone's scrollbar takes no room, and a picture of the whole page needs none.
    devtools(client, "Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    let size = json!({
        "width": look.width,
        "height": look.height(),
        "deviceScaleFactor": 1,
        "mobile": false,
    });
    devtools(client, "Emulation.setDeviceMetricsOverride", size).await?;
    // Without motion, so that no colour is caught between the two schemes.
    let features = json!([
        { "name": "prefers-color-scheme", "value": look.scheme_name() },
        { "name": "forced-colors", "value": look.forced_colors() },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    devtools(client, "Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    Ok(())
}

/// Takes a picture of the whole page, below the window's edge too where it is Chromium's.
pub(crate) async fn picture(client: &Client) -> Result<Vec<u8>, CmdError> {
    if Browser::chosen() != Browser::Chromium {
        return client.screenshot().await;
    }
    client.execute("scrollTo(0, 0)", vec![]).await?;
    let whole = json!({ "format": "png", "captureBeyondViewport": true });
    let answer = devtools(client, "Page.captureScreenshot", whole).await?;
    let data = answer["data"].as_str().unwrap_or_default();
    STANDARD.decode(data).map_err(|_| CmdError::NotW3C(answer))
}

/// Writes a picture to the folder that `ONRAMP_PICTURES` names, else to `tests/e2e/screenshots/`, which is not kept in
/// the repository.
pub(crate) fn save(name: &str, look: Option<Look>, picture: &[u8]) -> PathBuf {
    let folder = env::var_os("ONRAMP_PICTURES").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| package().join("screenshots"));
    let file = match look {
        Some(look) => format!("{name}-{}-{}.png", look.width, look.scheme_name()),
        None => format!("{name}.png"),
    };
    let path = folder.join(file);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, picture))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}
