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

/// What to do here: the command for this system, or else what can be said in words.
pub(super) fn by_hand(commands: &[(System, &str)], other: &str) -> String {
    by_hand_on(System::here(), commands, other)
}

fn by_hand_on(system: System, commands: &[(System, &str)], other: &str) -> String {
    let command = commands.iter().find(|(known, _)| *known == system);
    command.map_or_else(|| other.to_owned(), |(_, command)| format!("`{command}`"))
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
        let on = |system| by_hand_on(system, &[(System::Arch, "pacman -S x")], "install x");
        assert_eq!(on(System::Arch), "`pacman -S x`");
        assert_eq!(on(System::Windows), "install x");
        assert_eq!(on(System::Other), "install x");
    }
}
