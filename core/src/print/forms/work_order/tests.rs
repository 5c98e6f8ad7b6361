//! The form in all profiles and languages: nothing overlaps, nothing leaves its box, nothing is lost.

use proptest::prelude::*;

use super::*;
use crate::print::golden;
use crate::print::page::{PT, PrintItem, PrintPage};

/// Boxes of the texts: left, top, right, bottom, words. Overhang of a hair is no overlap.
fn boxes(page: &PrintPage) -> Vec<(f32, f32, f32, f32, &str)> {
    page.items
        .iter()
        .filter_map(|item| match item {
            PrintItem::Text {
                x,
                y,
                size,
                length,
                turned,
                text,
                ..
            } if !text.trim().is_empty() => {
                let em = size * PT;
                Some(if *turned {
                    (x - 0.05 * em, *y, x + 0.7 * em, y + length, text.as_str())
                } else {
                    (*x, y - 0.72 * em, x + length, y + 0.02 * em, text.as_str())
                })
            }
            _ => None,
        })
        .collect()
}

/// Panics where texts overlap each other, cross a line, or leave the paper.
fn assert_clean(pages: &PrintPages, what: &str) {
    const HAIR: f32 = 0.12;
    for page in &pages.pages {
        let texts = boxes(page);
        for (index, a) in texts.iter().enumerate() {
            assert!(
                a.0 >= 3.0 && a.1 >= 3.0 && a.2 <= page.width - 1.5 && a.3 <= page.height - 2.0,
                "{what}: {} leaves the paper",
                a.4
            );
            for b in &texts[index + 1..] {
                let apart = a.2 <= b.0 + HAIR
                    || b.2 <= a.0 + HAIR
                    || a.3 <= b.1 + HAIR
                    || b.3 <= a.1 + HAIR;
                assert!(apart, "{what}: {} overlaps {}", a.4, b.4);
            }
            for item in &page.items {
                if let PrintItem::Line { x1, y1, x2, y2, .. } = item {
                    let across = a.0 + HAIR < x1.max(*x2)
                        && x1.min(*x2) < a.2 - HAIR
                        && a.1 + HAIR < y1.max(*y2)
                        && y1.min(*y2) < a.3 - HAIR;
                    assert!(!across, "{what}: {} crosses a line", a.4);
                }
            }
        }
    }
}

