//! Names of accounts, their addresses and roles, as companies really have them.
//!
//! Not here: chance. A name follows from its place alone, so that a test can rely on it at any seed.

/// The name of the account at this place. The first ones are everyday; then come what breaks programs; then any number
/// of ordinary ones, of which a few are equal.
pub(super) fn account(index: usize) -> String {
    if let Some(name) = ACCOUNTS.get(index) {
        return (*name).to_owned();
    }
    let ordinary = index - ACCOUNTS.len();
    let team = TEAMS[ordinary % TEAMS.len()];
    let stage = STAGES[ordinary / TEAMS.len() % STAGES.len()];
    match ordinary / (TEAMS.len() * STAGES.len()) {
        0 => format!("{team} {stage}"),
        round if ordinary.is_multiple_of(50) => format!("{team} {stage} {}", round - 1),
        round => format!("{team} {stage} {round}"),
    }
}

/// The address of the account's root user.
pub(super) fn email(index: usize) -> String {
    match EMAILS.get(index) {
        Some(email) => (*email).to_owned(),
        None => format!("aws+account-{index:04}@acme.example"),
    }
}

/// The roles of the account at this place: so many, all different, the commonest first.
pub(super) fn roles(index: usize, count: usize) -> impl Iterator<Item = String> {
    let common = ROLES[0];
    let others =
        (0..ROLES.len() - 1).map(move |step| ROLES[1 + (index * 2 + step) % (ROLES.len() - 1)]);
    std::iter::once(common)
        .chain(others)
        .map(str::to_owned)
        .chain((1..).map(|number| format!("Project-{number:03}-Contributor")))
        .take(count)
}

const ACCOUNTS: &[&str] = &[
    "Acme Development",
    "Acme Production",
    "Sandbox, shared",
    "R&D Zürich",
    "O'Brien's playground",
    "データ分析基盤",
    "Production",
    "Production",
    "\"Legacy\" billing <do not use>",
    "The account of the programme for the modernisation of the systems of record of the northern \
     regional offices, phase two (formerly Project Nightingale)",
    "acme:log_archive/2024",
    "Équipe données – reporting",
    " staging ",
    "Crème brûlée 🍮 Lab",
    "حسابات الإنتاج",
    "[default]",
    "name = value ; # comment",
    "{account_name} ${HOME} %USERPROFILE%",
    "back\\slash and `tick`",
    "null",
    "0042",
    "İstanbul ŞUBE",
    "a",
    "Two  spaces",
];

const EMAILS: &[&str] = &[
    "aws+development@acme.example",
    "aws+production@acme.example",
    "cloud.team+sandbox-shared@acme.example",
    "aws-zuerich@rd.acme.example",
    "pat.o'brien@acme.example",
    "aws+data@acme.example",
    "aws+prod-1@acme.example",
    "AWS+Prod-2@Acme.Example",
    "billing@legacy.acme.example",
    "aws+programme-for-the-modernisation-of-the-systems-of-record@acme.example",
];

const TEAMS: &[&str] = &[
    "Payments",
    "Search",
    "Checkout",
    "Data Platform",
    "Identity",
    "Mobile",
    "Logistics",
    "Pricing",
    "Fraud",
    "Growth",
    "Support Tools",
    "Machine Learning",
    "Networking",
    "Security",
    "Observability",
    "Partner API",
];

const STAGES: &[&str] = &["Development", "Test", "Staging", "Production", "DR"];

const ROLES: &[&str] = &[
    "AdministratorAccess",
    "AWSReadOnlyAccess",
    "Billing_View",
    "PowerUserAccess",
    "data.eng+role@acme",
    "ViewOnlyAccess",
    "SystemAdministrator",
    "DatabaseAdministrator",
    "deploy=prod,eu",
    "SecurityAudit",
    "AWSPowerUserAccess",
    "NetworkAdministrator",
    "a-permission-set-name-made-longer-than-anybody-would-ever-choose",
    "dev",
];
