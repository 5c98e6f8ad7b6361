//! One request on its way through the desk, and the orders that come of it.

use std::cmp::Ordering;
use std::collections::VecDeque;

use chrono::{Days, NaiveTime, Timelike};
use chrono_tz::Asia::Taipei;
use rand::RngExt;
use rand::rngs::StdRng;
use repair_core::error::{Error, Result};
use repair_core::ids::{PersonId, PlaceId, ResidentId};
use repair_core::ledger::order_state::FollowUpOutcome;
use repair_core::ledger::requests::{Channel, Danger, Source, Urgency};
use repair_core::moment::{Moment, TimeInput};
use repair_core::office::Kind;
use repair_core::orders::step::{On, Stepped};
use repair_core::requests::record::{NewRequest, RecordCall};
use repair_core::requests::step::{OnRequest, RequestStepped};

use super::Acting;
use super::faults::{self, Fault};
use super::script::{self, Act};
use super::settle::{Crew, Settled};

/// A case with what happens to it next.
pub struct Case {
    next_at: Moment,
    /// Breaks ties between cases, so that their order never depends on chance.
    serial: u64,
    next: Act,
    rest: VecDeque<(i64, Act)>,
    over: bool,
    issued: bool,
    pub(super) fault: &'static Fault,
    place: PlaceId,
    caller: Option<(ResidentId, String)>,
    pub(super) worker: PersonId,
    pub(super) request: Option<RequestStepped>,
    pub(super) order: Option<Stepped>,
    /// When the step before happened.
    pub(super) last: Moment,
    pub(super) chain: u32,
    pub(super) tries: u32,
}

impl Case {
    /// A call that comes in at `at`.
    pub fn begin(at: Moment, serial: u64, o: &Settled, rng: &mut StdRng) -> Self {
        let fault = faults::any(rng);
        let home = &o.homes[rng.random_range(0..o.homes.len())];
        let by_resident = fault.kind == Kind::Household || rng.random_bool(0.4);
        let place = match fault.kind {
            Kind::Household => home.place,
            _ => o.public[rng.random_range(0..o.public.len())],
        };
        let crew = crew(o, fault.kind);
        Self {
            next_at: at,
            serial,
            next: Act::Record,
            rest: script::first_order(fault.kind, rng).into(),
            over: false,
            issued: false,
            fault,
            place,
            caller: by_resident.then(|| (home.resident, home.phone.clone())),
            worker: crew.workers[rng.random_range(0..crew.workers.len())],
            request: None,
            order: None,
            last: at,
            chain: 1,
            tries: 0,
        }
    }

    /// When it goes on.
    pub fn next_at(&self) -> Moment {
        self.next_at
    }

    /// Whether nothing more happens.
    pub fn over(&self) -> bool {
        self.over
    }

    /// Whether its last act issued an order.
    pub fn issued(&self) -> bool {
        self.issued
    }

    /// Does what is next and sees what follows.
    pub fn go_on<A: Acting>(
        &mut self,
        acting: &mut A,
        o: &Settled,
        rng: &mut StdRng,
    ) -> Result<()> {
        self.issued = false;
        let (act, at) = (self.next, self.next_at);
        let by = on_duty(o, at, rng);
        if act == Act::Record {
            self.record(acting, by, rng)?;
        } else {
            self.issued = super::acts::take(self, act, acting, o, by, at, rng)?;
        }
        self.last = at;
        match self.rest.pop_front() {
            Some((minutes, next)) => {
                self.next = next;
                self.next_at = in_hours(at.plus_minutes(minutes), next, rng);
            }
            None => self.over = true,
        }
        Ok(())
    }