#[test]
fn nothing_overlaps_in_any_language_on_any_paper() {
    for locale in Locale::ALL {
        for profile in FormProfile::ALL {
            for (name, form) in [
                ("blank", sample::blank()),
                ("full", sample::full()),
                ("long", sample::long()),
            ] {
                let pages = work_order(&form, profile, locale);
                assert_clean(&pages, &format!("{name} {profile:?} {locale:?}"));
                assert!(pages.missing.is_empty(), "{:?}", pages.missing);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn nothing_overlaps_whatever_is_filled_in(
        texts in proptest::collection::vec("[水電門窗，。（）A-Za-z0-9 \n-]{0,160}", 12),
        profile in 0..3usize,
        locale in 0..3usize,
    ) {
        let mut form = sample::full();
        let mut texts = texts.into_iter().map(Some);
        for field in [
            &mut form.caller, &mut form.relation, &mut form.phone, &mut form.place,
            &mut form.content, &mut form.worker, &mut form.real_item, &mut form.total_capitals,
            &mut form.work_done, &mut form.worker_remarks, &mut form.evaluation_remarks,
            &mut form.follow_up,
        ] {
            *field = texts.next().flatten();
        }
        let pages = work_order(&form, FormProfile::ALL[profile], Locale::ALL[locale]);
        assert_clean(&pages, "random");
    }
}

fn all_text(page: &PrintPage) -> String {
    let texts = page.items.iter().filter_map(|item| match item {
        PrintItem::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().concat()
}

#[test]
fn what_finds_no_room_stands_whole_on_the_continuation() {
    let bare = |text: &str| text.replace(char::is_whitespace, "");
    let form = sample::long();
    for profile in FormProfile::ALL {
        let pages = work_order(&form, profile, Locale::ZhHant).pages;
        assert!(all_text(&pages[0]).contains("見續頁"));
        let further = bare(&all_text(&pages[1]));
        assert!(further.contains(&bare(form.content.as_ref().unwrap())));
        assert!(further.contains(&bare(form.work_done.as_ref().unwrap())));
        assert!(further.contains("材料8"));
    }
    // What has room has no continuation.
    let pages = work_order(&sample::full(), FormProfile::A4, Locale::ZhHant).pages;
    assert_eq!(pages.len(), 3);
}

#[test]
fn each_copy_says_which_it_is_and_where_it_goes() {
    let pages = work_order(&sample::full(), FormProfile::A4, Locale::ZhHant).pages;
    let mut codes = Vec::new();
    for (page, (label, destination)) in pages.iter().zip([
        ("第一聯", "客戶服務中心"),
        ("第二聯", "工程部留檔"),
        ("第三聯", "客戶留存"),
    ]) {
        // In the head, at the foot, and along the edge one character below the other.
        let text = all_text(page);
        assert_eq!(text.matches(label).count(), 3, "{label}");
        assert_eq!(text.matches(destination).count(), 3, "{destination}");
        codes.extend(page.items.iter().filter_map(|item| match item {
            PrintItem::Code { runs, .. } => Some(runs.clone()),
            _ => None,
        }));
    }
    codes.dedup();
    assert_eq!(codes.len(), 3);
}

#[test]
fn a_single_copy_can_be_printed_again() {
    let mut form = sample::full();
    form.print_copies = vec![2];
    form.copies[1].mark = Some(FormMark::Replacement);
    let pages = work_order(&form, FormProfile::A5, Locale::ZhHant).pages;
    assert_eq!(pages.len(), 1);
    assert!(all_text(&pages[0]).contains("補單"));
    form.copies[1].mark = Some(FormMark::Reprint);
    let pages = work_order(&form, FormProfile::A4Sheet, Locale::ZhHant).pages;
    assert_eq!(pages.len(), 1);
    assert_eq!(all_text(&pages[0]).matches("補印").count(), 1);
}

/// Each paper says of itself alone whether it is the first (R10).
#[test]
fn a_mark_stands_on_its_own_copy_only() {
    let mut form = sample::full();
    let marks = [None, Some(FormMark::Replacement), Some(FormMark::Reprint)];
    for (copy, mark) in form.copies.iter_mut().zip(marks) {
        copy.mark = mark;
    }
    let pages = work_order(&form, FormProfile::A4, Locale::ZhHant).pages;
    let said: Vec<_> = pages
        .iter()
        .map(|page| ["補單", "補印"].map(|mark| all_text(page).contains(mark)))
        .collect();
    assert_eq!(said, [[false, false], [true, false], [false, true]]);
    let sheet = &work_order(&form, FormProfile::A4Sheet, Locale::ZhHant).pages[0];
    for mark in ["補單", "補印"] {
        assert_eq!(all_text(sheet).matches(mark).count(), 1, "{mark}");
    }
}

#[test]
fn the_grid_is_the_same_blank_and_full() {
    let grid = |form: &WorkOrderForm| -> Vec<PrintItem> {
        let page = work_order(form, FormProfile::A4, Locale::ZhHant)
            .pages
            .swap_remove(0);
        let solid = |item: &PrintItem| matches!(item, PrintItem::Line { dashed: false, .. });
        page.items.into_iter().filter(solid).collect()
    };
    assert_eq!(grid(&sample::blank()), grid(&sample::full()));
}

#[test]
fn a_fourth_and_a_seventh_copy_have_labels() {
    assert_eq!(copy_label(4, Locale::ZhHant), "第四聯");
    assert_eq!(copy_label(7, Locale::ZhHant), "第 7 聯");
    assert_eq!(copy_label(7, Locale::En), "Copy 7");
}

#[test]
fn golden_pages() {
    let one = |mut form: WorkOrderForm, profile, locale| {
        form.print_copies = vec![1];
        work_order(&form, profile, locale)
    };
    let pages = one(sample::full(), FormProfile::A4, Locale::ZhHant);
    golden::check("work-order-a4-full-zh-Hant", &pages);
    let pages = one(sample::full(), FormProfile::A4Sheet, Locale::En);
    golden::check("work-order-sheet-full-en", &pages);
    let pages = one(sample::blank(), FormProfile::A5, Locale::ZhHans);
    golden::check("work-order-a5-blank-zh-Hans", &pages);
}
