//! Who is assigned to what: accounts and roles of every portal, the same for the same seed.
//!
//! Not here: the portals' addresses ([`crate::portals`]), and pages of lists.

mod names;

use crate::Settings;
use crate::portals::Portal;
use onramp_domain::{AccountId, RoleName};
use std::collections::HashSet;

/// Every assignment of the organisation.
pub(crate) struct Organisation {
    big: Vec<Account>,
    solo: Vec<Account>,
    small: Vec<Account>,
}

/// An account that somebody is assigned to.
pub(crate) struct Account {
    pub(crate) id: AccountId,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) roles: Vec<Role>,
}

/// A role in an account.
pub(crate) struct Role {
    pub(crate) name: RoleName,
    pub(crate) access: Access,
}

/// Whether the role's credentials are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// As one would think.
    Granted,
    /// Listed and yet refused, as AWS does it: 403 on a role that isn't theirs, even if the list shows it.
    Refused,
}

/// One account in so many has a role that is listed and refused: the sixth, the thirteenth, …
const REFUSED_EVERY: usize = 7;

impl Organisation {
    pub(crate) fn new(settings: &Settings) -> Organisation {
        Organisation {
            big: accounts(settings.seed, settings.accounts, settings.roles),
            solo: vec![Account {
                id: id("123456789012"),
                name: "Solo".to_owned(),
                email: "aws@solo.example".to_owned(),
                roles: vec![granted("AdministratorAccess")],
            }],
            small: accounts(settings.seed ^ u64::MAX, 3, 2),
        }
    }

    /// What the person of a portal is assigned to, in the order of AWS's list.
    pub(crate) fn accounts(&self, portal: Portal) -> &[Account] {
        match portal {
            Portal::Big => &self.big,
            Portal::Solo => &self.solo,
            Portal::Empty => &[],
            Portal::DualStackOnly | Portal::GovCloud | Portal::China | Portal::Sovereign => {
                &self.small
            }
        }
    }

    /// The account with this id, if the person is assigned to it.
    pub(crate) fn account(&self, portal: Portal, id: AccountId) -> Option<&Account> {
        self.accounts(portal).iter().find(|account| account.id == id)
    }
}

fn accounts(seed: u64, count: usize, roles: usize) -> Vec<Account> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut taken = HashSet::new();
    (0..count)
        .map(|index| Account {
            id: new_id(&mut random, index, &mut taken),
            name: names::account(index),
            email: names::email(index),
            roles: account_roles(index, roles),
        })
        .collect()
}

/// Twelve digits that no other account has; every eighth begins with zeros.
fn new_id(random: &mut fastrand::Rng, index: usize, taken: &mut HashSet<AccountId>) -> AccountId {
    let range = if index % 8 == 2 { 1..1_000_000_000 } else { 100_000_000_000..1_000_000_000_000 };
    loop {
        let id = id(&format!("{:012}", random.u64(range.clone())));
        if taken.insert(id) {
            return id;
        }
    }
}

fn account_roles(index: usize, count: usize) -> Vec<Role> {
    let mut roles: Vec<Role> = names::roles(index, count).map(|name| granted(&name)).collect();
    if let [_, .., last] = roles.as_mut_slice()
        && index % REFUSED_EVERY == REFUSED_EVERY - 2
    {
        last.access = Access::Refused;
    }
    roles
}

fn granted(name: &str) -> Role {
    let name = RoleName::parse(name).expect("the made-up role names are IAM's");
    Role { name, access: Access::Granted }
}