    fn record<A: Acting>(&mut self, acting: &mut A, by: PersonId, rng: &mut StdRng) -> Result<()> {
        let household = self.fault.kind == Kind::Household;
        let (resident, phone) = self.caller.clone().unzip();
        let request = NewRequest {
            kind: self.fault.kind,
            content: self.fault.content.to_owned(),
            urgency: match (self.fault.danger, rng.random_range(0..10)) {
                (Danger::None, 0) => Urgency::Soon,
                (Danger::None, _) => Urgency::Normal,
                _ => Urgency::Urgent,
            },
            danger: self.fault.danger,
            wished_at: None,
            remarks: None,
            place: None,
            lines: None,
            told: None,
        };
        let call = RecordCall {
            channel: match rng.random_range(0..20) {
                0 => Channel::Visit,
                1 | 2 => Channel::Online,
                3 if !household => Channel::Patrol,
                _ => Channel::Phone,
            },
            received_at: None,
            source: match (household, resident) {
                (true, _) => Source::Household,
                (false, Some(_)) => Source::Area,
                (false, None) => Source::Department,
            },
            place: Some(self.place),
            place_text: None,
            caller: resident.is_none().then(|| "巡邏崗".to_owned()),
            resident,
            reporting_department: None,
            relation: None,
            phone,
            phone_refused: false,
            requests: vec![request],
        };
        let recorded = acting.act(by, self.next_at, call)?;
        self.request = recorded.requests.into_iter().next();
        Ok(())
    }

    /// Replaces what was to follow.
    pub(super) fn then(&mut self, script: Vec<(i64, Act)>) {
        self.rest = script.into();
    }

    /// The order as a step sees it.
    pub(super) fn on(&self, rng: &mut StdRng) -> Result<On> {
        let order = self.order.as_ref().ok_or_else(|| Error::broken("order"))?;
        Ok(On {
            order: order.id,
            version: order.version,
            at: None,
            late: script::late(rng),
        })
    }

    /// The request, `changes` after it was recorded.
    pub(super) fn on_request(&self, changes: i64) -> Result<OnRequest> {
        let request = self
            .request
            .as_ref()
            .ok_or_else(|| Error::broken("request"))?;
        Ok(OnRequest {
            request: request.id,
            version: request.version + changes,
            at: None,
        })
    }

    /// A moment `minutes` after the step before, as typed.
    pub(super) fn typed(&self, minutes: i64) -> Option<TimeInput> {
        Some(self.last.plus_minutes(minutes).into())
    }

    /// After a call back: the chain goes on, it is tried again, or the case is closed (R16).
    pub(super) fn after_call(&mut self, outcome: FollowUpOutcome, rng: &mut StdRng) {
        match outcome {
            FollowUpOutcome::NotSatisfied => {
                self.chain += 1;
                self.tries = 0;
                self.then(script::next_order(rng));
            }
            FollowUpOutcome::NotReached => {
                self.tries += 1;
                let again = match self.tries {
                    1 => script::call_again(rng),
                    2 => (1440, script::call_again(rng).1),
                    _ => (120, Act::CloseUnreached),
                };
                self.then(vec![again]);
            }
            FollowUpOutcome::Satisfied | FollowUpOutcome::Mostly => {}
        }
    }
}

/// Who carries out orders of this kind.
pub(super) fn crew(o: &Settled, kind: Kind) -> &Crew {
    match kind {
        Kind::Service => &o.cleaning,
        _ => &o.engineering,
    }
}

/// The desk by day, the monitoring centre at night (R1).
fn on_duty(o: &Settled, at: Moment, rng: &mut StdRng) -> PersonId {
    let people = match at.local(Taipei).hour() {
        8..20 => &o.clerks,
        _ => &o.monitors,
    };
    people[rng.random_range(0..people.len())]
}

/// What only the desk does waits for its hours.
fn in_hours(at: Moment, act: Act, rng: &mut StdRng) -> Moment {
    let waits = matches!(
        act,
        Act::BookIn
            | Act::FollowUp(_)
            | Act::Return
            | Act::Countersign
            | Act::Void
            | Act::Resume
            | Act::CloseUnreached
            | Act::Exempt
            | Act::Tell
            | Act::WithdrawRequest
    );
    let local = at.local(Taipei);
    if !waits || (8..20).contains(&local.hour()) {
        return at;
    }
    let days = u64::from(local.hour() >= 20);
    let day = local.date().checked_add_days(Days::new(days));
    let minute = rng.random_range(0..90);
    let time = NaiveTime::from_hms_opt(8 + minute / 60, minute % 60, 0).unwrap_or_default();
    let morning = Moment::from_local(day.unwrap_or(local.date()).and_time(time), Taipei);
    morning.max(at)
}

impl PartialEq for Case {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Case {}

impl PartialOrd for Case {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Case {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.next_at, self.serial).cmp(&(other.next_at, other.serial))
    }
}
