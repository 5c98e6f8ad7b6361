//! What stands above and below a flowing form on each of its pages.

use super::flow::Paper;
use crate::print::page::{Area, PT, PrintFace, PrintPage, PrintPages};
use crate::print::sheet::{Align, Setting, Sheet};
use crate::text::{Locale, text};

/// Head and foot.
#[derive(Debug, Default)]
pub struct Around<'a> {
    pub office: &'a str,
    pub office_phone: Option<&'a str>,
    pub title: String,
    /// Under the title.
    pub subtitle: String,
    /// Number of the form, its printed words first.
    pub no: Option<(String, &'a str)>,
    /// Stamped on: 補印, 草稿.
    pub mark: Option<String>,
    /// Who printed it, and when.
    pub printed: Option<(&'a str, &'a str)>,
}

impl Around<'_> {
    /// The pages with head and foot.
    pub fn pages(
        &self,
        paper: &Paper,
        pages: Vec<PrintPage>,
        mut missing: Vec<char>,
        locale: Locale,
    ) -> PrintPages {
        let count = pages.len();
        let dressed = (1..).zip(pages).map(|(page, blank)| {
            let mut sheet = Sheet {
                page: blank,
                style: paper.style,
                missing: &mut missing,
            };
            self.head(&mut sheet, paper);
            self.foot(&mut sheet, paper, (page, count), locale);
            sheet.page
        });
        let pages = dressed.collect();
        PrintPages { pages, missing }
    }

    fn head(&self, sheet: &mut Sheet<'_>, paper: &Paper) {
        let scale = paper.style.value;
        let line = scale * PT * 1.7;
        let top = paper.height - paper.body.bottom();
        let top = (paper.body.y - top).clamp(0.0, 8.0);
        let head = Area::new(paper.body.x, top, paper.body.w, paper.body.y - top - 1.5);
        let (left, rest) = head.split_left(head.w * 0.3);
        let (middle, right) = rest.split_left(head.w * 0.4);

        let (upper, lower) = left.split_top(line);
        sheet.text(upper, self.office, words(sheet, 1.1, Align::Left), "");
        if let Some(phone) = self.office_phone {
            let small = words(sheet, 0.85, Align::Left);
            sheet.text(lower.split_top(line).0, phone, small, "");
        }
        let (upper, lower) = middle.split_top(head.h * 0.6);
        sheet.text(upper, &self.title, words(sheet, 1.9, Align::Centre), "");
        let small = words(sheet, 0.85, Align::Centre);
        sheet.text(lower, &self.subtitle, small, "");

        let (upper, lower) = right.split_top(line);
        if let Some((printed, no)) = &self.no {
            let number = sheet.measure(no, PrintFace::Filled, scale * 1.1);
            let left = (upper.right() - number).max(upper.x + upper.w * 0.3);
            let (before, behind) = upper.split_left(left - upper.x);
            let small = words(sheet, 0.9, Align::Right);
            sheet.text(before.split_left(before.w - 1.2).0, printed, small, "");
            let setting = Setting {
                face: PrintFace::Filled,
                ..words(sheet, 1.1, Align::Right)
            };
            sheet.text(behind, no, setting, "");
        }
        if let Some(mark) = &self.mark {
            let w = sheet.measure(mark, PrintFace::Body, scale * 1.3) + 4.0;
            let h = (line * 1.2).min(lower.h);
            let stamp = Area::new(lower.right() - w, lower.bottom() - h, w, h);
            sheet.frame(stamp, 0.5);
            sheet.text(stamp, mark, words(sheet, 1.3, Align::Centre), "");
        }
    }

    fn foot(
        &self,
        sheet: &mut Sheet<'_>,
        paper: &Paper,
        (page, pages): (usize, usize),
        locale: Locale,
    ) {
        let foot = Area::new(paper.body.x, paper.body.bottom() + 1.5, paper.body.w, 4.5);
        let (left, right) = foot.split_left(foot.w * 0.7);
        if let Some((who, when)) = self.printed {
            let args = [("who", who.into()), ("when", when.into())];
            let said = text(locale, "forms-printed", &args);
            sheet.text(left, &said, words(sheet, 0.75, Align::Left), "");
        }
        let (page, pages) = (page.to_string(), pages.to_string());
        let args = [("page", (&page).into()), ("pages", (&pages).into())];
        let said = text(locale, "forms-page-of", &args);
        sheet.text(right, &said, words(sheet, 0.75, Align::Right), "");
    }
}

/// Printed words, their size in parts of the filled-in data's.
fn words(sheet: &Sheet<'_>, scale: f32, align: Align) -> Setting {
    let size = sheet.style.value * scale;
    Setting {
        size,
        least: size * 0.5,
        align,
        ..sheet.label()
    }
}
