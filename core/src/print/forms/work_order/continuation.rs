//! The continuation of a work order: the rest of each text that found no room on the form.

use super::super::grid::Overflow;
use super::{FormCopy, FormProfile, WorkOrderForm, blank_page};
use crate::print::fonts::glyphs;
use crate::print::page::{Area, PT, PrintFace, PrintPage};
use crate::print::sheet::{Align, Setting};
use crate::print::wrap::{self, LEADING};
use crate::text::{Locale, text};

/// Pages for `overflow`; none when everything stands on the form.
pub fn pages(
    form: &WorkOrderForm,
    copies: &[&FormCopy],
    profile: FormProfile,
    locale: Locale,
    overflow: Vec<Overflow>,
    missing: &mut Vec<char>,
) -> Vec<PrintPage> {
    let mut out = Vec::new();
    let mut lines = rows(&overflow, profile, missing).into_iter().peekable();
    while lines.peek().is_some() {
        let mut sheet = blank_page(profile, missing);
        let body = body(profile);
        let pitch = sheet.style.value * PT * LEADING;
        let title = Setting {
            size: sheet.style.value * 1.3,
            align: Align::Left,
            ..sheet.label()
        };
        let words = format!(
            "{} · {}",
            text(locale, "forms-order-title", &[]),
            text(locale, "forms-continuation", &[])
        );
        let head = Area::new(body.x, body.y - 12.0, body.w, 9.0);
        sheet.text(head, &words, title, "");
        let labels: Vec<_> = copies.iter().map(|c| c.name(locale)).collect();
        let align = Align::Right;
        let which = format!("{} {}", form.no, labels.join(" "));
        let setting = Setting {
            align,
            ..sheet.value()
        };
        sheet.text(head, &which, setting, "");
        let rule = sheet.style.rule;
        sheet.line((body.x, body.y - 2.0), (body.right(), body.y - 2.0), rule);
        let mut y = body.y;
        while y + pitch <= body.bottom()
            && let Some((face, line)) = lines.next()
        {
            let size = match face {
                PrintFace::Body => sheet.style.label,
                PrintFace::Filled => sheet.style.value,
            };
            sheet.word(body.x, y + 0.75 * pitch, &line, face, size);
            y += pitch;
        }
        out.push(sheet.page);
    }
    out
}

fn body(profile: FormProfile) -> Area {
    let (width, height) = profile.paper();
    Area::new(14.0, 24.0, width - 28.0, height - 36.0)
}

/// Labels and wrapped texts, one line each, an empty line between two texts.
fn rows(
    overflow: &[Overflow],
    profile: FormProfile,
    missing: &mut Vec<char>,
) -> Vec<(PrintFace, String)> {
    let size = blank_page(profile, missing).style.value;
    let width = body(profile).w / (size * PT);
    let mut out = Vec::new();
    let mut before = None;
    for (label, whole) in overflow {
        // The lines of one table stand together.
        if before != Some(label) {
            if before.is_some() {
                out.push((PrintFace::Body, String::new()));
            }
            out.push((PrintFace::Body, label.clone()));
        }
        before = Some(label);
        let all = glyphs(whole, PrintFace::Filled, missing);
        for line in wrap::lines(&all, width) {
            let line = all[line].iter().map(|glyph| glyph.c).collect();
            out.push((PrintFace::Filled, line));
        }
    }
    out
}
