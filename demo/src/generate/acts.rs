//! The acts of a case, each as the verb that a person at the desk would call.

use rand::RngExt;
use rand::rngs::StdRng;
use repair_core::door::WriteVerb;
use repair_core::error::{Error, Result};
use repair_core::ids::PersonId;
use repair_core::ledger::order_state::FollowUpOutcome;
use repair_core::ledger::orders::{Confirmation, NotifyHow, WaitingFor};
use repair_core::ledger::payments::PayMethod;
use repair_core::moment::Moment;
use repair_core::money::Money;
use repair_core::orders::accept::Accept;
use repair_core::orders::amend::Amend;
use repair_core::orders::arrive::Arrive;
use repair_core::orders::book_in::BookIn;
use repair_core::orders::close_unreached::CloseUnreached;
use repair_core::orders::confirm::Confirm;
use repair_core::orders::countersign::Countersign;
use repair_core::orders::decline::Decline;
use repair_core::orders::exempt::Exempt;
use repair_core::orders::finish::Finish;
use repair_core::orders::follow_up::CallBack;
use repair_core::orders::issue::Issue;
use repair_core::orders::notify::Notify;
use repair_core::orders::pause::Pause;
use repair_core::orders::reject::Reject;
use repair_core::orders::resume::Resume;
use repair_core::orders::return_copy::Return;
use repair_core::orders::sign::SignatureInput;
use repair_core::orders::step::Stepped;
use repair_core::orders::void::Void;
use repair_core::orders::withdraw::WithdrawOrder;
use repair_core::requests::answer::Answer;
use repair_core::requests::tell::Tell;
use repair_core::requests::withdraw::Withdraw;
use repair_core::settlement::pay::Pay;
use repair_core::settlement::take::OnMoney;

use super::Acting;
use super::case::{Case, crew};
use super::script::{self, Act};
use super::settle::Settled;

/// Changes of a request from its record until its order is issued.
const ORDERED: i64 = 1;
/// … and until that order ended or was voided.
const CLOSED: i64 = ORDERED + 1;