fn id(digits: &str) -> AccountId {
    AccountId::parse(digits).expect("twelve digits are made")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write as _;

    #[track_caller]
    fn check(portal: Portal, expect: Expect) {
        let organisation = Organisation::new(&Settings::at("http://127.0.0.1"));
        let mut text = String::new();
        for account in organisation.accounts(portal) {
            writeln!(text, "{} {} <{}>", account.id, account.name, account.email).unwrap();
            for role in &account.roles {
                writeln!(text, "  {} {:?}", role.name, role.access).unwrap();
            }
        }
        expect.assert_eq(&text);
    }

    #[test]
    fn the_big_portal_has_names_as_people_have_them() {
        check(
            Portal::Big,
            expect![[r#"
            691335560274 Acme Development <aws+development@acme.example>
              AdministratorAccess Granted
              AWSReadOnlyAccess Granted
              Billing_View Granted
            581154388631 Acme Production <aws+production@acme.example>
              AdministratorAccess Granted
              PowerUserAccess Granted
              data.eng+role@acme Granted
            000239635171 Sandbox, shared <cloud.team+sandbox-shared@acme.example>
              AdministratorAccess Granted
              ViewOnlyAccess Granted
              SystemAdministrator Granted
            800980866903 R&D Zürich <aws-zuerich@rd.acme.example>
              AdministratorAccess Granted
              DatabaseAdministrator Granted
              deploy=prod,eu Granted
            108711894746 O'Brien's playground <pat.o'brien@acme.example>
              AdministratorAccess Granted
              SecurityAudit Granted
              AWSPowerUserAccess Granted
            802972530729 データ分析基盤 <aws+data@acme.example>
              AdministratorAccess Granted
              NetworkAdministrator Granted
              a-permission-set-name-made-longer-than-anybody-would-ever-choose Refused
            792241617757 Production <aws+prod-1@acme.example>
              AdministratorAccess Granted
              dev Granted
              AWSReadOnlyAccess Granted
            863590112501 Production <AWS+Prod-2@Acme.Example>
              AdministratorAccess Granted
              Billing_View Granted
              PowerUserAccess Granted
            641475381171 "Legacy" billing <do not use> <billing@legacy.acme.example>
              AdministratorAccess Granted
              data.eng+role@acme Granted
              ViewOnlyAccess Granted
            249298677741 The account of the programme for the modernisation of the systems of record of the northern regional offices, phase two (formerly Project Nightingale) <aws+programme-for-the-modernisation-of-the-systems-of-record@acme.example>
              AdministratorAccess Granted
              SystemAdministrator Granted
              DatabaseAdministrator Granted
            000063635170 acme:log_archive/2024 <aws+account-0010@acme.example>
              AdministratorAccess Granted
              deploy=prod,eu Granted
              SecurityAudit Granted
            243966741727 Équipe données – reporting <aws+account-0011@acme.example>
              AdministratorAccess Granted
              AWSPowerUserAccess Granted
              NetworkAdministrator Granted
        "#]],
        );
    }

    #[test]
    fn the_small_portals_have_little_or_nothing() {
        check(
            Portal::Solo,
            expect![[r#"
            123456789012 Solo <aws@solo.example>
              AdministratorAccess Granted
        "#]],
        );
        check(Portal::Empty, expect![""]);
        check(
            Portal::China,
            expect![[r#"
            784841662057 Acme Development <aws+development@acme.example>
              AdministratorAccess Granted
              AWSReadOnlyAccess Granted
            749613650196 Acme Production <aws+production@acme.example>
              AdministratorAccess Granted
              PowerUserAccess Granted
            000940914795 Sandbox, shared <cloud.team+sandbox-shared@acme.example>
              AdministratorAccess Granted
              ViewOnlyAccess Granted
        "#]],
        );
    }

    #[test]
    fn five_thousand_accounts_have_ids_and_roles_of_their_own() {
        let settings = Settings { accounts: 5000, roles: 40, ..Settings::at("http://127.0.0.1") };
        let organisation = Organisation::new(&settings);
        let accounts = organisation.accounts(Portal::Big);
        let ids: HashSet<AccountId> = accounts.iter().map(|account| account.id).collect();
        assert_eq!(ids.len(), 5000);
        for account in accounts {
            let names: HashSet<&RoleName> = account.roles.iter().map(|role| &role.name).collect();
            assert_eq!(names.len(), 40, "{}", account.id);
        }
    }
}
