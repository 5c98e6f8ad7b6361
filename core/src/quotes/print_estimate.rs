//! The estimate of a request on paper: what was told, or planned in a review, and the owner's consent (R18, R19).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::document::{Exported, Made};
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::RequestId;
use crate::ledger::people::Person;
use crate::ledger::quotes::{QuotePurpose, QuoteRow};
use crate::ledger::requests::{PhoneState, Request};
use crate::pricing::words;
use crate::print::forms::estimate::{Estimate, EstimateReview, estimate};
use crate::quotes::paper;
use crate::records::seen;
use crate::text::{Locale, time};
use crate::text_field::{filled, optional_line};

/// Makes the estimate's PDF and records the print.
#[derive(Deserialize, TS)]
pub struct PrintEstimate {
    pub request: RequestId,
    pub locale: Locale,
    /// Printer's name; empty for a file.
    pub printer: String,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

impl WriteVerb for PrintEstimate {
    const NAME: &'static str = "quotes.print_estimate";
    const ACTION: Action = Action::SeeOrders;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let request = Request::get(r, self.request)?;
        let view = view(r, &request, self.locale)?;
        self.made = Some(Made {
            version: request.version,
            file: Exported::pages(&request.no, estimate(&view, self.locale))?,
        });
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("print"))?;
        // Estimated anew or consented to meanwhile: the paper would say something else.
        let request = Request::get_at(w, self.request, made.version)?;
        w.note("printer", optional_line("printer", &self.printer)?);
        w.about(Request::TABLE, request.id);
        Ok(made.file)
    }
}

/// The quote that holds for the request. Errors: [`Code::NoEstimate`].
fn view(r: &Reader<'_>, request: &Request, locale: Locale) -> Result<Estimate> {
    let none = || Error::new(Code::NoEstimate).with("no", &request.no);
    let quote = QuoteRow::get(r, request.quote_id.ok_or_else(none)?)?;
    let office = &r.settings()?.office;
    let zone = r.zone()?;
    let consent = match request.consent_quote == Some(quote.id) {
        true => paper::consent(r, request)?,
        false => None,
    };
    let made_at = time::date_time(quote.entered_at, zone);
    let seen = seen::request(r, request.clone());
    Ok(Estimate {
        office: office.name.clone(),
        office_phone: filled(&office.phone),
        request_no: request.no.clone(),
        made_by: Person::get(r, quote.by_person)?.name,
        requester: filled(&seen.caller),
        phone: filled(&seen.phone).filter(|_| seen.phone_state == PhoneState::Given),
        place: filled(&seen.place_text),
        content: filled(&seen.content),
        lines: paper::lines(&quote, locale)?,
        total: words::amount(quote.total(), locale),
        capitals: (quote.total().certain()).and_then(|sum| sum.capitals(locale)),
        review: (quote.purpose == QuotePurpose::Plan).then(|| EstimateReview {
            plan: request.plan.clone(),
            hours: quote.hours.clone(),
            by: format!("{} {made_at}", quote.judged_by),
        }),
        schedule: paper::schedule(r, quote.schedule_id)?,
        consent,
        made_at,
        printed_by: Some(r.who()?.name.clone()),
        printed_at: Some(time::date_time(r.now(), zone)),
    })
}
