//! Printers: on Linux and macOS the print system's own commands (`lpstat`, `lp`), on Windows the program that is
//! registered for PDF files.

use std::path::Path;

use repair_core::{Code, Error, Result};
use serde::Serialize;
use tauri::async_runtime::spawn_blocking;

#[cfg(not(windows))]
use cups as system;
#[cfg(windows)]
use windows as system;

/// A printer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Printer {
    pub name: String,
    /// The one taken when nobody chooses.
    pub default: bool,
}

/// How far a print job got. That paper came out is for a person to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Job {
    pub printer: String,
    /// The print system took the job; otherwise it was only handed over.
    pub accepted: bool,
    /// Number by which the print system knows the job.
    pub job: Option<String>,
}

/// Lists the printers; none where there is no print system.
#[tauri::command]
pub async fn printers() -> Vec<Printer> {
    spawn_blocking(list).await.unwrap_or_default()
}

fn list() -> Vec<Printer> {
    #[cfg(debug_assertions)]
    if let Some(folder) = pretended::folder() {
        // Without its folder the printer is switched off.
        return folder
            .is_dir()
            .then(pretended::printer)
            .into_iter()
            .collect();
    }
    system::list()
}

/// Whether the print system is done with a job; nothing where it cannot be asked.
#[tauri::command]
pub async fn print_done(job: String) -> Option<bool> {
    let ask = move || {
        #[cfg(debug_assertions)]
        if pretended::folder().is_some() {
            return Some(pretended::done());
        }
        system::done(&job)
    };
    spawn_blocking(ask).await.ok().flatten()
}

/// Errors: [`Code::PrinterMissing`] unless there is a printer of that name.
pub fn must_exist(printer: &str) -> Result<()> {
    if list().iter().any(|p| p.name == printer) {
        Ok(())
    } else {
        Err(missing(printer))
    }
}

/// Prints a PDF file under a title of one line.
///
/// Errors: [`Code::PrinterMissing`] without a print system, [`Code::PrintRefused`].
pub fn print(pdf: &Path, printer: &str, title: &str) -> Result<Job> {
    #[cfg(debug_assertions)]
    if let Some(folder) = pretended::folder() {
        return pretended::print(pdf, &folder, title);
    }
    system::print(pdf, printer, title)
}

fn missing(printer: &str) -> Error {
    Error::new(Code::PrinterMissing).with("printer", printer)
}

fn refused(printer: &str) -> Error {
    Error::new(Code::PrintRefused).with("printer", printer)
}

#[cfg(not(windows))]
mod cups {
    use std::process::Command;

    use super::{Job, Path, Printer, Result, missing, refused};

    /// A print command with its answers in plain English.
    fn command(name: &str) -> Command {
        let mut command = Command::new(name);
        command.env("LC_ALL", "C");
        command
    }

    fn answer(name: &str, args: &[&str]) -> String {
        match command(name).args(args).output() {
            Ok(output) => String::from_utf8_lossy(&output.stdout).into_owned(),
            Err(_) => String::new(),
        }
    }

    pub fn list() -> Vec<Printer> {
        read_list(&answer("lpstat", &["-e"]), &answer("lpstat", &["-d"]))
    }

    /// `names`: one a line; `default`: `system default destination: NAME`.
    fn read_list(names: &str, default: &str) -> Vec<Printer> {
        let default = default.trim().rsplit_once(": ").map(|(_, name)| name);
        let names = names.lines().map(str::trim).filter(|name| !name.is_empty());
        names
            .map(|name| Printer {
                name: name.to_owned(),
                default: default == Some(name),
            })
            .collect()
    }

    pub fn print(pdf: &Path, printer: &str, title: &str) -> Result<Job> {
        let mut lp = command("lp");
        lp.args(["-d", printer, "-t", title, "--"]).arg(pdf);
        let output = lp.output().map_err(|_| missing(printer))?;
        if !output.status.success() {
            return Err(refused(printer));
        }
        Ok(Job {
            printer: printer.to_owned(),
            accepted: true,
            job: read_job(&String::from_utf8_lossy(&output.stdout)),
        })
    }

