//! What a call at the door is: who asks, when, by which settings, and the three kinds of verb. The desk opens it.

mod call;
mod long;
pub(crate) mod who;

use std::sync::Mutex;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

pub(crate) use call::Call;
pub use call::{Reader, Writer};
pub use long::{LongVerb, When, Work};

use crate::access::Action;
use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::locked;

/// Randomness of the caller's own: nobody waits for another's while a secret is hashed or a row is written.
pub(crate) fn own_rng(seeds: &Mutex<StdRng>) -> StdRng {
    StdRng::from_seed(locked(seeds).random())
}

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
    /// Whether it is done even where the computer's clock cannot be right.
    const ANY_CLOCK: bool = false;
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
    fn prepares(&self) -> bool {
        false
    }

    /// Reads and makes what takes long, before the transaction in which no one else can write: forms, and whatever is
    /// done with a secret.
    fn prepare(&mut self, _r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
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
