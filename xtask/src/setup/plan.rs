//! What a first run is about to do, said before minutes pass in silence.

use super::{SetupError, cargo_tool, wasm_target};
use crate::project;
use std::thread;

/// One thing that takes a while, and how many minutes on two cores.
type Step = (String, u32);

/// Says on stderr what is missing for the page and its host and has to be installed or compiled first, and for about
/// how long; nothing where that is seconds.
///
/// # Errors
/// When it can't be told what is needed.
pub(crate) fn announce() -> Result<(), SetupError> {
    let mut steps = Vec::new();
    if !wasm_target::is_there() {
        steps.push((format!("install {}", wasm_target::TARGET), 0));
    }
    let has_binstall = cargo_tool::has_binstall();
    for tool in [cargo_tool::TRUNK, cargo_tool::wasm_bindgen()?] {
        if !tool.is_there() {
            let (how, minutes) =
                if has_binstall { ("ready-made", 0) } else { ("from source", tool.minutes) };
            steps.push((format!("install {}, {how}", tool.name()), minutes));
        }
    }
    let built = project::target().join("wasm32-unknown-unknown").join("quick");
    if !built.is_dir() {
        steps.push(("compile the page and the program".to_owned(), 3));
    }
    if !steps.is_empty() {
        eprintln!("{}", text(&steps, thread::available_parallelism().map_or(1, usize::from)));
    }
    Ok(())
}

fn text(steps: &[Step], cores: usize) -> String {
    let mut text = "setup: the first time, this will\n".to_owned();
    for (what, _) in steps {
        text += &format!("setup:   {what}\n");
    }
    // Half of the work is one crate after the other, which more than eight cores don't hasten.
    let work = 2 * steps.iter().map(|(_, minutes)| minutes).sum::<u32>();
    let cores = u32::try_from(cores.clamp(1, 8)).unwrap_or(1);
    let minutes = super::minutes(work.div_ceil(cores).max(1));
    let tools = project::tools();
    text + &format!(
        "setup: about {minutes} together. Programs go to {}; none of yours is replaced",
        tools.display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_for_as_many_cores_as_there_are() {
        let step = |what: &str, minutes| (what.to_owned(), minutes);
        let steps = [step("install a, from source", 4), step("compile b", 3)];
        for (cores, minutes) in
            [(1, "14 minutes"), (2, "7 minutes"), (4, "4 minutes"), (64, "2 minutes")]
        {
            let text = text(&steps, cores);
            assert!(text.contains(&format!("about {minutes} together")), "{text}");
        }
        assert!(text(&[step("install c", 0)], 2).contains("about 1 minute together"));
        let said = text(&steps, 2);
        let lines: Vec<&str> = said.lines().take(3).collect();
        let wanted = ["the first time, this will", "  install a, from source", "  compile b"];
        assert_eq!(lines, wanted.map(|line| format!("setup: {line}")));
    }
}
