//! What a call at the door is: who asks, when, by which settings, and the three kinds of verb. The desk opens it.

mod call;
mod long;
pub(crate) mod who;

use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

pub(crate) use call::Call;
pub use call::{Reader, Writer};
pub use long::{LongVerb, When, Work};

use crate::access::Action;
use crate::error::Result;
use crate::ids::PersonId;

/// A verb that only reads.
pub trait ReadVerb: DeserializeOwned + TS + 'static {
    /// Name such as `orders.show`.
    const NAME: &'static str;
    /// The right it needs.
    const ACTION: Action;
    /// Whether the call shows that the person is at the desk and keeps the session from locking.
    const SIGN_OF_LIFE: bool = false;
    /// What it returns.
    type Out: Serialize + TS + 'static;

    /// Does it.
    fn run(self, r: &Reader<'_>) -> Result<Self::Out>;
}

/// A verb that changes the ledger, or whose use must be recorded.
pub trait WriteVerb: DeserializeOwned + TS + 'static {
    /// Name such as `orders.accept`.
    const NAME: &'static str;
    /// The right it needs.
    const ACTION: Action;
    /// What it returns.
    type Out: Serialize + TS + 'static;

    /// Whose password or PIN it tries, so that guessing is slowed down.
    fn guesses(&self) -> Option<String> {
        None
    }

    /// Token of the session it takes up, where that is not the caller's.
    fn takes_up(&self) -> Option<&str> {
        None
    }

    /// Whether it has something to [`prepare`](WriteVerb::prepare).
    const PREPARES: bool = false;

    /// Reads and makes what takes long, before the transaction in which no one else can write.
    fn prepare(&mut self, _r: &Reader<'_>) -> Result<()> {
        Ok(())
    }

    /// Does it.
    fn run(self, w: &mut Writer<'_>) -> Result<Self::Out>;
}

/// What a verb does to the session, applied after its commit.
#[derive(Debug, Clone)]
pub enum SessionChange {
    Open {
        token: String,
        person: PersonId,
    },
    Close,
    Lock,
    Unlock {
        token: String,
    },
    /// Ends the sessions of a person: all, or all but the one that acts.
    End {
        person: PersonId,
        all: bool,
    },
}
