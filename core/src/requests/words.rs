//! The words by which a request and its orders are found.

use crate::access::Action;
use crate::door::{Reader, Writer};
use crate::error::Result;
use crate::fold;
use crate::ledger::orders::Order;
use crate::ledger::requests::Request;
use crate::text_field::sought;

/// Puts the request's words into the index: its number and those of its orders, place and content; caller and phone
/// (as written and each number as bare digits) apart from them. To be called whenever one of these changed.
pub fn index(w: &mut Writer<'_>, request: &Request) -> Result<()> {
    let mut open = request.no.clone();
    for order in Order::of_request(w, request.id)? {
        open += &format!(" {} {}", order.no, order.paper_no);
    }
    open += &format!(" {} {}", request.place_text, request.content);
    let mut contact = format!("{} {}", request.caller, request.phone);
    for number in request.phone.split('/') {
        contact.push(' ');
        contact.extend(number.chars().filter(char::is_ascii_digit));
    }
    Request::index(
        w,
        request.id,
        &fold::fts_text(&open),
        &fold::fts_text(&contact),
    )
}

/// What finds the requests that hold every word of what was typed. Who sees contacts masked finds nobody by name or
/// phone (R39). `None` when nothing was typed. Errors: `TooLong` on `text`.
pub fn phrases(r: &Reader<'_>, typed: &str) -> Result<Option<String>> {
    let phrases = fold::fts_query(sought("text", typed)?);
    Ok(phrases.map(|phrases| {
        if r.may(Action::RevealContact) {
            phrases
        } else {
            format!("{{open}} : ({phrases})")
        }
    }))
}
