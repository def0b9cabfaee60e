//! Which system this is, and what a person there types to install a thing that no task installs for them.

use std::fs;

/// A system whose packages are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Debian,
    /// And its children. Its browsers are snaps, which need a running snapd.
    Ubuntu,
    Fedora,
    Arch,
    MacOs,
    Windows,
    Other,
}

/// A command for each of them; where one is empty, `other` is what can be said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ByHand {
    pub(super) debian: &'static str,
    pub(super) ubuntu: &'static str,
    pub(super) fedora: &'static str,
    pub(super) arch: &'static str,
    pub(super) macos: &'static str,
    pub(super) windows: &'static str,
    /// In words.
    pub(super) other: &'static str,
}

impl System {
    pub(super) fn here() -> System {
        if cfg!(target_os = "macos") {
            System::MacOs
        } else if cfg!(windows) {
            System::Windows
        } else {
            System::of(&fs::read_to_string("/etc/os-release").unwrap_or_default())
        }
    }

    /// Of what `/etc/os-release` says: its own name first, then whom it is like.
    fn of(os_release: &str) -> System {
        let value = |key| {
            let line =
                os_release.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches('"')
        };
        let names = value("ID").split(' ').chain(value("ID_LIKE").split(' '));
        let known = |name| match name {
            "debian" => Some(System::Debian),
            "ubuntu" => Some(System::Ubuntu),
            "fedora" | "rhel" | "centos" => Some(System::Fedora),
            "arch" => Some(System::Arch),
            _ => None,
        };
        names.filter_map(known).next().unwrap_or(System::Other)
    }
}

impl ByHand {
    /// What to do here.
    pub(super) fn here(self) -> String {
        self.on(System::here())
    }

    fn on(self, system: System) -> String {
        let command = match system {
            System::Debian => self.debian,
            System::Ubuntu => self.ubuntu,
            System::Fedora => self.fedora,
            System::Arch => self.arch,
            System::MacOs => self.macos,
            System::Windows => self.windows,
            System::Other => "",
        };
        if command.is_empty() { self.other.to_owned() } else { format!("`{command}`") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_known_by_its_name_or_by_whom_it_is_like() {
        for (os_release, system) in [
            ("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n", System::Debian),
            ("ID=ubuntu\nID_LIKE=debian\n", System::Ubuntu),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Ubuntu),
            ("ID=fedora\n", System::Fedora),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", System::Fedora),
            ("ID=manjaro\nID_LIKE=arch\n", System::Arch),
            ("ID=alpine\n", System::Other),
            ("", System::Other),
        ] {
            assert_eq!(System::of(os_release), system, "{os_release}");
        }
    }

    #[test]
    fn what_to_do_is_the_systems_own_command_or_words() {
        let by_hand = ByHand { arch: "pacman -S x", other: "install x", ..ByHand::default() };
        assert_eq!(by_hand.on(System::Arch), "`pacman -S x`");
        assert_eq!(by_hand.on(System::Windows), "install x");
        assert_eq!(by_hand.on(System::Other), "install x");
    }
}
