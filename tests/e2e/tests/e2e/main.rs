//! The built page in a real browser.

mod access;
mod any_browser;
mod armour;
mod choosing;
mod company;
mod large;
mod main_job;
mod many;
mod refusals;
mod relay;
mod saving;
mod screens;
mod secrets;
mod start;
mod steps;
mod tidy;
mod tidy_files;
mod token;
mod tour;
mod versions;
mod wrong_place;
