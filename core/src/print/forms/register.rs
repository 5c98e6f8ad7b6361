//! Any register as a ruled table on landscape A4, with its head on every page (報事報修記錄表 and the like).

use crate::export::Table;
use crate::print::fonts::glyphs;
use crate::print::page::{Area, PT, PrintFace, PrintPages};
use crate::print::qr;
use crate::print::sheet::{Align, Setting, Sheet, Style};
use crate::print::wrap::{self, LEADING};
use crate::text::{Locale, text};

/// What stands around the table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RegisterHead {
    pub office: String,
    /// Head of the audit chain, printed so that a later change of the ledger shows from outside (R36).
    pub audit_head: Option<AuditHead>,
    pub printed_by: String,
    pub printed_at: String,
}

/// The head of the chain on paper: to be read and typed, or scanned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuditHead {
    /// The hash in groups of digits.
    pub hash: String,
    /// Number of the act whose hash it is.
    pub act: String,
    /// What the code says.
    pub code: String,
}

const WIDTH: f32 = 297.0;
const HEIGHT: f32 = 210.0;
const STYLE: Style = Style {
    label: 8.0,
    value: 8.5,
    least: 5.5,
    hair: 0.15,
    rule: 0.4,
    frame: 0.5,
    pad: 1.0,
};
/// Where the table stands, its head included.
const BODY: Area = Area {
    x: 12.0,
    y: 26.0,
    w: WIDTH - 24.0,
    h: HEIGHT - 26.0 - 16.0,
};

/// The code to scan, above the table's end. Its modules stay as large as those on an order.
const CODE: Area = Area {
    x: BODY.x + BODY.w - 16.0,
    y: 7.5,
    w: 16.0,
    h: 16.0,
};

/// Lays the table out. A row is as high as its longest cell needs, at most a third of a page; text beyond that is
/// shortened with `…`.
pub fn register(table: &Table, head: &RegisterHead, locale: Locale) -> PrintPages {
    let mut missing = Vec::new();
    let widths = widths(table);
    let top = row_height(
        table.columns.iter().map(|c| c.label.clone()),
        &widths,
        PrintFace::Body,
        STYLE.label,
    );
    let rows: Vec<(f32, Vec<String>)> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| cell.shown()).collect();
            let height = row_height(
                cells.iter().cloned(),
                &widths,
                PrintFace::Filled,
                STYLE.value,
            );
            (height, cells)
        })
        .collect();
    let parts = paginate(rows, BODY.h - top);
    let count = parts.len();
    let mut pages = Vec::with_capacity(count);
    for (index, part) in parts.into_iter().enumerate() {
        let mut sheet = Sheet::new(WIDTH, HEIGHT, STYLE, &mut missing);
        around(&mut sheet, table, head, locale, (index + 1, count));
        let mut y = BODY.y;
        let labels = table.columns.iter().map(|column| column.label.clone());
        let centre = sheet.label();
        let line = Area::new(BODY.x, y, BODY.w, top);
        sheet.fill(line, 0.06);
        cells(
            &mut sheet,
            line,
            &widths,
            labels.map(|label| (label, centre)),
        );
        y += top;
        sheet.line((BODY.x, y), (BODY.right(), y), STYLE.rule);
        for (height, row) in part {
            let value = sheet.value();
            let set = row.into_iter().zip(&table.columns).map(|(shown, column)| {
                let align = if column.kind.is_number() {
                    Align::Right
                } else {
                    Align::Left
                };
                (shown, Setting { align, ..value })
            });
            cells(
                &mut sheet,
                Area::new(BODY.x, y, BODY.w, height),
                &widths,
                set,
            );
            y += height;
            sheet.line((BODY.x, y), (BODY.right(), y), STYLE.hair);
        }
        let mut x = BODY.x;
        for width in &widths[..widths.len().saturating_sub(1)] {
            x += width;
            sheet.line((x, BODY.y), (x, y), STYLE.hair);
        }
        sheet.frame(Area::new(BODY.x, BODY.y, BODY.w, y - BODY.y), STYLE.frame);
        pages.push(sheet.page);
    }
    PrintPages { pages, missing }
}

/// mm of each column, in proportion to the wanted widths.
fn widths(table: &Table) -> Vec<f32> {
    let total: f32 = table.columns.iter().map(|column| column.width).sum();
    table
        .columns
        .iter()
        .map(|column| BODY.w * column.width / total)
        .collect()
}

fn row_height(
    cells: impl Iterator<Item = String>,
    widths: &[f32],
    face: PrintFace,
    size: f32,
) -> f32 {
    let em = size * PT;
    let most = cells
        .zip(widths)
        .map(|(text, width)| {
            let all = glyphs(&text, face, &mut Vec::new());
            wrap::lines(&all, (width - 2.0 * STYLE.pad) / em).len()
        })
        .max()
        .unwrap_or(0)
        .max(1);
    (most as f32 * em * LEADING + 1.8).min(BODY.h / 3.0)
}

/// Rows as they go on pages of `room` mm; an empty table still has one page.
fn paginate(rows: Vec<(f32, Vec<String>)>, room: f32) -> Vec<Vec<(f32, Vec<String>)>> {
    let mut parts = vec![Vec::new()];
    let mut used = 0.0;
    for row in rows {
        if used + row.0 > room {
            parts.push(Vec::new());
            used = 0.0;
        }
        used += row.0;
        if let Some(part) = parts.last_mut() {
            part.push(row);
        }
    }
    parts
}

fn cells(
    sheet: &mut Sheet<'_>,
    row: Area,
    widths: &[f32],
    content: impl Iterator<Item = (String, Setting)>,
) {
    let mut x = row.x;
    for ((text, setting), width) in content.zip(widths) {
        let cell = Area::new(x, row.y, *width, row.h).inset(STYLE.pad, 0.7);
        sheet.text(cell, &text, setting, "");
        x += width;
    }
}

