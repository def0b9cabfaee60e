//! What a person did in the form before the page had started: the start screen stands in the document (www/start.html),
//! so that one can type at once.

use super::msg::Msg;
use crate::screens::setup;
use crate::screens::setup::msg::ConnectMsg;
use onramp_domain::Region;

/// Read off the document once, before the page takes its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Early {
    /// What was typed; `None` where nothing was.
    pub start_url: Option<String>,
    /// The region's id that was chosen.
    pub sso_region: Option<String>,
    /// What was typed.
    pub session_name: Option<String>,
    /// Whether "Sign in" was pressed.
    pub submitted: bool,
    /// Where the keyboard is.
    pub focus: Option<Focus>,
}

/// An element that has the focus, and what is selected in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// Its id.
    pub id: String,
    /// From where to where, for a field with text.
    pub selection: Option<(u32, u32)>,
}

impl Early {
    /// The same as messages, as if it happened now.
    pub(super) fn messages(&self) -> Vec<Msg> {
        let start_url = self.start_url.clone().map(ConnectMsg::StartUrlEntered);
        let region = self.sso_region.as_deref().and_then(|id| Region::parse(id).ok());
        let region = region.map(|region| ConnectMsg::RegionChosen(Some(region)));
        let name = self.session_name.clone().map(ConnectMsg::SessionNameEntered);
        let submitted = self.submitted.then_some(setup::Msg::SignInClicked);
        // A region that is known need not be looked up.
        let typed = [region, start_url, name].into_iter().flatten().map(setup::Msg::Connect);
        typed.chain(submitted).map(Msg::Setup).collect()
    }
}
