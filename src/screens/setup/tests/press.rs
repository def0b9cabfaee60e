//! What each control of the screen sends.

use crate::commands::CommandShell;
use crate::effect::CopyId;
use crate::file_text::FileText;
use crate::screens::setup::choose::RoleKey;
use crate::screens::setup::use_it::Task;
use crate::screens::setup::use_it::profiles::role_of;
use crate::screens::setup::{
    ApproveMsg, ChooseMsg, ConnectMsg, Msg, Open, State, Step, UseItMsg, ids,
};
use crate::shared::Shared;
use crate::testing::{Control, Dice};
use onramp_domain::entry::{Format, OutputFormat};
use onramp_domain::{AccountId, EndpointFamily, Region, RoleName};

/// `None` where it isn't one of this screen.
pub fn press(
    (state, shared): (&State, &Shared),
    control: &Control,
    text: &str,
    pasted: &str,
    dice: &mut Dice,
) -> Option<Msg> {
    use {ApproveMsg as A, ChooseMsg as C, ConnectMsg as F, UseItMsg as U};
    let text = text.to_owned();
    let region = || ["eu-west-1", "us-east-1", "none"].map(|id| Region::parse(id).ok());
    let of_profile = |name: &str| {
        let entries = state.use_it.entries.iter();
        entries.filter(|entry| entry.profile.as_str() == name).map(role_of).next()
    };
    // "ROLE in NAME (ID)"
    let key = |role_in_account: &str| {
        let (role, account) = role_in_account.split_once(" in ")?;
        let account = AccountId::parse(account.rsplit_once('(')?.1.trim_end_matches(')')).ok()?;
        Some(RoleKey { account, role: RoleName::parse(role).ok()? })
    };
    let connect = |msg| Some(Msg::Connect(msg));
    let approve = |msg| Some(Msg::Approve(msg));
    let choose = |msg| Some(Msg::Choose(msg));
    let use_it = |msg| Some(Msg::UseIt(msg));
    let name = &*control.name;
    match (&*control.role, name) {
        ("textbox", "Start URL") if dice.once_in(4) => connect(F::StartUrlLeft),
        ("textbox", "Start URL") if dice.once_in(2) => {
            connect(F::StartUrlEntered("https://acme.awsapps.com/start".to_owned()))
        }
        ("textbox", "Start URL") => connect(F::StartUrlEntered(text)),
        ("textbox", "Session name") => connect(F::SessionNameEntered(text)),
        ("textbox", "Profile name") => {
            choose(C::OwnNameEntered(state.use_it.naming(&state.choose).0?.clone(), text))
        }
        ("textbox", "Profile name template") => use_it(U::TemplateEntered(text)),
        ("textbox", "What aws --version says") => use_it(U::VersionSaid(text)),
        ("textbox", "What it says") => use_it(U::TestSaid(FileText::new(pasted))),
        ("textbox", _) => {
            choose(C::OwnNameEntered(key(name.strip_prefix("Profile name of ")?)?, text))
        }
        ("searchbox", _) => choose(C::FilterEntered(text)),
        ("combobox", "SSO region") if state.step() == Step::Approve => {
            approve(A::OtherRegionChosen(dice.pick(&region())))
        }
        ("combobox", "SSO region") => connect(F::RegionChosen(dice.pick(&region()))),
        ("combobox", "AWS's addresses") => connect(F::FamilyChosen(
            dice.pick(&[EndpointFamily::Standard, EndpointFamily::DualStack]),
        )),
        ("combobox", "Portal") => {
            connect(F::PortalChosen(dice.pick(&shared.host.config()?.portals())))
        }
        ("combobox", "Default region") => use_it(U::DefaultRegionChosen(dice.pick(&region()))),
        ("combobox", "Output format") => {
            use_it(U::OutputChosen(dice.pick(&[None, Some(OutputFormat::ALL[0])])))
        }
        ("combobox", "Format") => use_it(U::FormatChosen(dice.pick(&Format::ALL))),
        ("combobox", _) => {
            choose(C::OwnRegionChosen(key(name.strip_prefix("Region of ")?)?, dice.pick(&region())))
        }
        ("checkbox", "Select all shown") => choose(C::AllShownToggled),
        ("checkbox", "Sign the CLI in too") => use_it(U::SignCliInToggled),
        ("checkbox", "Save is done") => use_it(U::TaskToggled(Task::Save)),
        ("checkbox", "Log in is done") => use_it(U::TaskToggled(Task::LogIn)),
        ("checkbox", "Test is done") => use_it(U::TaskToggled(Task::Test)),
        ("checkbox", _) if dice.once_in(4) => choose(C::RangeToggled(key(name)?)),
        ("checkbox", _) if dice.once_in(6) => choose(C::RangeChosen(key(name)?, key(name)?)),
        ("checkbox", _) => choose(C::RoleToggled(key(name)?)),
        ("radio", "bash, zsh" | "fish" | "PowerShell" | "cmd") => {
            use_it(U::CommandShellChosen(dice.pick(&CommandShell::ALL)))
        }
        ("radio", _) => use_it(U::ProfileToTestChosen(name.to_owned())),
        ("link", "Merge into my config" | "Open “Tidy my config”") => use_it(U::MergeClicked),
        ("button", "Sign in" | "Sign in again") => Some(Msg::SignInClicked),
        ("button", "Edit start URL or region" | "Edit where you connect") => {
            Some(Msg::EditClicked(Open::Connect))
        }
        ("button", "Edit your choice" | "Choose" | "Back to your roles") => {
            Some(Msg::EditClicked(Open::Choose))
        }
        ("button", "Sign out") => Some(Msg::SignOutClicked),
        ("button", "Copy link" | "Copy link for a colleague") => Some(Msg::CopyLinkClicked),
        ("button", "Cancel") => approve(A::CancelClicked),
        ("button", "Try again" | "Get a new code") => approve(A::TryAgainClicked),
        ("button", "Copy code") => approve(A::CopyCodeClicked),
        ("button", "Try this region") => approve(A::TryRegionClicked),
        ("button", "Try the other addresses") => approve(A::OtherFamilyClicked),
        ("button", "Ask for them again" | "Check again") => choose(C::ListAgainClicked),
        ("button", "Copy message") => choose(C::CopyRequestClicked),
        ("button", "Clear") if state.choose.rows.lines.is_empty() && dice.once_in(2) => {
            choose(C::FilterEntered(String::new()))
        }
        ("button", "Clear") => choose(C::ClearClicked),
        ("button", "Show") => choose(C::ShowHiddenClicked),
        ("button", "Save as bookmarks") => choose(C::BookmarksClicked),
        ("button", "Continue") => choose(C::ContinueClicked),
        ("button", "Done") => choose(C::EditDone),
        ("button", "Reset") => choose(C::ResetClicked(state.use_it.own.last()?.key.clone())),
        ("button", "Copy config block") => use_it(U::CopyBlockClicked),
        ("button", "Download") => use_it(U::DownloadClicked),
        ("button", "Save to ~/.aws" | "Choose another folder") => use_it(U::SaveClicked),
        ("button", "Save here anyway") => use_it(U::SaveHereClicked),
        ("button", "Undo") => use_it(U::UndoSaveClicked),
        ("button", "Copy save command") => {
            use_it(U::CopyCommandClicked(Task::Save, ids::copy_command(Task::Save)))
        }
        ("button", "Copy") if state.step() != Step::UseIt => Some(Msg::CopyDetailsClicked),
        ("button", "Copy") => match dice.below(5) {
            0 => Some(Msg::CopyDetailsClicked),
            1 => use_it(U::CopyCommandClicked(Task::LogIn, ids::COPY_LOG_IN_AGAIN)),
            other => {
                let task = [Task::LogIn, Task::Test, Task::UseAsDefault][other - 2];
                use_it(U::CopyCommandClicked(task, CopyId("task", task as usize)))
            }
        },
        ("button", _) => {
            if let Some(account) = name.strip_prefix("Select all roles in ") {
                let listed =
                    state.choose.catalog.iter().find(|it| account.contains(&*it.account.name))?;
                return choose(C::AccountToggled(listed.account.id));
            }
            if let Some(profile) = name.strip_prefix("Edit ") {
                let named = of_profile(profile);
                let by_role = || {
                    state.choose.catalog.keys().find(|key| key.role.as_str() == profile).cloned()
                };
                return choose(C::EditClicked(named.or_else(by_role)?));
            }
            if let Some(profile) = name.strip_prefix("Remove ") {
                return choose(C::ProfileRemoved(of_profile(profile)?));
            }
            if let Some(name) = name.strip_prefix("Use ") {
                return connect(F::RegionChosen(
                    Region::all().find(|region| region.name() == name),
                ));
            }
            let (role, _) = name.split_once(' ')?;
            let mut common = state.choose.catalog.common_roles.iter();
            let (role, _) = common.find(|(common, _)| common.as_str() == role)?;
            choose(C::EverywhereToggled(role.clone()))
        }
        _ => None,
    }
}