/// Takes one act; whether it issued an order.
pub fn take<A: Acting>(
    case: &mut Case,
    act: Act,
    acting: &mut A,
    o: &Settled,
    by: PersonId,
    at: Moment,
    rng: &mut StdRng,
) -> Result<bool> {
    let (worker, fault) = (case.worker, case.fault);
    let team = crew(o, fault.kind);
    let supervisor = team.leads[rng.random_range(0..team.leads.len())];
    let text = str::to_owned;
    match act {
        Act::Record => return Err(Error::broken("recorded twice")),
        Act::Answer => {
            let on = case.on_request(0)?;
            let answer = Answer {
                on,
                answer: text("已說明使用方式，無需派工"),
                whom: None,
            };
            acting.act(by, at, answer)?;
        }
        Act::Issue => {
            let request = case.on_request(0)?;
            let issue = Issue {
                request: request.request,
                version: request.version,
                department: team.department,
                worker: None,
                appointment: None,
                fee: None,
                at: None,
                late: script::late(rng),
                paper_no: None,
            };
            case.order = Some(acting.act(by, at, issue)?.order);
            return Ok(true);
        }
        Act::Notify => {
            let how = NotifyHow::ALL[rng.random_range(0..NotifyHow::ALL.len())];
            let notify = Notify {
                on: case.on(rng)?,
                whom: None,
                how,
            };
            step(case, acting, by, at, notify)?;
        }
        Act::Accept => {
            let accept = Accept {
                on: case.on(rng)?,
                worker,
                how: None,
                pin: None,
                strokes: None,
            };
            step(case, acting, by, at, accept)?;
        }
        Act::Arrive => {
            let arrive = Arrive { on: case.on(rng)? };
            step(case, acting, by, at, arrive)?;
        }
        Act::PauseForParts | Act::PauseNobodyHome => {
            let (waiting_for, days) = match act {
                Act::PauseForParts => (WaitingFor::Parts, 5),
                _ => (WaitingFor::NoAccess, 1),
            };
            let until = at.plus_minutes(days * 1440).into();
            let pause = Pause {
                on: case.on(rng)?,
                waiting_for,
                until,
                note: None,
            };
            step(case, acting, by, at, pause)?;
        }
        Act::Resume => {
            let resume = Resume { on: case.on(rng)? };
            step(case, acting, by, at, resume)?;
        }
        Act::Amend => {
            let real_item = format!("{}，另發現管件老化", fault.content);
            let amend = Amend {
                on: case.on(rng)?,
                real_item,
                fee: None,
                lines: None,
                judged_by: None,
            };
            step(case, acting, by, at, amend)?;
        }
        Act::Finish => {
            let finish = Finish {
                on: case.on(rng)?,
                work_done: text(fault.work),
                remarks: None,
                worker: None,
                how: None,
                pin: None,
                strokes: None,
            };
            step(case, acting, by, at, finish)?;
        }
        Act::Confirm => {
            let confirm = Confirm {
                on: case.on(rng)?,
                how: Confirmation::Signed,
                evaluation: Some(script::evaluation(rng)),
                remarks: None,
                signature: Some(SignatureInput::on_paper_by("報修人")),
            };
            step(case, acting, by, at, confirm)?;
        }
        Act::Reject => {
            let reason = text("試水不足，請返工");
            let reject = Reject {
                on: case.on(rng)?,
                supervisor,
                reason,
            };
            step(case, acting, by, at, reject)?;
        }
        Act::Countersign => {
            let on = case.on(rng)?;
            let sign = Countersign {
                on,
                supervisor,
                how: None,
                pin: None,
                strokes: None,
            };
            step(case, acting, by, at, sign)?;
        }
        Act::Return => {
            let back = Return { on: case.on(rng)? };
            step(case, acting, by, at, back)?;
        }
        Act::BookIn => {
            let booked = booked(case, supervisor, at, rng)?;
            let fee = booked.fee;
            case.order = Some(acting.act(by, at, booked)?.order);
            if let Some(amount) = fee {
                let on = case.on(rng)?;
                let pay = Pay {
                    on: OnMoney {
                        order: on.order,
                        version: on.version,
                        at: None,
                    },
                    amount,
                    method: PayMethod::Cash,
                    payer: None,
                    reference: None,
                    taken_by: None,
                };
                case.order = Some(acting.act(by, at, pay)?.order);
            }
        }
        Act::FollowUp(outcome) => return follow_up(case, outcome, acting, by, at, rng),
        Act::CloseUnreached => {
            let close = CloseUnreached { on: case.on(rng)? };
            step(case, acting, o.supervisor, at, close)?;
        }
        Act::Exempt => {
            let exempt = Exempt {
                on: case.on(rng)?,
                cause: text("建商防水施工缺漏，待建商修繕"),
                record: format!("遺留問題 {}", at.millis() / 86_400_000),
                supervisor: o.supervisor,
                how: None,
                pin: None,
                strokes: None,
            };
            step(case, acting, o.supervisor, at, exempt)?;
            case.then(vec![(30, Act::Tell)]);
        }
        Act::Void => {
            let reason = text("部門選錯，重新處理");
            let void = Void {
                on: case.on(rng)?,
                reason,
                copies_back: vec![1, 2, 3],
            };
            step(case, acting, by, at, void)?;
            case.then(vec![(20, Act::WithdrawRequest)]);
        }
        Act::Withdraw => {
            let withdraw = WithdrawOrder {
                on: case.on(rng)?,
                whom: text("報修人"),
                reason: text("已自行處理"),
                copies_back: vec![1, 2, 3],
            };
            step(case, acting, by, at, withdraw)?;
        }
        Act::Decline => {
            let decline = Decline {
                on: case.on(rng)?,
                reason: text("不同意費用，暫不施作"),
            };
            step(case, acting, by, at, decline)?;
            case.then(vec![(30, Act::Tell)]);
        }
        Act::Tell => {
            let tell = Tell {
                on: case.on_request(CLOSED)?,
                whom: text("報修人"),
                note: None,
            };
            acting.act(by, at, tell)?;
        }
        Act::WithdrawRequest => {
            let on = case.on_request(CLOSED)?;
            let withdraw = Withdraw {
                on,
                whom: text("報修人"),
                reason: text("報修人改日再報"),
            };
            acting.act(by, at, withdraw)?;
        }
    }
    Ok(false)
}

