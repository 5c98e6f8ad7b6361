//! The form in all profiles and languages: nothing overlaps, nothing leaves its box, nothing is lost.

use proptest::prelude::*;

use super::*;
use crate::print::clean::{all_text, assert_clean};
use crate::print::golden;
use crate::print::page::PrintItem;

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

#[test]
fn what_finds_no_room_goes_on_where_the_form_ends() {
    let bare = |text: &str| {
        text.replace(char::is_whitespace, "")
            .replace(['…', '[', ']'], "")
            .replace("見續頁", "")
    };
    let mut form = sample::long();
    form.print_copies = vec![1];
    for profile in FormProfile::ALL {
        let pages = work_order(&form, profile, Locale::ZhHant).pages;
        assert!(all_text(&pages[0]).contains("見續頁"));
        // Without the heads of the pages, which stand in the middle of a text that goes on over two.
        let below = |item: &&PrintItem| matches!(item, PrintItem::Text { y, .. } if *y > 23.0);
        let further: String = pages[1..]
            .iter()
            .map(|page| {
                let mut page = page.clone();
                page.items = page.items.iter().filter(below).cloned().collect();
                all_text(&page)
            })
            .collect();
        let (form_itself, further) = (bare(&all_text(&pages[0])), bare(&further));
        for text in [&form.content, &form.work_done] {
            let whole = bare(text.as_ref().unwrap());
            let goes_on = (1..=whole.len())
                .filter(|at| whole.is_char_boundary(*at))
                .any(|at| form_itself.contains(&whole[..at]) && further.contains(&whole[at..]));
            assert!(goes_on, "{whole}");
        }
        assert!(further.contains("材料8"));
        for fee in &form.fees[4..] {
            assert!(further.contains(&bare(&fee.reasons)), "{}", fee.code);
        }
        let before = &form.superseded.as_ref().unwrap().lines[0];
        assert!(further.contains(&bare(&format!("版本 原報 項目 {}", before.named()))));
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
        // In the head; the foot names the other copies.
        let text = all_text(page);
        assert_eq!(text.matches(label).count(), 1, "{label}");
        assert_eq!(text.matches(destination).count(), 1, "{destination}");
        let others = &text[text.find("另有").unwrap()..];
        assert!(!others.contains(label) && others.matches('聯').count() == 2);
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
    let grid = |form: &WorkOrderForm, profile| -> Vec<PrintItem> {
        let page = work_order(form, profile, Locale::ZhHant)
            .pages
            .swap_remove(0);
        let solid = |item: &PrintItem| matches!(item, PrintItem::Line { dashed: false, .. });
        page.items.into_iter().filter(solid).collect()
    };
    for profile in FormProfile::ALL {
        let blank = grid(&sample::blank(), profile);
        assert_eq!(blank, grid(&sample::full(), profile), "{profile:?}");
    }
}

#[test]
fn both_fees_stand_on_the_form_and_only_one_of_them_is_due() {
    let form = sample::full();
    for profile in FormProfile::ALL {
        let text = all_text(&work_order(&form, profile, Locale::ZhHant).pages[0]);
        let copies = if profile == FormProfile::A4Sheet {
            3
        } else {
            1
        };
        for said in [
            "120.00（已取代，不收）",
            "伍佰伍拾貳元整",
            "12 更換三角閥 [銅]",
            "已付 300.00，未付 252.00，掛賬",
            "2026-11-23 20:15　電話　單先生（林小姐）",
        ] {
            assert_eq!(text.matches(said).count(), copies, "{profile:?} {said}");
        }
        // Two lines are due, one is not; the last stands in the form's own words too.
        assert_eq!(text.matches("實做").count(), 2 * copies);
        assert_eq!(text.matches("原報").count(), 2 * copies);
        // Of the owner's material: check, warning and choice (R21); of work redone, why it is free (R16).
        for said in [
            "不合格；已說明日後恐漏水；業主說用，不換",
            "返修（再次派單），免人工費",
        ] {
            let bare = text.replace(char::is_whitespace, "");
            assert_eq!(bare.matches(said).count(), copies, "{profile:?} {said}");
        }
    }
    // Without a change on site nothing speaks of versions.
    let unchanged = WorkOrderForm {
        superseded: None,
        ..form
    };
    let text = all_text(&work_order(&unchanged, FormProfile::A5, Locale::ZhHant).pages[0]);
    assert!(!text.contains("取代") && !text.contains("實做"));
}

#[test]
fn a_blank_form_has_a_table_of_each_to_fill_by_hand() {
    for profile in FormProfile::ALL {
        let pages = work_order(&sample::blank(), profile, Locale::ZhHant).pages;
        let copies = if profile == FormProfile::A4Sheet {
            3
        } else {
            1
        };
        assert_eq!(pages.len(), 3 / copies);
        let text = all_text(&pages[0]).replace(char::is_whitespace, "");
        for head in ["金額由來", "檢驗、告知與選擇", "原報合計", "業主同意"] {
            assert_eq!(text.matches(head).count(), copies, "{head}");
        }
    }
}

#[test]
fn a_fourth_and_a_seventh_copy_have_labels() {
    assert_eq!(copy_name(4, "", Locale::ZhHant), "第四聯");
    assert_eq!(copy_name(7, "", Locale::ZhHant), "第 7 聯");
    assert_eq!(copy_name(7, "", Locale::En), "Copy 7");
}

/// The longest label that the settings take has room in every head, whole, beside the longest destination.
#[test]
fn the_offices_own_label_stands_on_its_copy_and_among_the_others() {
    let labels = ["存根", "保安部與清潔部存查用聯", "Resident's"];
    for locale in Locale::ALL {
        for profile in FormProfile::ALL {
            let mut form = sample::full();
            for (copy, label) in form.copies.iter_mut().zip(labels) {
                copy.label = label.into();
            }
            let pages = work_order(&form, profile, locale);
            assert_clean(&pages, &format!("{profile:?} {locale:?}"));
            let copies = if profile == FormProfile::A4Sheet {
                3
            } else {
                1
            };
            // A blank at the end of a line is not drawn.
            let squeezed = |text: &str| text.replace(char::is_whitespace, "");
            for page in &pages.pages {
                for (n, label) in (1..).zip(labels) {
                    let name = squeezed(&copy_name(n, label, locale));
                    let said = squeezed(&all_text(page)).matches(&name).count();
                    assert_eq!(said, copies, "{profile:?} {locale:?} {name}");
                }
            }
        }
    }
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
