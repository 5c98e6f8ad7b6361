//! The estimate (估價單) for who asked: what it would cost and why, and room for the owner's consent (R19, R20).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::Around;
use super::cells::Printed;
use super::fee::{FormFeeLine, FormSchedule};
use super::flow::{Block, Line, Paper, flow};
use crate::print::page::PrintPages;
use crate::print::sheet::Align;
use crate::text::Locale;

/// What an estimate prints, as finished texts. `None` is a blank to write on by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Estimate {
    pub office: String,
    pub office_phone: Option<String>,
    pub request_no: String,
    /// When it was made, and by whom.
    pub made_at: String,
    pub made_by: String,
    pub requester: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    pub content: Option<String>,
    pub lines: Vec<FormFeeLine>,
    /// The total, or the range in which it lies.
    pub total: String,
    /// The total in capital figures (大寫), where it is certain.
    pub capitals: Option<String>,
    /// Where the schedule does not settle it: what the review came to (R19).
    pub review: Option<EstimateReview>,
    /// The version of the schedule that it was priced with; without a name where the office had none.
    pub schedule: FormSchedule,
    /// The owner's consent; `None` while there is none.
    pub consent: Option<EstimateConsent>,
    pub printed_by: Option<String>,
    pub printed_at: Option<String>,
}

/// What desk and engineering made of work outside the schedule.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct EstimateReview {
    pub plan: String,
    /// How long the work takes.
    pub hours: String,
    /// Who reviewed it, and when.
    pub by: String,
}

/// The owner's consent to plan and price.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct EstimateConsent {
    /// By phone, in person, on paper.
    pub how: String,
    pub when: String,
    /// Who agreed.
    pub who: String,
    /// Who recorded it.
    pub taken_by: String,
}

/// Lays the estimate out on A4.
pub fn estimate(view: &Estimate, locale: Locale) -> PrintPages {
    let words = Printed {
        words: "forms-estimate",
        locale,
    };
    let mut missing = Vec::new();
    let pages = flow(&Paper::A4, blocks(view, &words), &mut missing);
    let around = Around {
        office: &view.office,
        office_phone: view.office_phone.as_deref(),
        title: words.say("title"),
        no: Some((words.say("request-no"), &view.request_no)),
        printed: view.printed_by.as_deref().zip(view.printed_at.as_deref()),
        ..Around::default()
    };
    around.pages(&Paper::A4, pages, missing, locale)
}

fn blocks(view: &Estimate, words: &Printed) -> Vec<Block> {
    let mut blocks = vec![
        words.row(vec![
            words.filled(1.0, "requester", &view.requester),
            words.filled(1.0, "phone", &view.phone),
        ]),
        words.row(vec![words.filled(1.0, "place", &view.place)]),
        words.row(vec![words.filled(1.0, "content", &view.content)]),
        words.row(vec![
            words.cell(1.0, "made-at", &view.made_at),
            words.cell(1.0, "made-by", &view.made_by),
        ]),
        Block::Gap(3.0),
        fees(view, words),
        words.row(vec![words.cell(1.0, "total", &view.total)]),
    ];
    if view.capitals.is_some() {
        blocks.push(words.row(vec![words.filled(1.0, "capitals", &view.capitals)]));
    }
    if let Some(review) = &view.review {
        blocks.extend([
            Block::Gap(3.0),
            words.row(vec![words.cell(1.0, "plan", &review.plan)]),
            words.row(vec![
                words.cell(1.0, "hours", &review.hours),
                words.cell(1.0, "reviewed-by", &review.by),
            ]),
        ]);
    }
    let version = view.schedule.words("", words.locale);
    if !version.is_empty() {
        let version = words.cell(1.0, "schedule", &version);
        blocks.extend([Block::Gap(3.0), words.row(vec![version])]);
    }
    blocks.push(Block::Gap(3.0));
    blocks.extend(consent(view.consent.as_ref(), words));
    blocks
}

/// The fee line by line.
fn fees(view: &Estimate, words: &Printed) -> Block {
    let plan = view.review.as_ref().map(|review| review.plan.clone());
    let on_form = [
        (&view.content, words.say("content")),
        (&plan, words.say("plan")),
    ];
    let line = |line: &FormFeeLine| {
        Line::Cells(vec![
            line.item(&on_form, words.locale),
            line.quantity.clone(),
            line.reasons.clone(),
            line.labour.clone(),
            line.material.clone(),
            line.sum.clone(),
        ])
    };
    Block::Table {
        columns: vec![
            words.column(23.0, "item", Align::Left),
            words.column(9.0, "quantity", Align::Right),
            words.column(32.0, "reasons", Align::Left),
            words.column(12.0, "labour", Align::Right),
            words.column(12.0, "material", Align::Right),
            words.column(12.0, "sum", Align::Right),
        ],
        lines: view.lines.iter().map(line).collect(),
    }
}

/// The owner's consent, recorded or to be signed, and what holds until then.
fn consent(given: Option<&EstimateConsent>, words: &Printed) -> [Block; 4] {
    let none = EstimateConsent::default();
    let state = if given.is_some() {
        "agreed"
    } else {
        "not-agreed"
    };
    let given = given.unwrap_or(&none);
    let state = words.cell(1.0, "consent", &words.say(state));
    [
        words.row(vec![
            state,
            words.cell(1.0, "consent-how", &given.how),
            words.cell(1.0, "consent-when", &given.when),
        ]),
        words.row(vec![
            words.cell(1.0, "consent-who", &given.who),
            words.cell(2.0, "consent-taken-by", &given.taken_by),
        ]),
        Block::Row {
            cells: vec![
                words.blank(1.0, "owner-signature"),
                words.blank(1.0, "stamp"),
            ],
            least: 20.0,
        },
        Block::Note(words.say("nothing-charged")),
    ]
}

#[cfg(test)]
pub mod tests;
