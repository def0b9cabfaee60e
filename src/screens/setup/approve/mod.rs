//! Step two, "Approve": the code, the link to AWS, and what can go wrong in between.

pub mod text;
pub mod update;
mod uri;
pub mod view;
