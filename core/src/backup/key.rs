//! The recovery key: without it no backup can be opened on another machine. It is taken once, printed, saved or written
//! down, and the administrator is reminded until it was.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::document::Document;
use crate::door::{LongVerb, ReadVerb, Reader, Work, WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::audit_trail::{Act, ActFilter};
use crate::print::forms::key_sheet::{KeySheet, key_sheet};
use crate::print::pdf::to_pdf;
use crate::text::{Locale, time};

/// Shows the ledger's key, to be printed and kept in a safe. That it was shown is recorded.
#[derive(Deserialize, TS)]
pub struct RecoveryKey {}

/// The key in groups of four hex digits.
#[derive(Serialize, TS)]
pub struct RecoveryKeyView {
    pub key: String,
    /// First digits of the ledger's name, as in the names of its backups.
    pub ledger: String,
}

impl RecoveryKeyView {
    fn of(work: &Work<'_>) -> Self {
        let hex = work.ledger().key().to_hex();
        let groups: Vec<&str> = (0..hex.len()).step_by(4).map(|i| &hex[i..i + 4]).collect();
        Self {
            key: groups.join(" "),
            ledger: work.ledger().id()[..8].to_owned(),
        }
    }
}

impl LongVerb for RecoveryKey {
    const NAME: &'static str = "backup.recovery_key";
    const ACTION: Action = Action::Restore;
    const ALONE: bool = false;
    type Out = RecoveryKeyView;

    fn run(self, work: &Work<'_>) -> Result<RecoveryKeyView> {
        work.record(|w| {
            w.note("shown", true);
            Ok(())
        })?;
        Ok(RecoveryKeyView::of(work))
    }
}

/// The key on a sheet of paper. That it was made is recorded.
#[derive(Deserialize, TS)]
pub struct KeyOnPaper {
    pub locale: Locale,
}

impl LongVerb for KeyOnPaper {
    const NAME: &'static str = "backup.key_sheet";
    const ACTION: Action = Action::Restore;
    const ALONE: bool = false;
    type Out = Document;

    fn run(self, work: &Work<'_>) -> Result<Document> {
        work.record(|w| {
            w.note("sheet", true);
            Ok(())
        })?;
        let office = &work.settings()?.office;
        let RecoveryKeyView { key, ledger } = RecoveryKeyView::of(work);
        let view = KeySheet {
            office: office.name.clone(),
            key,
            printed_by: work.who().map(|who| who.name.clone()).unwrap_or_default(),
            printed_at: time::date_time(work.now(), office.zone),
            ledger,
        };
        let name = format!("recovery-key-{}.pdf", view.ledger);
        let pages = key_sheet(&view, self.locale).pages;
        // The name of the file and not the key: the title of a document is no secret place.
        Ok(Document::pdf(&name, to_pdf(&name, pages)?))
    }
}

/// What the act of taking the key is about, by which it is found again.
const SUBJECT: (&str, &str) = ("recovery_key", "kept");

/// The administrator has the key in a safe place.
#[derive(Deserialize, TS)]
pub struct KeepKey {}

impl WriteVerb for KeepKey {
    const NAME: &'static str = "backup.keep_key";
    const ACTION: Action = Action::Restore;
    type Out = ();

    fn run(self, w: &mut Writer<'_>) -> Result<()> {
        w.about(SUBJECT.0, SUBJECT.1);
        w.touch(SUBJECT.0);
        Ok(())
    }
}

/// Whether the key was ever taken.
#[derive(Deserialize, TS)]
pub struct IsKeyKept {}

impl ReadVerb for IsKeyKept {
    const NAME: &'static str = "backup.key_kept";
    const ACTION: Action = Action::Restore;
    type Out = bool;

    fn run(self, r: &Reader<'_>) -> Result<bool> {
        let filter = ActFilter {
            subject: format!("{}:{}", SUBJECT.0, SUBJECT.1),
            ..ActFilter::default()
        };
        let (acts, _) = Act::page(r, &filter, None, 1)?;
        Ok(!acts.is_empty())
    }
}
