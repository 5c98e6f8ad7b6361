//! What reaches the paper: the text of the PDF is the text of the pages, and what the fonts lack is told.

use std::collections::BTreeMap;
use std::process::Command;

use super::forms::estimate::{estimate, tests as estimates};
use super::forms::fee_schedule::{fee_schedule, tests as schedules};
use super::forms::receipt::{ReceiptKind, receipt, tests as receipts};
use super::forms::takings::{takings, tests as slips};
use super::forms::work_order::sample;
use super::*;

/// Characters of a text and how often they stand in it, white space left out.
fn counted(text: impl Iterator<Item = char>) -> BTreeMap<char, usize> {
    let mut out = BTreeMap::new();
    for c in text.filter(|c| !c.is_whitespace()) {
        *out.entry(c).or_default() += 1;
    }
    out
}

fn on_pages(pages: &page::PrintPages) -> BTreeMap<char, usize> {
    let texts = pages.pages.iter().flat_map(|page| &page.items);
    counted(texts.flat_map(|item| match item {
        page::PrintItem::Text { text, .. } => text.chars().collect::<Vec<_>>(),
        _ => Vec::new(),
    }))
}

/// The text of a PDF by `pdftotext` (package poppler-utils).
fn in_pdf(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("form.pdf");
    std::fs::write(&file, bytes).unwrap();
    let out = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output()
        .expect("pdftotext, of the package poppler-utils, is installed");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    assert!(
        out.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn the_pdf_says_what_the_pages_say() {
    for profile in FormProfile::ALL {
        for locale in Locale::ALL {
            let form = sample::full();
            let pages = work_order(&form, profile, locale);
            let file = work_orders_pdf("x", [&form], profile, locale).unwrap();
            assert_eq!(file.pages, pages.pages.len());
            let text = in_pdf(&file.bytes);
            assert_eq!(
                counted(text.chars()),
                on_pages(&pages),
                "{profile:?} {locale:?}"
            );
            for rare in "㛃𠮷𠝹𨋢".chars() {
                assert!(text.contains(rare), "{rare}");
            }
        }
    }
}

#[test]
fn the_pdf_of_every_form_about_money_says_what_its_pages_say() {
    for locale in Locale::ALL {
        let forms = [
            estimate(&estimates::reviewed(), locale),
            receipt(&receipts::sample(ReceiptKind::Payment), locale),
            receipt(&receipts::sample(ReceiptKind::Refund), locale),
            takings(&slips::sample(60), locale),
            fee_schedule(&schedules::sample(locale), locale),
        ];
        for (n, pages) in forms.into_iter().enumerate() {
            let said = on_pages(&pages);
            let bytes = pdf::to_pdf("x", pages.pages).unwrap();
            assert_eq!(counted(in_pdf(&bytes).chars()), said, "{n} {locale:?}");
        }
    }
}

#[test]
fn a_character_that_no_font_has_is_printed_as_a_mark_and_told() {
    let mut form = sample::full();
    form.content = Some("冷氣\u{1f976}滴水".into());
    let file = work_orders_pdf("x", [&form], FormProfile::A4, Locale::ZhHant).unwrap();
    assert_eq!(file.missing, ['\u{1f976}']);
    assert!(in_pdf(&file.bytes).contains("冷氣〓滴水"));
}

#[test]
fn fonts_are_embedded_in_part_and_common_parts_once() {
    let form = sample::full();
    let size = |forms: &[WorkOrderForm]| {
        let file = work_orders_pdf("x", forms, FormProfile::A4, Locale::ZhHant).unwrap();
        file.bytes.len()
    };
    let one = size(std::slice::from_ref(&form));
    assert!(one < 90_000, "one order takes {one} bytes");
    let blank = size(&[sample::blank()]);
    assert!(blank < 36_000, "a blank order takes {blank} bytes");
    let hundred = size(&vec![form; 100]);
    assert!(
        hundred < one + 99 * 12_000,
        "a further order takes {} bytes",
        (hundred - one) / 99
    );
}

#[test]
fn a_file_is_the_same_each_time() {
    let form = sample::full();
    let file = || work_orders_pdf("派工單", [&form], FormProfile::A5, Locale::ZhHant).unwrap();
    assert_eq!(file(), file());
}
