//! An order as its three-part form (派工單): what stands on the paper, as finished texts.

mod fees;

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::clocks::{self, ClockKind};
use crate::ledger::order_papers::{FollowUp, OrderCopy, Purpose, Signature, SignedHow};
use crate::ledger::orders::Times;
use crate::ledger::orders::{Confirmation, Evaluation, Order};
use crate::ledger::people::{Department, Person};
use crate::ledger::requests::{PhoneState, Request};
use crate::ledger::settings::Versions;
use crate::moment::Moment;
use crate::print::forms::grid::FormSignature;
use crate::print::forms::work_order::{
    FormCopy, FormEvaluation, FormMark, FormProfile, WorkOrderForm, work_order,
};
use crate::print::page::PrintPages;
use crate::records::seen;
use crate::text::{Locale, text, time};
use crate::text_field::filled;

/// Lays an order out as it would print, for preview and as the order's own picture on screen.
#[derive(Deserialize, TS)]
pub struct ShowForm {
    pub order: OrderId,
    pub locale: Locale,
    pub profile: FormProfile,
    /// Copies to show; empty shows all.
    pub copies: Vec<u32>,
}

impl ReadVerb for ShowForm {
    const NAME: &'static str = "orders.form";
    const ACTION: Action = Action::SeeOrders;
    type Out = PrintPages;

    fn run(self, r: &Reader<'_>) -> Result<PrintPages> {
        let order = Order::get(r, self.order)?;
        let form = form_of(r, &order, self.locale, self.copies)?;
        Ok(work_order(&form, self.profile, self.locale))
    }
}

/// Fills the form from the ledger. What is not known yet stays blank, to be written by hand.
pub fn form_of(
    r: &Reader<'_>,
    order: &Order,
    locale: Locale,
    print_copies: Vec<u32>,
) -> Result<WorkOrderForm> {
    let settings = r.settings()?;
    let zone = r.zone()?;
    let request = seen::request(r, Request::get(r, order.request_id)?);
    let name = |id| Person::get(r, id).map(|p| p.name);
    let at = |moment: Moment| time::date_time(moment, zone);
    let near = |moment: Option<Moment>| moment.map(|m| time::time_near(m, order.issued_at, zone));
    let word = |kind: &str, value: &str| {
        text(
            locale,
            &format!("common-{kind}-{}", value.replace('_', "-")),
            &[],
        )
    };
    let copies = OrderCopy::of(r, order.id)?;
    let signatures = seen::signatures(r, Signature::of(r, order.id)?);
    let signed = |purpose| signature(r, &signatures, purpose, locale);
    let clocks = clocks::of_order(
        &Times::from(order),
        &*Versions::load(r)?.of_order(order.issued_at)?,
        r.now(),
    );
    let due = |kind| near(clocks.iter().find(|c| c.kind == kind).map(|c| c.due_at));
    let first = order.first_id.map(|id| Order::get(r, id)).transpose()?;
    let mut form = WorkOrderForm {
        office: settings.office.name.clone(),
        office_phone: filled(&settings.office.phone),
        no: order.no.clone(),
        copies: copies
            .iter()
            .map(|copy| FormCopy {
                number: u32::try_from(copy.copy_no).unwrap_or(1),
                label: copy.label.clone(),
                destination: word("copy-owner", copy.owner.as_str()),
                mark: mark(copy),
            })
            .collect(),
        print_copies,
        chain_position: u32::try_from(order.chain_pos).unwrap_or(1),
        chain_first: first.map(|f| f.no),
        caller: filled(&request.caller),
        relation: filled(&request.relation),
        phone: match request.phone_state {
            PhoneState::Given => filled(&request.phone),
            PhoneState::Refused | PhoneState::None => Some(text(
                locale,
                &format!("name-phone-state-{}", request.phone_state.as_str()),
                &[],
            )),
        },
        place: filled(&request.place_text),
        channel: Some(text(
            locale,
            &format!("name-channel-{}", request.channel.as_str()),
            &[],
        )),
        kind: Some(word("kind", order.kind.as_str())),
        urgency: Some(word("urgency", request.urgency.as_str())),
        wished: order.appointment_at.or(request.wished_at).map(at),
        received: Some(at(request.received_at)),
        taken_by: Some(name(request.taken_by)?),
        content: filled(&order.content),
        department: Some(Department::get(r, order.department_id)?.name),
        worker: order.worker_id.map(name).transpose()?,
        issued: Some(at(order.issued_at)),
        notify_due: due(ClockKind::Notify),
        arrive_due: due(ClockKind::Arrive),
        accepted: order
            .accepted_at
            .map(|_| signed(Purpose::Accept))
            .transpose()?
            .flatten(),
        accepted_at: near(order.accepted_at),
        arrived: near(order.arrived_at),
        real_item: filled(&order.real_item),
        fee_agreed: agreed(order, &signatures, |s| {
            signature(r, s, Purpose::Agree, locale)
        })?,
        work_done: filled(&order.work_done),
        finished: near(order.finished_at),
        worker_remarks: filled(&order.worker_remarks),
        worker_signature: order
            .finished_at
            .map(|_| signed(Purpose::Finish))
            .transpose()?
            .flatten(),
        evaluation: order.evaluation.map(|e| match e {
            Evaluation::Satisfied => FormEvaluation::Satisfied,
            Evaluation::Mostly => FormEvaluation::Mostly,
            Evaluation::NotSatisfied => FormEvaluation::NotSatisfied,
        }),
        evaluation_remarks: filled(&order.evaluation_remarks),
        requester_signature: requester(order, signed(Purpose::Confirm)?, near, locale),
        supervisor_signature: order
            .countersigned_at
            .map(|_| signed(Purpose::Countersign))
            .transpose()?
            .flatten(),
        returned: near(order.returned_at),
        follow_up: follow_up(r, order, locale)?,
        printed_by: r.who().ok().map(|who| who.name.clone()),
        printed_at: Some(at(r.now())),
        ..WorkOrderForm::default()
    };
    fees::fill(r, order, locale, &mut form)?;
    Ok(form)
}

