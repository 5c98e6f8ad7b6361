//! The way back: a backup, checked first, takes the ledger's place; the replaced ledger stays beside it (R40).

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::{self, Action};
use crate::door::{LongVerb, Work, who};
use crate::error::{Code, Error, Result};
use crate::ledger::audit_trail::RESTORE;
use crate::ledger::backup::{Prepared, Restoring, forget_restore, prepare_restore};
use crate::ledger::backup_runs::BackupRun;
use crate::ledger::file::{Key, Sidecar, alone, take_lock};
use crate::ledger::people::Person;
use crate::ledger::settings::Versions;
use crate::ledger::task::{Task, WorkStage};
use crate::ledger::verify::Report;
use crate::ledger::{Reader, swap};
use crate::moment::Moment;
use crate::people::secret::Tried;

/// Puts a backup in the place of the ledger in use. Afterwards everyone signs in anew.
#[derive(Deserialize, TS)]
pub struct Restore {
    /// Path of the backup.
    pub file: String,
}

/// A backup that took the ledger's place.
#[derive(Debug, Serialize, TS)]
pub struct Restored {
    pub run: BackupRun,
    /// Where the replaced ledger is kept, if there was one.
    pub kept: Option<String>,
    /// What the check of the backup found.
    pub report: Report,
}

const VERB: &str = RESTORE;

impl Restored {
    fn new(prepared: Prepared, kept: Option<std::path::PathBuf>) -> Self {
        Self {
            run: prepared.run,
            kept: kept.map(|k| k.display().to_string()),
            report: prepared.report,
        }
    }
}

impl LongVerb for Restore {
    const NAME: &'static str = VERB;
    const ACTION: Action = Action::Restore;
    type Out = Restored;

    fn run(self, work: &Work<'_>) -> Result<Restored> {
        let ledger = work.ledger();
        if !ledger.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let me = match work.who() {
            Some(who) => work.read(|r| Person::get(r, who.id))?,
            None => return Err(Error::new(Code::SignInFirst)),
        };
        // The person's right is that of the present ledger; an older backup may not know the person yet.
        let who = |r: &Reader<'_>| match Person::by_login(r, me.login.as_deref().unwrap_or(""))? {
            Some(person) if person.id == me.id => Ok(Some(person.id)),
            _ => Ok(None),
        };
        let mut rng = StdRng::from_seed(work.seed());
        let mut by = Restoring {
            now: work.now(),
            verb: VERB,
            rng: &mut rng,
            who: &who,
        };
        let prepared = prepare_restore(
            ledger.path(),
            Some(ledger.id()),
            ledger.key(),
            self.file.as_ref(),
            &work.task,
            &mut by,
        )?;
        let kept = work
            .task
            .begin(WorkStage::Swap, 0)
            .and_then(|()| ledger.swap_in(&prepared.stamp))
            .inspect_err(|_| forget_restore(ledger.path()))?;
        work.begin_anew();
        Ok(Restored::new(prepared, kept))
    }
}

/// Who restores a ledger that cannot be opened: an administrator of the backup.
pub struct Login<'a> {
    pub login: &'a str,
    pub password: &'a str,
}

/// Puts a backup in the place of a ledger that is not open: it is damaged or lost, or the terminal does it. Open it
/// afterwards with [`crate::ledger::Ledger::open`].
///
/// Errors: [`Code::LedgerLocked`] while any program has it open, [`Code::WrongPassword`], [`Code::Denied`], and those
/// of [`prepare_restore`].
pub fn restore_at_rest(
    path: &Path,
    key: &Key,
    backup: &Path,
    login: &Login<'_>,
    now: Moment,
    seed: [u8; 32],
    task: &Arc<Task>,
) -> Result<Restored> {
    let _lock = take_lock(path)?;
    swap::finish(path)?;
    let _alone = alone(path)?;
    let id = Sidecar::read(path).ok().flatten().map(|s| s.ledger_id);
    let tried = RefCell::new(Tried::from(login.password));
    let who = |r: &Reader<'_>| {
        let person = Person::by_login(r, login.login.trim())?;
        // Asked before anything is copied and again for the record: tried once.
        let fits = |p: &Person| {
            let hash = p.password.as_ref();
            tried.borrow().fits(hash) || tried.borrow_mut().try_on(hash)
        };
        let person = person
            .filter(fits)
            .ok_or_else(|| Error::new(Code::WrongPassword))?;
        let settings = Versions::load(r)?.in_force(now);
        let settings = settings.ok_or_else(|| Error::new(Code::NotSetUp))?;
        let who = who::load(r, &person, now.day(settings.office.zone))?;
        if !access::may(Some(&who), Action::Restore) {
            return Err(Error::new(Code::Denied).with("action", Action::Restore.as_str()));
        }
        Ok(Some(who.id))
    };
    let mut by = Restoring {
        now,
        verb: VERB,
        rng: &mut StdRng::from_seed(seed),
        who: &who,
    };
    let prepared = prepare_restore(path, id.as_deref(), key, backup, task, &mut by)?;
    let kept = task
        .begin(WorkStage::Swap, 0)
        .and_then(|()| swap::swap(path, &prepared.stamp))
        .inspect_err(|_| forget_restore(path))?;
    Ok(Restored::new(prepared, kept))
}
