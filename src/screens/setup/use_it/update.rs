//! What follows from what happens among options, block and commands.

use super::profiles::role_of;
use super::save::{SaveProgress, Wanted};
use super::state::{Task, Tested, UseIt};
use crate::effect::{Effect, HandOff};
use crate::file_text::{FileText, ReadFile};
use crate::screens::setup::session::step_flow;
use crate::screens::setup::{State, Step, UseItMsg, ids};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::block;
use onramp_domain::device_flow;
use std::rc::Rc;

/// Something happened there.
pub fn update(
    state: &mut State,
    msg: UseItMsg,
    shared: &Shared,
    now: DateTime<Utc>,
) -> Vec<Effect> {
    let may_sign_cli_in = state.may_sign_cli_in(shared);
    let use_it = &mut state.use_it;
    let session = state.flow.session().filter(|_| may_sign_cli_in);
    let cli_token = use_it.cli_token.clone();
    let wanted = Wanted { entries: Rc::clone(&use_it.entries), session, cli_token, now };
    match msg {
        UseItMsg::DefaultRegionChosen(region) => {
            use_it.options.default_region = Some(region);
            state.name_profiles();
        }
        UseItMsg::OutputChosen(output) => {
            use_it.options.output = output;
            state.name_profiles();
        }
        UseItMsg::FormatChosen(format) => {
            use_it.options.format = format;
            state.name_profiles();
        }
        UseItMsg::TemplateEntered(text) => {
            use_it.options.template = text;
            state.name_profiles();
        }
        UseItMsg::CopyBlockClicked => {
            let Some(text) = block(use_it) else { return vec![] };
            use_it.tick(Task::Save);
            return vec![Effect::Copy { button: ids::COPY_BLOCK, text }];
        }
        UseItMsg::DownloadClicked => {
            let Some(text) = block(use_it) else { return vec![] };
            use_it.tick(Task::Save);
            return vec![Effect::Download { name: "config", text }];
        }
        UseItMsg::MergeClicked => {
            if use_it.entries.is_empty() {
                return vec![];
            }
            let entries = Rc::clone(&use_it.entries);
            let mut effects = vec![Effect::HandOff(HandOff::MergeProfiles(entries))];
            if let SaveProgress::Blocked(_, folder, files) = &use_it.save.progress {
                let folder = HandOff::OpenFolderInConfig(*folder, files.clone());
                effects.push(Effect::HandOff(folder));
            }
            return effects;
        }
        UseItMsg::SignCliInToggled => use_it.save.signs_cli_in = !use_it.save.signs_cli_in,
        UseItMsg::SaveClicked if !shared.opens_folders => {}
        UseItMsg::SaveClicked => return use_it.save.begin().into_iter().collect(),
        UseItMsg::SaveHereClicked => {
            let asked = use_it.save.save_here(wanted);
            return saving_went_on(state, asked, now);
        }
        UseItMsg::FolderOpened(opened) => {
            let asked = use_it.save.folder_opened(opened, wanted);
            return saving_went_on(state, asked, now);
        }
        UseItMsg::FolderAnswered(folder, answer) => {
            let asked = use_it.save.folder_answered(folder, answer, wanted);
            return saving_went_on(state, asked, now);
        }
        UseItMsg::UndoSaveClicked => return use_it.save.undo().into_iter().collect(),
        UseItMsg::CopyCommandClicked(task, button) => {
            let command = use_it.command(task, shared.command_shell, now);
            let Some(text) = command.map(FileText::new) else { return vec![] };
            use_it.tick(task);
            return vec![Effect::Copy { button, text }];
        }
        UseItMsg::TaskToggled(task) => match use_it.done.iter().position(|done| *done == task) {
            Some(place) => drop(use_it.done.remove(place)),
            None => use_it.done.push(task),
        },
        UseItMsg::ProfileToTestChosen(name) => {
            let named = use_it.entries.iter().find(|entry| entry.profile.as_str() == name);
            use_it.to_test = named.map(role_of);
            use_it.tested = None;
        }
        UseItMsg::TestSaid(said) => {
            use_it.tested = use_it.read_answer(said.expose());
            match use_it.tested {
                Some(Tested::Works) => use_it.tick(Task::Test),
                Some(Tested::AnotherAnswers) => {}
                None => {
                    let said = ReadFile::pasted(said.clone());
                    return vec![Effect::HandOff(HandOff::OpenInToken(said))];
                }
            }
        }
        UseItMsg::VersionSaid(said) => use_it.cli_said = said,
        UseItMsg::CommandShellChosen(shell) => {
            return vec![Effect::HandOff(HandOff::CommandShell(shell))];
        }
    }
    vec![]
}

/// What is done in the folder is done in the list of tasks too.
fn saving_went_on(state: &mut State, asked: Option<Effect>, now: DateTime<Utc>) -> Vec<Effect> {
    let use_it = &mut state.use_it;
    let mut effects: Vec<Effect> = asked.into_iter().collect();
    // The token is there also where the profiles are others by now.
    if let SaveProgress::Saved(saved) = &use_it.save.progress
        && let (Some(token), Some(session)) = (saved.token(), state.flow.session())
    {
        use_it.cli_token = Some(Rc::clone(token));
        if saved.cli_refreshes() && session.refreshes_itself() {
            effects.extend(step_flow(state, device_flow::Input::GivenToCli, now));
        }
    } else if let SaveProgress::Undone(undone) = &use_it.save.progress {
        effects.push(Effect::Focus(ids::SAVE));
        use_it.done.clear();
        if undone.token().is_some() {
            use_it.cli_token = None;
        }
    }
    let use_it = &mut state.use_it;
    if use_it.save.saved(&use_it.entries).is_some() {
        effects.push(Effect::Focus(ids::SAVE));
        use_it.tick(Task::Save);
        if use_it.cli_token.is_some() {
            use_it.tick(Task::LogIn);
        }
    }
    // Who has gone to another step stays there.
    if state.step() != Step::UseIt {
        effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
    }
    effects
}

/// The whole block, where there is one.
fn block(use_it: &UseIt) -> Option<FileText> {
    let entries = &use_it.entries;
    (!entries.is_empty()).then(|| FileText::new(block::write(entries)))
}
