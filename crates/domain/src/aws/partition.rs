//! Partitions: AWS's separate worlds, and what their hosts end in.

use super::Region;

/// A separate AWS: its own accounts, hosts and sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Partition {
    /// The commercial regions, `aws`.
    Aws,
    /// China, `aws-cn`.
    China,
    /// AWS GovCloud (US), `aws-us-gov`.
    GovCloud,
    /// The European Sovereign Cloud, `aws-eusc`.
    EuSovereign,
}

impl Partition {
    /// Every partition with Identity Center, the largest first.
    pub const ALL: [Partition; 4] =
        [Partition::Aws, Partition::China, Partition::GovCloud, Partition::EuSovereign];

    /// AWS's own id, as in an ARN: `aws`, `aws-cn`, …
    pub fn id(self) -> &'static str {
        match self {
            Partition::Aws => "aws",
            Partition::China => "aws-cn",
            Partition::GovCloud => "aws-us-gov",
            Partition::EuSovereign => "aws-eusc",
        }
    }

    /// What its standard hosts end in.
    pub fn suffix(self) -> &'static str {
        match self {
            Partition::Aws | Partition::GovCloud => "amazonaws.com",
            Partition::China => "amazonaws.com.cn",
            Partition::EuSovereign => "amazonaws.eu",
        }
    }

    /// What its dual-stack hosts end in.
    pub fn dual_stack_suffix(self) -> &'static str {
        match self {
            Partition::Aws | Partition::GovCloud => "api.aws",
            Partition::China => "api.amazonwebservices.com.cn",
            Partition::EuSovereign => "api.amazonwebservices.eu",
        }
    }

    /// Its regions with Identity Center, by id.
    pub fn regions(self) -> impl Iterator<Item = Region> {
        Region::all().filter(move |region| region.partition() == self)
    }

    /// The partition with this id.
    pub fn from_id(id: &str) -> Option<Partition> {
        Partition::ALL.into_iter().find(|partition| partition.id() == id)
    }
}