/// 補單 for a copy that replaces a lost one, 補印 for one that was printed before (R10).
fn mark(copy: &OrderCopy) -> Option<FormMark> {
    if copy.replaced {
        Some(FormMark::Replacement)
    } else {
        (copy.printed > 0).then_some(FormMark::Reprint)
    }
}

/// The newest signature for a purpose, as the form shows it.
fn signature(
    r: &Reader<'_>,
    all: &[Signature],
    purpose: Purpose,
    locale: Locale,
) -> Result<Option<FormSignature>> {
    let Some(found) = all.iter().rev().find(|s| s.purpose == purpose) else {
        return Ok(None);
    };
    let seen = found.seen_by.map(|id| Person::get(r, id)).transpose()?;
    let how = text(locale, &format!("name-signed-{}", found.how.as_str()), &[]);
    Ok(Some(FormSignature {
        who: found.name.clone(),
        how: match (found.how, seen) {
            (SignedHow::Paper, Some(seen)) => format!("{how} ({})", seen.name),
            (SignedHow::Drawn, _) => String::new(),
            _ => how,
        },
        when: time::date_time(found.at, r.zone()?),
        strokes: found
            .strokes
            .as_ref()
            .map(|s| s.0.clone())
            .unwrap_or_default(),
        aspect: SIGNATURE_ASPECT,
    }))
}

/// Width through height of the field in which signatures are drawn on screen.
const SIGNATURE_ASPECT: f32 = 3.0;

/// The requester's signature under the fee: that of the agreement that holds. Under another amount than he agreed to
/// nobody signed yet (R20).
fn agreed(
    order: &Order,
    all: &[Signature],
    say: impl Fn(&[Signature]) -> Result<Option<FormSignature>>,
) -> Result<Option<FormSignature>> {
    let of = |s: &&Signature| s.purpose == Purpose::Agree && Some(s.at) == order.fee_agreed_at;
    say(all.iter().rev().find(of).map_or(&[], std::slice::from_ref))
}

/// "Refused" and "absent" stand where the signature would (R12).
fn requester(
    order: &Order,
    signed: Option<FormSignature>,
    near: impl Fn(Option<Moment>) -> Option<String>,
    locale: Locale,
) -> Option<FormSignature> {
    match order.confirmation {
        Some(how @ (Confirmation::Refused | Confirmation::Absent)) => Some(FormSignature {
            how: text(locale, &format!("name-confirmation-{}", how.as_str()), &[]),
            when: near(order.confirmed_at).unwrap_or_default(),
            ..FormSignature::default()
        }),
        Some(_) => signed,
        // Nothing is confirmed, or no longer.
        None => None,
    }
}

/// The last follow-up call in one line (R15).
fn follow_up(r: &Reader<'_>, order: &Order, locale: Locale) -> Result<Option<String>> {
    let calls = seen::follow_ups(r, FollowUp::of(r, order.id)?);
    let Some(last) = calls
        .iter()
        .rev()
        .find(|c| c.request_id == order.request_id)
    else {
        return Ok(None);
    };
    let outcome = last.outcome.as_str().replace('_', "-");
    Ok(Some(format!(
        "{} {} {} {}",
        time::date_time(last.at, r.zone()?),
        Person::get(r, last.by_person)?.name,
        text(locale, &format!("common-evaluation-{outcome}"), &[]),
        last.remarks
    )))
}
