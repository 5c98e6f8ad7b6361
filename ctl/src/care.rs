//! Checks, backups and restores.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use repair_core::backup::now::BackUpNow;
use repair_core::backup::restore::{Login, restore_at_rest};
use repair_core::door::When;
use repair_core::ledger::Ledger;
use repair_core::ledger::audit::Outcome;
use repair_core::ledger::file::beside;
use repair_core::ledger::head::{HeadIs, Sought};
use repair_core::ledger::task::Task;
use repair_core::ledger::verify::{Depth, Report, Wanted, verify_file};
use repair_core::{Code, Error, Result};

use crate::office::{now, password, seed, sign_in};
use crate::say::{Say, line};
use crate::{As, At};

/// Checks a ledger, in use or not, or a backup, and looks for a head that was kept.
pub fn verify(at: &At, depth: Depth, head: Option<&str>, say: Say) -> Result<ExitCode> {
    let sought = head.map(Sought::read).transpose()?;
    let wanted = Wanted {
        depth,
        head: sought.as_ref(),
    };
    let (path, key) = (at.path(), at.key()?);
    let task = Arc::new(Task::default());
    let report = say.watch(
        || Some(task.progress()),
        || {
            // A ledger that some program opened may have a log beside it; a backup is one file and stays so.
            if beside(&path, ".lock").exists() {
                Ledger::open_to_read(&path, key.clone())?.verify(wanted, &task)
            } else {
                verify_file(&path, &key, wanted, &task)
            }
        },
    )?;
    tell(&report, say);
    let mut found = true;
    if let Some(is) = &report.sought {
        found = matches!(is, HeadIs::Here { .. });
        tell_head(is, say);
    }
    Ok(if report.fault_count == 0 && found {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn tell(report: &Report, say: Say) {
    for fault in &report.faults {
        let kind = say.text(
            &format!("ctl-fault-{}", fault.kind.as_str().replace('_', "-")),
            &[],
        );
        line(&format!("{kind}  {}", fault.place));
    }
    for jump in &report.jumps {
        let (act, last, at) = (
            jump.act.to_string(),
            jump.last.to_string(),
            jump.at.to_string(),
        );
        let outcome = if jump.refused {
            Outcome::Refused
        } else {
            Outcome::Done
        };
        let args = [
            ("act", act.as_str()),
            ("last", &last),
            ("at", &at),
            ("verb", &jump.verb),
            ("outcome", outcome.as_str()),
            ("reason", jump.reason.as_deref().unwrap_or("none")),
        ];
        say.result(&format!("ctl-jump-{}", jump.jump.as_str()), &args);
    }
    let (acts, rows) = (report.acts.to_string(), report.rows.to_string());
    let count = report.fault_count.to_string();
    say.result("ctl-head", &[("acts", &acts), ("head", &report.head)]);
    if report.rows > 0 {
        say.result("ctl-rows", &[("rows", &rows)]);
    }
    if report.jump_count > 0 {
        let jumps = report.jump_count.to_string();
        say.result("ctl-jumps", &[("count", &jumps)]);
    }
    if report.fault_count == 0 {
        say.result("ctl-sound", &[]);
    } else {
        say.result("ctl-faults", &[("count", &count)]);
    }
}

/// Where a head stands, and what came after it.
fn tell_head(is: &HeadIs, say: Say) {
    let number = |n: &i64| n.to_string();
    match is {
        HeadIs::Here {
            act,
            at,
            verb,
            after,
            last_at,
            verbs,
        } => {
            let (act, at) = (number(act), at.to_string());
            let here = [("act", act.as_str()), ("what", verb), ("at", &at)];
            say.result("head-here", &here);
            match last_at {
                Some(last) => {
                    let (after, last) = (after.to_string(), last.to_string());
                    say.result("head-after", &[("after", &after), ("last", &last)]);
                }
                None => say.result("head-newest", &[]),
            }
            for count in verbs {
                let times = count.times.to_string();
                let line = [("what", count.verb.as_str()), ("times", &times)];
                say.result("head-times", &line);
            }
        }
        HeadIs::Foreign { ledger } => say.result("head-foreign", &[("ledger", ledger)]),
        HeadIs::Cut { act, acts } => {
            let (act, acts) = (number(act), acts.to_string());
            say.result("head-cut", &[("act", &act), ("acts", &acts)]);
        }
        HeadIs::Other { act } => say.result("head-other", &[("act", &number(act))]),
        HeadIs::Unknown => say.result("head-unknown", &[]),
    }
}

/// Makes a backup through the door. The program must not have the ledger open: it makes its own backups.
pub fn back_up(at: &At, by: &As, to: Option<&Path>, say: Say) -> Result<ExitCode> {
    let desk = at.open()?;
    let token = sign_in(&desk, &by.login, say)?;
    let to = to.map(std::path::absolute).transpose()?;
    let verb = BackUpNow {
        folder: to.map(|folder| folder.display().to_string()),
    };
    let made = say.watch(
        || desk.progress(),
        || desk.work(Some(&token), When::by(now), verb),
    )?;
    let run = made.value.run;
    say.result("ctl-backed-up", &[("file", &run.file), ("head", &run.head)]);
    Ok(ExitCode::SUCCESS)
}

/// Puts a backup in the ledger's place.
pub fn restore(at: &At, by: &As, backup: &Path, say: Say) -> Result<ExitCode> {
    let (path, key) = (at.path(), at.key()?);
    let backup = std::path::absolute(backup)?;
    if !backup.exists() {
        return Err(Error::new(Code::NotABackup).at(&backup));
    }
    let password = password(&by.login, say)?;
    let login = Login {
        login: &by.login,
        password: &password,
    };
    let task = Arc::new(Task::default());
    let seed = seed()?;
    let restored = say.watch(
        || Some(task.progress()),
        || restore_at_rest(&path, &key, &backup, &login, now(), seed, &task),
    )?;
    tell(&restored.report, say);
    let ledger = path.display().to_string();
    say.result("ctl-restored", &[("ledger", &ledger)]);
    if let Some(kept) = &restored.kept {
        say.result("ctl-kept", &[("file", kept)]);
    }
    Ok(ExitCode::SUCCESS)
}