    pub fn done(job: &str) -> Option<bool> {
        let output = command("lpstat").args(["-W", "not-completed"]).output();
        let output = output.ok().filter(|output| output.status.success())?;
        Some(!waits(&String::from_utf8_lossy(&output.stdout), job))
    }

    /// Whether the job stands in the list of those not completed: `Laser-12  mei  35840  Mon 23 Nov 2026 …`, one a line.
    fn waits(list: &str, job: &str) -> bool {
        let mut lines = list.lines();
        lines.any(|line| line.split_whitespace().next() == Some(job))
    }

    /// `request id is Laser-12 (1 file(s))`
    fn read_job(answer: &str) -> Option<String> {
        let rest = answer.trim().strip_prefix("request id is ")?;
        rest.split_whitespace().next().map(str::to_owned)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn lists_are_read() {
            let list = read_list("Laser\nDot_matrix\n", "system default destination: Laser\n");
            let read: Vec<_> = list.iter().map(|p| (p.name.as_str(), p.default)).collect();
            assert_eq!(read, [("Laser", true), ("Dot_matrix", false)]);
            assert_eq!(read_list("", "no system default destination\n"), []);
        }

        #[test]
        fn a_job_that_waits_is_not_done() {
            let list = "Laser-12   mei   35840   Mon 23 Nov 2026\nLaser-13   mei   1024   Mon 23 Nov 2026\n";
            assert!(waits(list, "Laser-12"));
            assert!(!waits(list, "Laser-1"));
            assert!(!waits("", "Laser-12"));
        }

        #[test]
        fn job_numbers_are_read() {
            let job = read_job("request id is Laser-12 (1 file(s))\n");
            assert_eq!(job.as_deref(), Some("Laser-12"));
            assert_eq!(read_job("lp: error"), None);
        }
    }
}

#[cfg(windows)]
mod windows {
    use std::process::Command;

    use super::{Job, Path, Printer, Result, refused};

    /// The registered program prints to Windows' default printer; it cannot be told another.
    const DEFAULT: &str = "Windows";

    pub fn list() -> Vec<Printer> {
        vec![Printer {
            name: DEFAULT.to_owned(),
            default: true,
        }]
    }

    /// The registered program does not report back.
    pub fn done(_job: &str) -> Option<bool> {
        None
    }

    pub fn print(pdf: &Path, printer: &str, _title: &str) -> Result<Job> {
        // The path goes by the environment, so that no character in it means anything to the shell.
        let script = "Start-Process -FilePath $env:REPAIR_DESK_PDF -Verb Print -WindowStyle Hidden";
        let status = Command::new("powershell")
            .args(["-NoProfile", "-NonInteractive", "-Command", script])
            .env("REPAIR_DESK_PDF", pdf)
            .status();
        if !status.is_ok_and(|s| s.success()) {
            return Err(refused(printer));
        }
        Ok(Job {
            printer: printer.to_owned(),
            accepted: false,
            job: None,
        })
    }
}

/// A printer for window tests: a folder that takes the files. A release build has none of this.
#[cfg(debug_assertions)]
mod pretended {
    use std::path::PathBuf;

    use super::{Job, Path, Printer, Result, refused};

    pub fn folder() -> Option<PathBuf> {
        std::env::var_os("REPAIR_DESK_PRINTER").map(PathBuf::from)
    }

    pub fn printer() -> Printer {
        Printer {
            name: "Test printer".to_owned(),
            default: true,
        }
    }

    /// What lies in the folder is printed.
    pub fn done() -> bool {
        true
    }

    pub fn print(pdf: &Path, folder: &Path, title: &str) -> Result<Job> {
        let name = printer().name;
        std::fs::copy(pdf, folder.join(format!("{title}.pdf"))).map_err(|_| refused(&name))?;
        Ok(Job {
            printer: name,
            accepted: true,
            job: Some(title.to_owned()),
        })
    }
}
