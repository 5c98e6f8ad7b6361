//! Lines as they are typed become a quote: items of the schedule, warranty, surcharges of the time.

use std::collections::HashMap;

use crate::door::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{FeeScheduleId, OrderId, PlaceId, QuoteId, RequestId};
use crate::ledger::column::Json;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};
use crate::ledger::orders::Order;
use crate::ledger::quotes::{QuotePurpose, QuoteRow};
use crate::ledger::requests::Request;
use crate::moment::Moment;
use crate::pricing::amount::Amount;
use crate::pricing::calendar::Calendar;
use crate::pricing::evaluate::evaluate;
use crate::pricing::item::{FeeCategory, FeeItem};
use crate::pricing::line::{Line, Subject};
use crate::pricing::quote::{Reason, Verdict};
use crate::pricing::quoted::{LineInput, QuotedLine};
use crate::pricing::surcharge::Circumstances;
use crate::pricing::warranty::{Warranty, warranty};
use crate::text_field::required_line;

/// Most lines of one quote.
pub const LINES_MAX: usize = 100;

/// Under what circumstances lines are priced.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Where the work is done: by it the warranty of earlier work is found.
    pub place: Option<PlaceId>,
    /// The time whose surcharges hold.
    pub at: Moment,
    pub urgent: bool,
    /// Lines of the earlier orders of its chain: the same work done again carries no labour (R16).
    pub earlier: &'a [QuotedLine],
    /// The version an order was priced by before; none takes the one in force (R35).
    pub schedule: Option<FeeScheduleId>,
    /// The lines are one amount for all of it, as a person said it: no surcharge comes on top.
    pub whole: bool,
}

/// Lines with what they cost.
#[derive(Debug, Clone)]
pub struct Priced {
    pub schedule: Option<FeeScheduleId>,
    pub lines: Vec<QuotedLine>,
    pub order: Vec<Reason>,
    pub total: Amount,
    pub verdict: Verdict,
}

/// Works out what the lines cost.
///
/// Errors: `OutOfBounds` on `lines` for too many; `Invalid` on `lines.N.item` for an item of another version;
/// `Missing` on `lines.N.name`; the evaluator's.
pub fn price(r: &Reader<'_>, lines: &[LineInput], asked: Asked<'_>) -> Result<Priced> {
    if lines.len() > LINES_MAX {
        return Err(Error::new(Code::OutOfBounds)
            .with("value", lines.len())
            .with("least", 0)
            .with("most", LINES_MAX)
            .on("lines"));
    }
    let zone = r.zone()?;
    let schedule = match asked.schedule {
        Some(id) => Some(FeeSchedule::get(r, id)?),
        None => FeeSchedule::in_force(r, asked.at.day(zone))?,
    };
    let mut items: Vec<Option<FeeItem>> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let within = |e: Error| e.within(&format!("lines.{n}"));
        items.push(item(r, line, schedule.as_ref()).map_err(within)?);
    }
    let names: Vec<String> = lines
        .iter()
        .enumerate()
        .zip(&items)
        .map(|((n, line), item)| match item {
            Some(item) => Ok(item.name.clone()),
            None => required_line("name", &line.name).map_err(|e| e.within(&format!("lines.{n}"))),
        })
        .collect::<Result<_>>()?;
    let free = warranties(r, &items, &names, asked)?;
    let nothing = Calendar::default();
    // Work outside the schedule is counted to the first category, as the list has them, that any item is of.
    let of_any = |category: &&FeeCategory| {
        items
            .iter()
            .flatten()
            .any(|item| item.category == **category)
    };
    let category = *FeeCategory::ALL
        .iter()
        .find(of_any)
        .unwrap_or(&FeeCategory::Household);
    let asked_lines: Vec<Line<'_>> = lines
        .iter()
        .zip(&items)
        .zip(names.iter().zip(&free))
        .map(|((line, item), (name, warranty))| Line {
            subject: match item {
                Some(item) => Subject::Item(item),
                None => Subject::Outside { name },
            },
            work: &line.work,
            warranty: *warranty,
        })
        .collect();
    let quote = evaluate(
        &asked_lines,
        &Circumstances {
            at: asked.at.local(zone),
            urgent: asked.urgent,
            category,
            surcharges: match &schedule {
                Some(schedule) if !asked.whole => &schedule.surcharges.0,
                _ => &[],
            },
            calendar: schedule.as_ref().map_or(&nothing, |s| &s.calendar.0),
        },
    )?;
    let lines = lines
        .iter()
        .zip(items)
        .zip(names.into_iter().zip(free))
        .zip(quote.lines)
        .map(|(((line, item), (name, warranty)), priced)| QuotedLine {
            item: line.item,
            code: item.as_ref().map(|i| i.code.clone()).unwrap_or_default(),
            group: item.as_ref().map(|i| i.group.clone()).unwrap_or_default(),
            name,
            unit: item.as_ref().map(|i| i.unit.clone()).unwrap_or_default(),
            remark: item
                .as_ref()
                .filter(|item| item.noted)
                .map(|item| item.remarks.clone())
                .unwrap_or_default(),
            category: item.map_or(category, |i| i.category),
            work: line.work.clone(),
            warranty,
            priced,
        })
        .collect();
    Ok(Priced {
        schedule: schedule.map(|s| s.id),
        lines,
        order: quote.order,
        total: quote.total,
        verdict: quote.verdict,
    })
}

fn item(
    r: &Reader<'_>,
    line: &LineInput,
    schedule: Option<&FeeSchedule>,
) -> Result<Option<FeeItem>> {
    let Some(id) = line.item else {
        return Ok(None);
    };
    let row = FeeItemRow::get(r, id)?;
    if row.dropped || schedule.is_none_or(|s| s.id != row.schedule_id) {
        return Err(Error::invalid("item", row.code));
    }
    Ok(Some(row.item.0))
}