/// Office, title and filter above; count, audit chain, printer and page below.
fn around(
    sheet: &mut Sheet<'_>,
    table: &Table,
    head: &RegisterHead,
    locale: Locale,
    (page, pages): (usize, usize),
) {
    let set = |size: f32, align| Setting {
        face: PrintFace::Body,
        size,
        least: size * 0.6,
        align,
        top: false,
    };
    let line = |y: f32, h: f32| Area::new(BODY.x, y, BODY.w, h);
    sheet.text(line(8.0, 9.0), &table.title, set(16.0, Align::Centre), "");
    let (left, _) = line(8.0, 9.0).split_left(BODY.w * 0.3);
    sheet.text(left, &head.office, set(10.0, Align::Left), "");
    let (above, _) = line(18.5, 5.5).split_left(BODY.w - CODE.w - 3.0);
    let (left, right) = above.split_left(above.w * 0.8);
    sheet.text(left, &table.subtitle, set(8.5, Align::Left), "");
    let count = table.rows.len().to_string();
    let count = text(locale, "forms-row-count", &[("count", (&count).into())]);
    sheet.text(right, &count, set(8.5, Align::Right), "");

    let (left, rest) = line(HEIGHT - 13.0, 5.0).split_left(BODY.w * 0.42);
    if let Some(audit) = &head.audit_head {
        let words = text(
            locale,
            "forms-audit-head",
            &[("head", (&audit.hash).into()), ("act", (&audit.act).into())],
        );
        sheet.text(left, &words, set(7.0, Align::Left), "");
        sheet.page.items.extend(qr::code(&audit.code, CODE));
    }
    let (middle, right) = rest.split_left(rest.w * 0.62);
    let words = text(
        locale,
        "forms-printed",
        &[
            ("who", (&head.printed_by).into()),
            ("when", (&head.printed_at).into()),
        ],
    );
    sheet.text(middle, &words, set(7.5, Align::Centre), "");
    let (page, pages) = (page.to_string(), pages.to_string());
    let words = text(
        locale,
        "forms-page-of",
        &[("page", (&page).into()), ("pages", (&pages).into())],
    );
    sheet.text(right, &words, set(7.5, Align::Right), "");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{TableCell, sample};
    use crate::print::golden;
    use crate::print::page::PrintItem;

    fn head() -> RegisterHead {
        RegisterHead {
            office: "幸福花園物業管理處".into(),
            audit_head: Some(AuditHead {
                hash: "9f2c 4a1b e07d 55aa".into(),
                act: "18204".into(),
                code: format!("RD-1A2B3C4D-18204-{}", "9F2C4A1BE07D55AA".repeat(4)),
            }),
            printed_by: "林小姐".into(),
            printed_at: "2026-11-23 22:00".into(),
        }
    }

    /// `count` rows with contents of different length.
    fn table(count: usize) -> Table {
        let mut table = sample::table();
        let row = table.rows[0].clone();
        table.rows = (1..=count)
            .map(|n| {
                let mut row = row.clone();
                row[0] = TableCell::Text(format!("BX20261123-{n:03}"));
                row[5] = TableCell::Text("廚房水槽下方漏水，請派人。".repeat(n % 5 + 1));
                row
            })
            .collect();
        table
    }

    fn texts(pages: &PrintPages) -> Vec<Vec<&str>> {
        fn of(item: &PrintItem) -> Option<&str> {
            match item {
                PrintItem::Text { text, .. } => Some(text.as_str()),
                _ => None,
            }
        }
        pages
            .pages
            .iter()
            .map(|page| page.items.iter().filter_map(of).collect())
            .collect()
    }

    #[test]
    fn every_row_stands_once_and_every_page_has_its_head() {
        let pages = register(&table(90), &head(), Locale::ZhHant);
        let texts = texts(&pages);
        assert!(texts.len() > 2);
        for (index, page) in texts.iter().enumerate() {
            assert!(page.contains(&"受理時間") && page.contains(&"報事報修記錄表"));
            let number = format!("第 {} 頁，共 {} 頁", index + 1, texts.len());
            assert!(page.contains(&number.as_str()), "{number}");
            assert!(page.iter().any(|text| text.contains("9f2c 4a1b e07d 55aa")));
            let codes = pages.pages[index]
                .items
                .iter()
                .filter_map(|item| match item {
                    PrintItem::Code { side, modules, .. } => Some(side / f32::from(*modules)),
                    _ => None,
                });
            // A scanner held by hand reads modules of a third of a millimetre.
            assert!(codes.collect::<Vec<_>>().iter().all(|module| *module > 0.4));
        }
        for n in 1..=90 {
            let no = format!("BX20261123-{n:03}");
            let count = texts.iter().flatten().filter(|text| **text == no).count();
            assert_eq!(count, 1, "{no}");
        }
    }

    #[test]
    fn rows_stay_within_the_page() {
        let pages = register(&table(90), &head(), Locale::En);
        for page in &pages.pages {
            for item in &page.items {
                if let PrintItem::Line { y2, .. } = item {
                    assert!(*y2 <= BODY.bottom() + 0.01);
                }
            }
        }
    }

    #[test]
    fn an_empty_register_is_one_page_that_says_so() {
        let pages = register(&table(0), &head(), Locale::ZhHant);
        assert_eq!(pages.pages.len(), 1);
        assert!(texts(&pages)[0].contains(&"共 0 筆"));
    }

    #[test]
    fn golden_register() {
        golden::check(
            "register-zh-Hant",
            &register(&table(6), &head(), Locale::ZhHant),
        );
    }
}