/// A step of the order under way.
fn step<A: Acting, V: WriteVerb<Out = Stepped>>(
    case: &mut Case,
    acting: &mut A,
    by: PersonId,
    at: Moment,
    verb: V,
) -> Result<()> {
    case.order = Some(acting.act(by, at, verb)?);
    Ok(())
}

/// What stands on the paper that came back: times between the step before and now.
fn booked(case: &Case, supervisor: PersonId, at: Moment, rng: &mut StdRng) -> Result<BookIn> {
    let on = case.on(rng)?;
    let span = at.seconds_since(case.last) / 60;
    let accepted = rng.random_range(3..20);
    let arrived = accepted + rng.random_range(4..17);
    let finished = arrived + rng.random_range(5..(span - 45).clamp(6, 150));
    let confirmed = finished + rng.random_range(1..6);
    let (confirmation, remarks) = match rng.random_range(0..100) {
        0..2 => (Confirmation::Refused, Some("不願簽名")),
        2..6 => (Confirmation::Absent, Some("報修人不在場，電話確認")),
        _ => (Confirmation::Signed, None),
    };
    Ok(BookIn {
        order: on.order,
        version: on.version,
        worker: Some(case.worker),
        accepted_at: case.typed(accepted),
        arrived_at: case.typed(arrived),
        lines: None,
        real_item: None,
        judged_by: None,
        // What is done again is free of labour (R16): only a chain's first order agrees to an amount.
        fee: (case.chain == 1 && rng.random_bool(0.12))
            .then(|| Money(rng.random_range(2..30) * 5000)),
        finished_at: case.typed(finished),
        work_done: case.fault.work.to_owned(),
        remarks: None,
        confirmation,
        evaluation: (confirmation == Confirmation::Signed).then(|| script::evaluation(rng)),
        evaluation_remarks: remarks.map(str::to_owned),
        signed_by: None,
        confirmed_at: case.typed(confirmed),
        supervisor: Some(supervisor),
        countersigned_at: case.typed(confirmed + 1),
        returned_at: None,
        late: on.late,
    })
}

fn follow_up<A: Acting>(
    case: &mut Case,
    outcome: FollowUpOutcome,
    acting: &mut A,
    by: PersonId,
    at: Moment,
    rng: &mut StdRng,
) -> Result<bool> {
    let not_satisfied = outcome == FollowUpOutcome::NotSatisfied;
    // A third failure is no longer the crew's: the defect is the house's own (R16).
    if not_satisfied && case.chain >= 3 {
        case.then(vec![(20, Act::Exempt)]);
        return Ok(false);
    }
    let call = CallBack {
        on: case.on(rng)?,
        reporter: None,
        outcome,
        whom: None,
        message_left: outcome == FollowUpOutcome::NotReached,
        shoe_covers: Some(rng.random_bool(0.96)),
        left_clean: Some(rng.random_bool(0.95)),
        explained: Some(rng.random_bool(0.9)),
        remarks: not_satisfied.then(|| format!("{}，又發生", case.fault.content)),
        department: None,
        worker: None,
    };
    let called = acting.act(by, at, call)?;
    let issued = called.next.is_some();
    case.order = Some(called.next.unwrap_or(called.order));
    case.after_call(outcome, rng);
    Ok(issued)
}
