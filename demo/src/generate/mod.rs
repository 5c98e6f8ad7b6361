//! A large office from a seed: communities, buildings, households with residents, and orders over the years as desks
//! see them: busy mornings, quiet nights, paper booked in at the end of the day, a few that go wrong.
//!
//! The same seed and size give the same ledger, act by act, whether the acts pass the door one by one
//! ([`AtDoor`]) or many in one commit ([`Many`]).

mod acts;
mod cache;
mod case;
mod faults;
mod names;
mod script;
mod settle;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Asia::Taipei;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use repair_core::desk::Desk;
use repair_core::desk::many::Many;
use repair_core::door::WriteVerb;
use repair_core::error::{Error, Result};
use repair_core::ids::PersonId;
use repair_core::moment::Moment;

pub use cache::cached;
use case::Case;
use settle::Settled;

/// How large the office is and how long it works.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub communities: u32,
    /// Over all communities.
    pub buildings: u32,
    pub floors: u32,
    pub rooms_per_floor: u32,
    /// Requests that come in from the first to the last day.
    pub requests: u32,
}

impl Size {
    /// An office of 3 communities, 40 buildings and 3 000 households, with 40 requests a day over `days`.
    pub fn of_days(days: u32) -> Self {
        Self {
            communities: 3,
            buildings: 40,
            floors: 25,
            rooms_per_floor: 3,
            requests: days * 40,
        }
    }

    /// The same office with about a million orders.
    pub fn million() -> Self {
        Self {
            requests: 1_040_000,
            ..Self::of_days(1)
        }
    }
}

/// Who carries an act of a person to the ledger.
pub trait Acting {
    /// One act.
    fn act<V: WriteVerb>(&mut self, by: PersonId, at: Moment, verb: V) -> Result<V::Out>;
}

impl Acting for Many<'_, '_> {
    fn act<V: WriteVerb>(&mut self, by: PersonId, at: Moment, verb: V) -> Result<V::Out> {
        Many::act(self, by, at, verb)
    }
}

/// Each act through the door, in the person's session and a transaction of its own.
pub struct AtDoor<'d> {
    desk: &'d Desk,
    sessions: BTreeMap<PersonId, String>,
}

impl Acting for AtDoor<'_> {
    fn act<V: WriteVerb>(&mut self, by: PersonId, at: Moment, verb: V) -> Result<V::Out> {
        let session = self.sessions.get(&by);
        let session = session.ok_or_else(|| Error::not_found("session", by))?;
        Ok(self.desk.call(Some(session), at, verb)?.value)
    }
}

/// An office at work: what is under way, in the order in which it goes on.
pub struct World {
    rng: StdRng,
    settled: Settled,
    cases: BinaryHeap<Reverse<Case>>,
    first: NaiveDate,
    days: u32,
    size: Size,
    /// Days whose calls are already on their way.
    opened: u32,
    /// Calls so far.
    serial: u64,
    /// Orders issued so far.
    orders: u64,
    until: Moment,
}

/// Acts in one commit.
const ACTS: u32 = 20_000;

/// Makes the office and all of its orders from `first` to the end of `last` in a new ledger; orders still under way
/// then stay open. Returns how many orders were issued.
///
/// Errors: those of the verbs; acts already committed stay.
pub fn generate(
    desk: &Desk,
    seed: u64,
    size: Size,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<u64> {
    let (mut world, _) = World::open(desk, seed, size, first, last)?;
    while desk.many(|many| world.go_on(many, ACTS))? {}
    Ok(world.orders)
}

/// The same through the door, one transaction an act.
pub fn generate_at_door(
    desk: &Desk,
    seed: u64,
    size: Size,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<u64> {
    let (mut world, mut door) = World::open(desk, seed, size, first, last)?;
    while world.go_on(&mut door, ACTS)? {}
    Ok(world.orders)
}

impl World {
    /// Sets the office up on the evening before `first` and signs everyone in.
    fn open(
        desk: &Desk,
        seed: u64,
        size: Size,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<(Self, AtDoor<'_>)> {
        let evening = NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default();
        let before = first.pred_opt().unwrap_or(first);
        let opening = Moment::from_local(before.and_time(evening), Taipei);
        let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
        let (settled, sessions) = settle::people(desk, opening)?;
        let days = (end - first).num_days();
        let world = Self {
            rng: StdRng::seed_from_u64(seed),
            settled,
            cases: BinaryHeap::new(),
            first,
            days: u32::try_from(days).map_err(Error::broken)?,
            size,
            opened: 0,
            serial: 0,
            orders: 0,
            until: Moment::from_local(end.and_time(NaiveTime::MIN), Taipei),
        };
        Ok((world, AtDoor { desk, sessions }))
    }

    /// Lets at most about `acts` acts happen, in the order of their times. `false` when nothing is left to do.
    fn go_on<A: Acting>(&mut self, acting: &mut A, acts: u32) -> Result<bool> {
        if self.settled.homes.is_empty() {
            settle::places(&mut self.settled, acting, self.size, &mut self.rng)?;
            return Ok(true);
        }
        for _ in 0..acts {
            while self.opened < self.days && self.calls_before_next_case() {
                self.open_day();
            }
            let Some(Reverse(mut case)) = self.cases.pop() else {
                return Ok(false);
            };
            if case.next_at() >= self.until {
                return Ok(false);
            }
            case.go_on(acting, &self.settled, &mut self.rng)?;
            self.orders += u64::from(case.issued());
            if !case.over() {
                self.cases.push(Reverse(case));
            }
        }
        Ok(true)
    }

    /// Whether the next day begins before anything under way goes on.
    fn calls_before_next_case(&self) -> bool {
        let begins = self.day(self.opened).and_time(NaiveTime::MIN);
        let begins = Moment::from_local(begins, Taipei);
        self.cases
            .peek()
            .is_none_or(|Reverse(case)| begins <= case.next_at())
    }

    fn day(&self, n: u32) -> NaiveDate {
        let day = self.first.checked_add_days(Days::new(u64::from(n)));
        day.unwrap_or(self.first)
    }

    /// Puts the calls of the next day on their way.
    fn open_day(&mut self) {
        let share = |n: u32| u64::from(self.size.requests) * u64::from(n) / u64::from(self.days);
        let calls = share(self.opened + 1) - share(self.opened);
        let day = self.day(self.opened);
        for _ in 0..calls {
            let minute = script::minute_of_call(&mut self.rng);
            let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0);
            let second = self.rng.random_range(0..60_000);
            let at = Moment::from_local(day.and_time(time.unwrap_or_default()), Taipei);
            let at = Moment::from_millis(at.millis() + second);
            self.serial += 1;
            let case = Case::begin(at, self.serial, &self.settled, &mut self.rng);
            self.cases.push(Reverse(case));
        }
        self.opened += 1;
    }
}
