//! The built page in a real browser.

mod start;
mod steps;
mod tour;
