//! What stands around the form: head, foot and cut lines.

use super::{FormCopy, FormMark, WorkOrderForm};
use crate::print::page::{Area, PT, PrintFace};
use crate::print::qr;
use crate::print::sheet::{Align, Setting, Sheet};
use crate::text::{Locale, text};

/// The chain's words: nothing for a first dispatch.
fn chain(form: &WorkOrderForm, locale: Locale) -> String {
    let n = form.chain_position.to_string();
    match (&form.chain_first, form.chain_position) {
        (_, 0 | 1) => String::new(),
        (Some(first), _) => text(
            locale,
            "forms-order-chain-first",
            &[("n", (&n).into()), ("first", first.into())],
        ),
        (None, _) => text(locale, "forms-order-chain", &[("n", (&n).into())]),
    }
}

fn mark(copy: &FormCopy, locale: Locale) -> Option<String> {
    copy.mark.map(|mark| match mark {
        FormMark::Reprint => text(locale, "forms-mark-reprint", &[]),
        FormMark::Replacement => text(locale, "forms-mark-replacement", &[]),
    })
}

fn setting(sheet: &Sheet<'_>, size: f32, align: Align) -> Setting {
    Setting {
        size,
        least: size * 0.5,
        align,
        ..sheet.label()
    }
}

/// Room of a page's head: left wing, middle, right wing, code to scan.
fn parts(area: Area) -> [Area; 4] {
    let side = area.h - 2.0;
    let wing = (area.w - side) * 0.36;
    let (left, rest) = area.split_left(wing);
    let code = Area::new(area.right() - side, area.y, side, side);
    let middle = Area::new(rest.x, area.y, area.w - 2.0 * wing, area.h);
    let right = Area::new(
        middle.right(),
        area.y,
        code.x - middle.right() - 2.0,
        area.h,
    );
    [left, middle, right, code]
}

/// Head of a page of its own, the same on every copy: office, title, number and chain.
pub fn head(sheet: &mut Sheet<'_>, area: Area, form: &WorkOrderForm, locale: Locale) {
    let [left, middle, ..] = parts(area);
    let scale = sheet.style.value;
    let line = scale * PT * 1.7;
    let words = setting(sheet, scale * 1.1, Align::Left);
    sheet.text(left.split_top(line).0, &form.office, words, "");
    if let Some(phone) = &form.office_phone {
        let words = setting(sheet, scale * 0.85, Align::Left);
        let below = left.split_top(line).1.split_top(line * 0.8).0;
        sheet.text(below, phone, words, "");
    }
    let at = (area.x, area.bottom() - 2.6);
    number(sheet, at, left.w, scale * 1.15, form, locale);

    let title = setting(sheet, scale * 2.1, Align::Centre);
    let words = text(locale, "forms-order-title", &[]);
    let (upper, lower) = middle.split_top(area.h * 0.62);
    sheet.text(upper, &words, title, "");
    let words = setting(sheet, scale * 0.85, Align::Centre);
    sheet.text(lower.split_top(line).0, &chain(form, locale), words, "");
}

/// What tells one copy from another in the head: number, destination, mark and the code to scan.
pub fn head_copy(
    sheet: &mut Sheet<'_>,
    area: Area,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) {
    let [_, _, right, square] = parts(area);
    let scale = sheet.style.value;
    let line = scale * PT * 1.7;
    let code = qr::scan_code(&form.no, copy.number);
    sheet.page.items.extend(qr::code(&code, square));
    let words = setting(sheet, scale * 1.1, Align::Right);
    let (top, below) = right.split_top(line);
    sheet.text(top, &copy.name(locale), words, "");
    let words = setting(sheet, scale * 0.85, Align::Right);
    sheet.text(below.split_top(line).0, &copy.destination, words, "");
    if let Some(mark) = mark(copy, locale) {
        let w = sheet.measure(&mark, PrintFace::Body, scale) + 3.0;
        let stamp = Area::new(right.right() - w, area.bottom() - line - 2.4, w, line);
        sheet.frame(stamp, 0.5);
        let words = setting(sheet, scale, Align::Centre);
        sheet.text(stamp, &mark, words, "");
    }
}

