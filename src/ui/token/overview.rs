//! What all answers come to together: the state of the sign-in in one line, and what is not among the files.

use crate::app::model::Model;
use crate::app::token::{Checked, Names};
use crate::ui::parts::plain::p;
use crate::ui::text;
use onramp_domain::cache::CacheReport;
use yew::{Html, html};

pub(super) fn view(model: &Model, names: &Names) -> Html {
    let reports = || model.token.checked().iter().filter_map(Checked::report);
    let is_token = |report: &&CacheReport| report.signs_the_cli_in();
    // Several sign-ins may be among the files: the best is the one that works.
    let best = reports().filter(is_token).map(|report| (report.standing(model.now), report));
    let best = best.min_by_key(|(standing, report)| (*standing, -report.expires_at().timestamp()));
    let (class, sum) = text::sum(
        best.map(|(standing, report)| (standing, report.remaining(model.now).num_seconds())),
    );
    let missing = model.token.missing(names);
    let other = missing.as_ref().and_then(|(sought, _)| {
        let mut owners = model.token.checked().iter().filter_map(|checked| names.owner(checked));
        owners.find(|owner| owner.is_other_spelling_of(sought))
    });
    html! {
        <>
            if reports().nth(1).is_some() { { p(class, sum) } }
            if let Some((sought, file)) = &missing { { p("note", text::missing(sought, file, other.as_ref())) } }
            if reports().any(|report| report.shows_late_clock(model.now)) { { p("note warn", text::LATE_CLOCK) } }
        </>
    }
}
