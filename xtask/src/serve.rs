//! `demo` and `serve`: builds the page and the host, starts the host, opens the page.
//!
//! The host prints `ready http://127.0.0.1:PORT/` when it answers; that line is passed on, and is all that comes on
//! stdout.

use crate::args::{DemoOptions, ServeOptions};
use crate::command;
use crate::error::TaskError;
use crate::page::{self, Build};
use crate::project;
use crate::setup::{Toolbox, has_spare_cores, plan};
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{process, thread};

/// Serves the page with the simulated Identity Center until it is interrupted.
pub(crate) fn demo(options: &DemoOptions) -> Result<(), TaskError> {
    let mut more = Vec::new();
    for (name, value) in [("--accounts", options.accounts), ("--roles", options.roles)] {
        more.extend(value.iter().flat_map(|value| [name.to_owned(), value.to_string()]));
    }
    run_host("demo", &options.serve, &more)
}

/// Serves the page with the relay to AWS until it is interrupted.
pub(crate) fn serve(options: &ServeOptions) -> Result<(), TaskError> {
    run_host("serve", options, &[])
}

fn run_host(mode: &str, options: &ServeOptions, more: &[String]) -> Result<(), TaskError> {
    // Before minutes of building, not after.
    is_free(options.port)?;
    plan::announce()?;
    if has_spare_cores() {
        thread::scope(|scope| {
            let host = scope.spawn(page::build_host);
            build_page()?;
            Ok::<(), TaskError>(host.join().expect("it does not panic")?)
        })?;
    } else {
        build_page()?;
        page::build_host()?;
    }

    let mut host = Command::new(project::built("debug", "onramp"));
    host.current_dir(project::root())
        .arg(mode)
        .args(["--listen", &format!("127.0.0.1:{}", options.port), "--page", "dist"])
        .args(more)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = host.spawn().map_err(|source| command::not_started(&host, source))?;
    let stdout = child.stdout.take();
    let child = Arc::new(Mutex::new(child));
    end_on_interrupt(&child)?;

    // It ends, by itself or because it is to.
    for line in
        stdout.into_iter().flat_map(|stdout| BufReader::new(stdout).lines()).map_while(Result::ok)
    {
        say(&line);
        if let Some(address) = line.strip_prefix("ready ")
            && !options.no_open
        {
            open_page(address);
        }
    }
    let status = lock(&child).wait().map_err(|source| command::not_started(&host, source))?;
    Ok(command::succeeded(&host, status)?)
}

/// An interrupt ends both programs, and is no failure.
fn end_on_interrupt(child: &Arc<Mutex<Child>>) -> Result<(), TaskError> {
    let child = Arc::clone(child);
    let end = move || {
        // It may have ended already, since a terminal's interrupt reaches it too.
        let mut child = lock(&child);
        drop(child.kill());
        drop(child.wait());
        process::exit(0);
    };
    ctrlc::set_handler(end).map_err(TaskError::Signals)
}

/// A child is as good after a panic as before.
fn lock(child: &Mutex<Child>) -> MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

fn build_page() -> Result<(), TaskError> {
    Ok(page::build(&Toolbox::for_page()?, Build::Quick)?)
}

/// A line for the program or person that waits for it, at once. Whether anybody reads it is not our concern.
fn say(line: &str) {
    let mut stdout = io::stdout().lock();
    drop(writeln!(stdout, "{line}").and_then(|()| stdout.flush()));
}

fn open_page(address: &str) {
    if let Err(error) = open::that_detached(address) {
        eprintln!("xtask: could not open a browser ({error}); open {address} yourself");
    }
}

fn is_free(port: u16) -> Result<(), TaskError> {
    TcpListener::bind(("127.0.0.1", port))
        .map(drop)
        .map_err(|source| TaskError::PortTaken { port, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_said_with_what_to_do() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = is_free(port).unwrap_err().to_string();
        assert!(error.contains(&format!("port {port}")) && error.contains("--port 0"), "{error}");
        drop(taken);
        is_free(port).unwrap();
    }
}