/// Head of a part of a sheet, in one line.
pub fn low_head(
    sheet: &mut Sheet<'_>,
    area: Area,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) {
    let scale = sheet.style.value;
    let code = qr::scan_code(&form.no, copy.number);
    let side = area.h - 1.2;
    let square = Area::new(area.right() - side, area.y, side, side);
    sheet.page.items.extend(qr::code(&code, square));
    let (left, rest) = area.split_left(area.w * 0.33);
    let (office, below) = left.split_top(area.h * 0.5);
    let words = setting(sheet, scale * 1.1, Align::Left);
    sheet.text(office, &form.office, words, "");
    let (x, y) = (area.x, below.y + below.h * 0.62);
    number(sheet, (x, y), left.w, scale * 1.1, form, locale);
    let (middle, rest) = rest.split_left(area.w * 0.34);
    let title = setting(sheet, scale * 2.0, Align::Centre);
    let later = chain(form, locale);
    let (upper, lower) = if later.is_empty() {
        middle.split_top(area.h)
    } else {
        middle.split_top(area.h * 0.66)
    };
    sheet.text(upper, &text(locale, "forms-order-title", &[]), title, "");
    let words = setting(sheet, scale * 0.85, Align::Centre);
    sheet.text(lower, &later, words, "");
    let right = Area::new(rest.x, area.y, square.x - rest.x - 1.5, area.h);
    let words = setting(sheet, scale * 1.1, Align::Right);
    let (upper, lower) = right.split_top(area.h * 0.5);
    let mut label = copy.name(locale);
    if let Some(mark) = mark(copy, locale) {
        label = format!("[{mark}] {label}");
    }
    sheet.text(upper, &label, words, "");
    let words = setting(sheet, scale * 0.9, Align::Right);
    sheet.text(
        lower.split_top(area.h * 0.42).0,
        &copy.destination,
        words,
        "",
    );
}

/// The order's number behind its printed word, from `at` on its base line and at most `width` mm wide.
fn number(
    sheet: &mut Sheet<'_>,
    at: (f32, f32),
    width: f32,
    size: f32,
    form: &WorkOrderForm,
    locale: Locale,
) {
    let words = text(locale, "forms-order-no", &[]);
    let needed = sheet.measure(&words, PrintFace::Body, size * 0.85)
        + sheet.measure(&form.no, PrintFace::Filled, size * 1.1)
        + 3.0;
    let size = size * (width / needed).min(1.0);
    let before = sheet.word(at.0, at.1, &words, PrintFace::Body, size * 0.85);
    let x = at.0 + before + 1.5;
    sheet.word(x, at.1, &form.no, PrintFace::Filled, size * 1.1);
}

/// Below the form on the left: the other copies of the set, each with where it goes.
pub fn other_copies(
    sheet: &mut Sheet<'_>,
    area: Area,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) {
    let others = form.copies.iter().filter(|c| c.number != copy.number);
    let others: Vec<String> = others
        .map(|c| format!("{} {}", c.name(locale), c.destination))
        .collect();
    let n = form.copies.len().to_string();
    let set = if others.is_empty() {
        text(locale, "forms-copy-set", &[("n", (&n).into())])
    } else {
        let others = others.join(&text(locale, "fees-then", &[]));
        let args = [("n", (&n).into()), ("others", (&others).into())];
        text(locale, "forms-copy-set-others", &args)
    };
    let words = setting(sheet, sheet.style.label * 0.85, Align::Left);
    sheet.text(area.split_left(area.w * 0.62).0, &set, words, "");
}

/// Below the form on the right: who printed it when.
pub fn printed(sheet: &mut Sheet<'_>, area: Area, form: &WorkOrderForm, locale: Locale) {
    let Some((who, when)) = form.printed_by.as_ref().zip(form.printed_at.as_ref()) else {
        return;
    };
    let args = [("who", who.into()), ("when", when.into())];
    let words = setting(sheet, sheet.style.label * 0.85, Align::Right);
    let right = area.split_left(area.w * 0.62).1;
    sheet.text(right, &text(locale, "forms-printed", &args), words, "");
}

/// The line between two parts of a sheet.
pub fn cut_line(sheet: &mut Sheet<'_>, y: f32, locale: Locale) {
    let width = sheet.page.width;
    let words = text(locale, "forms-cut-here", &[]);
    let size = 5.0;
    let length = sheet.measure(&words, PrintFace::Body, size);
    let (left, right) = ((width - length) / 2.0 - 2.0, (width + length) / 2.0 + 2.0);
    sheet.dashes((4.0, y), (left, y));
    sheet.word(
        left + 2.0,
        y + 0.37 * size * PT,
        &words,
        PrintFace::Body,
        size,
    );
    sheet.dashes((right, y), (width - 4.0, y));
}
