//! Work orders and their time lines.

use crate::error::Result;
use crate::ids::{DepartmentId, OrderId, PersonId, QuoteId, RequestId, StepId};
use crate::ledger::Reader;
use crate::ledger::column::stored_as_text;
use crate::ledger::column::{Columns, Json};
use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::money::Money;
use crate::names::names;
use crate::office::Kind;

names! {
    /// How a department was told to come for an order (R7).
    NotifyHow { Phone = "phone", Radio = "radio", InPerson = "in_person", Message = "message" }
}

names! {
    /// How the requester confirmed the work (R12).
    Confirmation { Signed = "signed", Refused = "refused", Absent = "absent" }
}

names! {
    /// The requester's evaluation: 滿意, 基本滿意, 不滿意 (R12).
    Evaluation { Satisfied = "satisfied", Mostly = "mostly", NotSatisfied = "not_satisfied" }
}

names! {
    /// What a waiting order waits for.
    WaitingFor { NoAccess = "no_access", Parts = "parts", Other = "other" }
}

names! {
    /// Why a step came late (R37).
    LateReason {
        DeskBusy = "desk_busy",
        NoWorkerFree = "no_worker_free",
        OtherEmergency = "other_emergency",
        RequesterDelayed = "requester_delayed",
        PaperLate = "paper_late",
        ComputerDown = "computer_down",
        Other = "other",
    }
}

stored_as_text!(NotifyHow, Confirmation, Evaluation, WaitingFor, LateReason);

table! {
    /// A work order (派工單) as it stands.
    Order, OrderId, "work_order" {
        no: String,
        /// ISO day of entry in the office's time zone; numbers run per entry day.
        entry_day: String,
        seq: i64,
        /// Number of a paper pad the order was first written on, or empty.
        paper_no: String,
        request_id: RequestId,
        kind: Kind,
        /// First order of the chain; `None` in the first itself.
        first_id: Option<OrderId>,
        /// 第N次派工.
        chain_pos: i64,
        state: OrderState,
        department_id: DepartmentId,
        worker_id: Option<PersonId>,
        urgent: bool,
        /// Reported item.
        content: String,
        appointment_at: Option<Moment>,
        issued_at: Moment,
        issued_by: PersonId,
        /// Receipt of the report, or the call that sent a crew again; the written order's clock runs from here (R8).
        intake_at: Moment,
        /// From when the five minutes to notify run: intake, the end of a rightful wait, or the last handing over to
        /// another department or worker (R7).
        notify_from: Moment,
        entered_at: Moment,
        /// The first notification; later ones stand in the time line.
        notified_at: Option<Moment>,
        notified_whom: String,
        notified_how: Option<NotifyHow>,
        /// 接單簽收.
        accepted_at: Option<Moment>,
        /// From when the arrival clock runs: 簽收, or when the order was taken up again (R9).
        arrival_from: Option<Moment>,
        arrived_at: Option<Moment>,
        /// What was really found, when it differs from what was reported (R11).
        real_item: String,
        fee: Option<Money>,
        fee_agreed_at: Option<Moment>,
        finished_at: Option<Moment>,
        work_done: String,
        worker_remarks: String,
        confirmed_at: Option<Moment>,
        confirmation: Option<Confirmation>,
        evaluation: Option<Evaluation>,
        evaluation_remarks: String,
        countersigned_at: Option<Moment>,
        countersigned_by: Option<PersonId>,
        waiting_for: Option<WaitingFor>,
        waiting_until: Option<Moment>,
        /// Number of the coordination order on paper that carries it (R14), or empty.
        coordination: String,
        returned_at: Option<Moment>,
        /// The first call to the requester after the return, answered or not (R15).
        called_at: Option<Moment>,
        ended_at: Option<Moment>,
        ended_by: Option<PersonId>,
        end_reason: String,
        /// The defect or coordination order an exemption refers to (R16), or empty.
        exempt_record: String,
        /// What the work costs, as worked out last; its total is `fee` once it is certain.
        quote_id: Option<QuoteId>,
        /// What is still to be paid of a finished work's fee; less than nothing where money is to be given back.
        owed: Money,
        /// What is owed may be owed (掛賬).
        on_account: bool,
    }
}

table! {
    /// One step of an order's life.
    Step, StepId, "order_step" {
        order_id: OrderId,
        step: OrderStep,
        at: Moment,
        entered_at: Moment,
        by_person: PersonId,
        /// How the department was told, where the step is a notification (R7).
        how: Option<NotifyHow>,
        note: String,
        /// Seconds past the clock the step stops.
        late_by: Option<i64>,
        late_reason: Option<LateReason>,
        late_note: String,
        /// The time that it set for later: the appointment of an issue, the next date of a pause.
        sets_at: Option<Moment>,
    }
}

/// What the clocks of an order go by, as its fields of the same names: for who looks at the lateness of many orders.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub state: OrderState,
    pub kind: Kind,
    pub chain_pos: i64,
    pub urgent: bool,
    pub appointment_at: Option<Moment>,
    pub intake_at: Moment,
    pub notify_from: Moment,
    pub issued_at: Moment,
    pub notified_at: Option<Moment>,
    pub accepted_at: Option<Moment>,
    pub arrival_from: Option<Moment>,
    pub arrived_at: Option<Moment>,
    pub waiting_until: Option<Moment>,
    pub finished_at: Option<Moment>,
    pub returned_at: Option<Moment>,
    pub called_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// Whether a coordination order carries it (R14).
    pub coordinated: bool,
}

