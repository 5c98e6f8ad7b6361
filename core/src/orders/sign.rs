//! Signatures: drawn, by the person's own PIN, or on paper and seen by someone who is not the order's worker.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::door::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::audit::hex;
use crate::ledger::column::Json;
use crate::ledger::order_papers::{Purpose, Signature, SignedHow, Strokes};
use crate::ledger::orders::Order;
use crate::ledger::people::Person;
use crate::moment::Moment;
use crate::people::active_person;
use crate::people::secret::{self, Tried};
use crate::text_field::required_line;

/// A signature as it is given.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SignatureInput {
    pub how: SignedHow,
    /// Who signed, in words; for a person of the office the name comes from the ledger.
    pub name: Option<String>,
    pub person: Option<PersonId>,
    #[serde(skip_serializing)]
    #[ts(type = "string | null")]
    pub pin: Option<Tried>,
    pub strokes: Option<Strokes>,
}

impl SignatureInput {
    /// A person of the office signs a step of his own; on paper unless said otherwise.
    pub fn own_hand(
        person: PersonId,
        how: Option<SignedHow>,
        pin: Option<Tried>,
        strokes: Option<Strokes>,
    ) -> Self {
        Self {
            how: how.unwrap_or(SignedHow::Paper),
            name: None,
            person: Some(person),
            pin,
            strokes,
        }
    }

    /// A signature on paper by this person of the office.
    pub fn on_paper(person: PersonId) -> Self {
        Self {
            how: SignedHow::Paper,
            name: None,
            person: Some(person),
            pin: None,
            strokes: None,
        }
    }

    /// A signature on paper by someone outside the office.
    pub fn on_paper_by(name: &str) -> Self {
        Self {
            how: SignedHow::Paper,
            name: Some(name.to_owned()),
            person: None,
            pin: None,
            strokes: None,
        }
    }

    /// The same with this name, where neither a person of the office nor a name is given: the requester signed himself.
    pub fn or_by(mut self, requester: &str) -> Self {
        let named = self.name.as_deref().is_some_and(|n| !n.trim().is_empty());
        if self.person.is_none() && !named {
            self.name = Some(requester.to_owned());
        }
        self
    }

    /// Whose PIN it tries.
    pub fn guesses(&self) -> Option<String> {
        self.person.and_then(|id| pin_guesses(Some(self.how), id))
    }

    /// Tries its PIN, before the transaction.
    pub fn try_pin(&mut self, r: &Reader<'_>) {
        if let Some(person) = self.person {
            try_pin(r, Some(self.how), person, &mut self.pin);
        }
    }
}

/// Whose PIN is tried where a step is signed in this way.
pub fn pin_guesses(how: Option<SignedHow>, person: PersonId) -> Option<String> {
    (how == Some(SignedHow::Pin)).then(|| secret::pin_tries_of(person))
}

/// Tries the PIN of a step that is signed by it, before the transaction in which no one else can write. That it does
/// not fit, or that there is no such person, is said where the step is judged.
pub fn try_pin(r: &Reader<'_>, how: Option<SignedHow>, person: PersonId, pin: &mut Option<Tried>) {
    if how == Some(SignedHow::Pin)
        && let Some(pin) = pin
    {
        let stored = Person::get(r, person).ok().and_then(|person| person.pin);
        pin.try_on(stored.as_ref());
    }
}

/// Most points a drawn signature may have.
const POINTS_MAX: usize = 5000;

/// Records a signature under what the order says now.
///
/// Errors: `Missing` name or strokes, `WrongPin`, `OwnWork` when the order's worker would sign for the requester or
/// the supervisor (R12, R13), `OwnPaperSignature` when he would witness his own order's paper.
pub fn sign(
    w: &mut Writer<'_>,
    order: &Order,
    purpose: Purpose,
    input: &SignatureInput,
    at: Moment,
) -> Result<Signature> {
    let person = input
        .person
        .map(|id| active_person(w, "signature", id))
        .transpose()?;
    let others = matches!(
        purpose,
        Purpose::Agree | Purpose::Confirm | Purpose::Countersign | Purpose::Exempt
    );
    if others && person.as_ref().map(|p| p.id) == order.worker_id && order.worker_id.is_some() {
        return Err(Error::new(Code::OwnWork));
    }
    let name = match (&person, &input.name) {
        (Some(person), _) => person.name.clone(),
        (None, name) => required_line("signature_name", name.as_deref().unwrap_or(""))?,
    };
    let (mut strokes, mut seen_by) = (None, None);
    match input.how {
        SignedHow::Pin => {
            let person = person
                .as_ref()
                .ok_or_else(|| Error::missing("signature_person"))?;
            let given = input.pin.as_ref();
            if !given.is_some_and(|given| given.fits(person.pin.as_ref())) {
                return Err(Error::new(Code::WrongPin).on("pin"));
            }
        }
        SignedHow::Drawn => {
            let drawn = input.strokes.clone().unwrap_or_default();
            let points: usize = drawn.iter().map(Vec::len).sum();
            let inside = drawn
                .iter()
                .flatten()
                .flatten()
                .all(|v| (0.0..=1.0).contains(v));
            if points < 2 {
                return Err(Error::missing("signature"));
            }
            if points > POINTS_MAX || !inside {
                return Err(Error::invalid("signature", points));
            }
            strokes = Some(Json(drawn));
        }
        SignedHow::Paper => {
            let seer = w.who()?.id;
            if order.worker_id == Some(seer) {
                return Err(Error::new(Code::OwnPaperSignature));
            }
            seen_by = Some(seer);
        }
    }
    Signature {
        id: Default::default(),
        version: 0,
        order_id: order.id,
        purpose,
        how: input.how,
        name,
        person_id: person.map(|p| p.id),
        seen_by,
        strokes,
        at,
        digest: digest(order)?,
    }
    .insert(w)
}

/// Digest of the facts that a signature stands under: the order's fields of the moment.
pub fn digest(order: &Order) -> Result<String> {
    let text = serde_json::to_string(order).map_err(Error::broken)?;
    Ok(hex(&Sha256::digest(text.as_bytes())))
}