/// Why lines carry no labour: the same work was done by an earlier order of the chain, or was charged and finished at the
/// place before and its warranty lasts (R16). The same work is that of the same name; where it
/// stands in the schedule, of the same category, heading and unit too, as the list tells its items apart.
fn warranties(
    r: &Reader<'_>,
    items: &[Option<FeeItem>],
    names: &[String],
    asked: Asked<'_>,
) -> Result<Vec<Option<Warranty>>> {
    let zone = r.zone()?;
    let today = asked.at.day(zone);
    let lasts = items.iter().flatten().any(|item| item.warranty_days > 0);
    let mut finished = HashMap::new();
    if let Some(place) = asked.place.filter(|_| lasts) {
        for (at, quote) in QuoteRow::finished_at(r, place)? {
            for line in quote.lines.0.into_iter().filter(|l| l.warranty.is_none()) {
                let day = finished
                    .entry((line.category, [line.group, line.name, line.unit]))
                    .or_insert(at.day(zone));
                *day = at.day(zone).max(*day);
            }
        }
    }
    let same = |item: &FeeItem| {
        (
            item.category,
            [&item.group, &item.name, &item.unit].map(String::clone),
        )
    };
    let of = |(item, name): (&Option<FeeItem>, &String)| {
        let redone = asked.earlier.iter().any(|line| match item {
            Some(item) => {
                line.item.is_some()
                    && same(item)
                        == (
                            line.category,
                            [&line.group, &line.name, &line.unit].map(String::clone),
                        )
            }
            None => line.item.is_none() && line.name == *name,
        });
        let before = item
            .as_ref()
            .and_then(|item| finished.get(&same(item)).copied());
        let days = item.as_ref().map_or(0, |i| i.warranty_days);
        warranty(redone, before, days, today)
    };
    Ok(items.iter().zip(names).map(of).collect())
}

/// What was really found on site, priced by the version that the order was priced by; `whole` as in [`Asked`].
///
/// Errors: those of [`price`].
pub fn on_site(
    r: &Reader<'_>,
    order: &Order,
    lines: &[LineInput],
    at: Moment,
    whole: bool,
) -> Result<Priced> {
    let before = order.quote_id.map(|id| QuoteRow::get(r, id)).transpose()?;
    let asked = Asked {
        place: Request::get(r, order.request_id)?.place_id,
        at,
        urgent: order.urgent,
        earlier: &QuoteRow::earlier(r, order.request_id, order.id)?,
        schedule: before.and_then(|quote| quote.schedule_id),
        whole,
    };
    price(r, lines, asked)
}

/// Keeps the quote of a request, as it was told to the caller, for the order issued by it.
pub fn for_order(w: &mut Writer<'_>, quote: QuoteRow, order: OrderId) -> Result<QuoteRow> {
    QuoteRow {
        id: Default::default(),
        version: 0,
        order_id: Some(order),
        purpose: QuotePurpose::Reported,
        entered_at: w.now(),
        by_person: w.who()?.id,
        ..quote
    }
    .insert(w)
}

/// The items of an order done again for one whose requester is not satisfied: no labour, and no material before
/// somebody needs any (R16).
pub fn again(
    w: &mut Writer<'_>,
    previous: QuoteId,
    place: Option<PlaceId>,
    order: &Order,
) -> Result<QuoteRow> {
    let quote = QuoteRow::get(w, previous)?;
    let lines: Vec<LineInput> = quote
        .lines
        .0
        .iter()
        .map(|line| {
            let mut input = line.input();
            input.work.materials.clear();
            input
        })
        .collect();
    let asked = Asked {
        place,
        at: order.issued_at,
        urgent: order.urgent,
        earlier: &quote.lines.0,
        schedule: quote.schedule_id,
        whole: false,
    };
    let keeping = Keeping {
        request: order.request_id,
        order: Some(order.id),
        purpose: QuotePurpose::Reported,
        at: order.issued_at,
        urgent: order.urgent,
        judged_by: quote.judged_by,
        hours: String::new(),
    };
    price(w, &lines, asked)?.keep(w, keeping)
}

/// For what a quote is kept.
pub struct Keeping {
    pub request: RequestId,
    pub order: Option<OrderId>,
    pub purpose: QuotePurpose,
    pub at: Moment,
    pub urgent: bool,
    pub judged_by: String,
    pub hours: String,
}

impl Keeping {
    /// For what was found on site.
    pub fn on_site(order: &Order, at: Moment, judged_by: String) -> Self {
        Self {
            request: order.request_id,
            order: Some(order.id),
            purpose: QuotePurpose::Actual,
            at,
            urgent: order.urgent,
            judged_by,
            hours: String::new(),
        }
    }
}

impl Priced {
    /// Keeps it.
    pub fn keep(self, w: &mut Writer<'_>, keeping: Keeping) -> Result<QuoteRow> {
        QuoteRow {
            id: Default::default(),
            version: 0,
            request_id: keeping.request,
            order_id: keeping.order,
            purpose: keeping.purpose,
            schedule_id: self.schedule,
            at: keeping.at,
            entered_at: w.now(),
            by_person: w.who()?.id,
            urgent: keeping.urgent,
            lines: Json(self.lines),
            order_adds: Json(self.order),
            total_from: self.total.from,
            total_to: self.total.to,
            verdict: Json(self.verdict),
            judged_by: keeping.judged_by,
            hours: keeping.hours,
        }
        .insert(w)
    }
}