impl From<&Order> for Times {
    fn from(order: &Order) -> Self {
        Self {
            state: order.state,
            kind: order.kind,
            chain_pos: order.chain_pos,
            urgent: order.urgent,
            appointment_at: order.appointment_at,
            intake_at: order.intake_at,
            notify_from: order.notify_from,
            issued_at: order.issued_at,
            notified_at: order.notified_at,
            accepted_at: order.accepted_at,
            arrival_from: order.arrival_from,
            arrived_at: order.arrived_at,
            waiting_until: order.waiting_until,
            finished_at: order.finished_at,
            returned_at: order.returned_at,
            called_at: order.called_at,
            ended_at: order.ended_at,
            coordinated: !order.coordination.is_empty(),
        }
    }
}

impl Times {
    /// The columns that [`Times::read`] reads, of a `work_order` called `o`.
    pub(in crate::ledger) const COLUMNS: &str = "o.state, o.kind, o.chain_pos, o.urgent, o.appointment_at, o.intake_at,
        o.notify_from, o.issued_at, o.notified_at, o.accepted_at, o.arrival_from, o.arrived_at, o.waiting_until,
        o.finished_at, o.returned_at, o.called_at, o.ended_at, o.coordination <> '' AS coordinated";

    /// What a list of many orders reads of their clocks.
    pub(in crate::ledger) fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            state: columns.next("state")?,
            kind: columns.next("kind")?,
            chain_pos: columns.next("chain_pos")?,
            urgent: columns.next("urgent")?,
            appointment_at: columns.next("appointment_at")?,
            intake_at: columns.next("intake_at")?,
            notify_from: columns.next("notify_from")?,
            issued_at: columns.next("issued_at")?,
            notified_at: columns.next("notified_at")?,
            accepted_at: columns.next("accepted_at")?,
            arrival_from: columns.next("arrival_from")?,
            arrived_at: columns.next("arrived_at")?,
            waiting_until: columns.next("waiting_until")?,
            finished_at: columns.next("finished_at")?,
            returned_at: columns.next("returned_at")?,
            called_at: columns.next("called_at")?,
            ended_at: columns.next("ended_at")?,
            coordinated: columns.next("coordinated")?,
        })
    }
}

impl Order {
    /// Whether it was signed for by a department that nobody had notified (未通知即接單, R7).
    pub fn unnotified(&self) -> bool {
        self.accepted_at.is_some() && self.notified_at.is_none()
    }

    /// The order of that number.
    pub fn by_no(r: &Reader<'_>, no: &str) -> Result<Option<Self>> {
        r.one("SELECT * FROM work_order WHERE no = ?1", [no], Self::read)
    }

    /// How many open orders the department has.
    pub fn open_in(r: &Reader<'_>, department: DepartmentId) -> Result<i64> {
        let mut open = 0;
        for state in OrderState::OPEN {
            open += r
                .one(
                    "SELECT count(*) FROM work_order WHERE state = ?1 AND department_id = ?2",
                    (state, department),
                    |row| row.get::<_, i64>(0),
                )?
                .unwrap_or(0);
        }
        Ok(open)
    }

    /// All orders of a request, the first of the chain first.
    pub fn of_request(r: &Reader<'_>, request: RequestId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM work_order WHERE request_id = ?1 ORDER BY id",
            [request],
            Self::read,
        )
    }

    /// All orders of these requests, the oldest first.
    pub fn of_requests(r: &Reader<'_>, requests: &[RequestId]) -> Result<Vec<Self>> {
        r.all(
            "SELECT o.* FROM json_each(?1) j CROSS JOIN work_order o ON o.request_id = j.value ORDER BY o.id",
            [Json(requests.to_vec())],
            Self::read,
        )
    }

    /// Every order in the state, the oldest first.
    pub fn in_state(r: &Reader<'_>, state: OrderState) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM work_order WHERE state = ?1 ORDER BY id",
            [state],
            Self::read,
        )
    }
}

impl Step {
    /// The order's time line, the oldest first.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM order_step WHERE order_id = ?1 ORDER BY id",
            [order],
            Self::read,
        )
    }

    /// When the order's last step happened.
    pub fn last_at(r: &Reader<'_>, order: OrderId) -> Result<Option<Moment>> {
        r.one(
            "SELECT at FROM order_step WHERE order_id = ?1 ORDER BY id DESC LIMIT 1",
            [order],
            |row| row.get(0),
        )
    }

    /// Late steps whose reason is still open (R37), the oldest first.
    pub fn unexplained(r: &Reader<'_>, limit: u32) -> Result<Vec<(Self, String)>> {
        r.all(
            "SELECT s.*, o.no FROM order_step s CROSS JOIN work_order o ON o.id = s.order_id
             WHERE s.late_by IS NOT NULL AND s.late_reason IS NULL ORDER BY s.id LIMIT ?1",
            [limit],
            |row| Ok((Self::read(row)?, row.get("no")?)),
        )
    }
}
