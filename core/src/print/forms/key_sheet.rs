//! The recovery key on paper, to be kept in a safe: without it no backup opens on another computer (R40).

use crate::print::page::{Area, PrintFace, PrintPages};
use crate::print::sheet::{Align, Setting, Sheet, Style};
use crate::text::{Locale, text};

/// What stands on the sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeySheet {
    pub office: String,
    /// First digits of the ledger's name.
    pub ledger: String,
    /// The key in groups of four digits.
    pub key: String,
    pub printed_by: String,
    pub printed_at: String,
}

const STYLE: Style = Style {
    label: 10.0,
    value: 11.0,
    least: 8.0,
    hair: 0.15,
    rule: 0.4,
    frame: 0.6,
    pad: 3.0,
};

/// Groups of the key on one line.
const GROUPS: usize = 4;

/// One page of A4.
pub fn key_sheet(view: &KeySheet, locale: Locale) -> PrintPages {
    let mut missing = Vec::new();
    let mut sheet = Sheet::new(210.0, 297.0, STYLE, &mut missing);
    let set = |size: f32, face, align| Setting {
        face,
        size,
        least: size * 0.6,
        align,
        top: true,
    };
    let words = |size, align| set(size, PrintFace::Body, align);
    let line = |y: f32, h: f32| Area::new(30.0, y, 150.0, h);
    sheet.text(
        line(30.0, 8.0),
        &view.office,
        words(12.0, Align::Centre),
        "",
    );
    let title = text(locale, "forms-key-title", &[]);
    sheet.text(line(40.0, 12.0), &title, words(20.0, Align::Centre), "");
    let about = text(locale, "forms-key-about", &[]);
    sheet.text(line(60.0, 24.0), &about, words(11.0, Align::Left), "");
    let name = text(
        locale,
        "forms-key-ledger",
        &[("ledger", view.ledger.as_str().into())],
    );
    sheet.text(line(90.0, 8.0), &name, words(11.0, Align::Left), "");
    let frame = line(102.0, 54.0);
    sheet.frame(frame, STYLE.frame);
    let groups: Vec<&str> = view.key.split(' ').collect();
    for (row, groups) in (0u8..).zip(groups.chunks(GROUPS)) {
        let at = Area::new(
            frame.x,
            frame.y + 5.0 + 12.0 * f32::from(row),
            frame.w,
            10.0,
        );
        let big = set(20.0, PrintFace::Body, Align::Centre);
        sheet.text(at, &groups.join("   "), big, "");
    }
    let foot = text(
        locale,
        "forms-printed",
        &[
            ("who", view.printed_by.as_str().into()),
            ("when", view.printed_at.as_str().into()),
        ],
    );
    sheet.text(line(164.0, 8.0), &foot, words(9.0, Align::Left), "");
    let page = sheet.page;
    PrintPages {
        pages: vec![page],
        missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::page::PrintItem;

    #[test]
    fn every_digit_of_the_key_stands_on_the_sheet_in_each_language() {
        let key = (0..16).map(|n| format!("{n:04x}")).collect::<Vec<_>>();
        let view = KeySheet {
            office: "錦繡園物業服務中心".into(),
            ledger: "1a2b3c4d".into(),
            key: key.join(" "),
            ..KeySheet::default()
        };
        for locale in Locale::ALL {
            let pages = key_sheet(&view, locale);
            assert!(pages.missing.is_empty());
            let items = pages.pages[0].items.iter();
            let said: String = items
                .filter_map(|item| match item {
                    PrintItem::Text { text, .. } => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            let digits: String = said.split_whitespace().collect();
            assert!(digits.contains(&key.concat()), "{said}");
            assert!(said.contains("1a2b3c4d"), "{said}");
        }
    }
}
