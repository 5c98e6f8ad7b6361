//! Nothing is lost and nothing stands twice: each field is filled with characters of its own, which are then counted on
//! each copy.

use std::collections::BTreeMap;

use super::*;
use crate::print::clean::all_text;
use crate::print::fonts;
use crate::print::page::{PrintFace, PrintItem, PrintPage};
use crate::text::text;

/// Characters that no form prints by itself, each given out once.
struct Supply(Box<dyn Iterator<Item = char>>);

impl Supply {
    fn new(profile: FormProfile, locale: Locale) -> Self {
        let blank = work_order(&sample::blank(), profile, locale).pages;
        let mut printed: String = characters(&blank, |_| true).into_keys().collect();
        for key in [
            "forms-continued",
            "forms-continuation",
            "forms-order-fees",
            "forms-order-materials",
            "forms-order-fee-due",
            "forms-order-fee-superseded",
        ] {
            printed += &text(locale, key, &[]);
        }
        let total = [("total", "".into())];
        printed += &text(locale, "forms-order-superseded-total", &total);
        let has = |c: &char| PrintFace::Filled.advance(*c).is_some();
        let free = ('\u{4e00}'..='\u{9fa5}').filter(move |c| has(c) && !printed.contains(*c));
        Self(Box::new(free))
    }

    fn text(&mut self, length: usize) -> String {
        self.0.by_ref().take(length).collect()
    }

    fn some(&mut self, length: usize) -> Option<String> {
        Some(self.text(length))
    }

    fn signed(&mut self, length: usize) -> Option<FormSignature> {
        Some(FormSignature {
            who: self.text(length),
            how: self.text(length),
            when: self.text(length),
            ..FormSignature::default()
        })
    }

    fn fee(&mut self, length: usize) -> FormFeeLine {
        FormFeeLine {
            code: self.text(2),
            name: self.text(length),
            variants: self.text(length),
            quantity: self.text(2),
            reasons: self.text(length * 2),
            labour: self.text(4),
            material: self.text(4),
            sum: self.text(4),
        }
    }

    fn material(&mut self, length: usize) -> FormMaterial {
        FormMaterial {
            name: self.text(length),
            spec: self.text(length),
            quantity: self.text(2),
            price: self.text(4),
            amount: self.text(4),
            own: false,
            check: self.text(length),
            warning: self.text(length),
            choice: self.text(length),
        }
    }

    /// A form whose every field holds about `length` characters of its own.
    fn form(&mut self, length: usize, lines: usize) -> WorkOrderForm {
        WorkOrderForm {
            caller: self.some(length),
            relation: self.some(length),
            phone: self.some(length),
            place: self.some(length),
            channel: self.some(4),
            kind: self.some(4),
            urgency: self.some(4),
            wished: self.some(8),
            received: self.some(8),
            taken_by: self.some(length),
            content: self.some(length * 3),
            department: self.some(length),
            worker: self.some(length),
            issued: self.some(8),
            notify_due: self.some(8),
            arrive_due: self.some(8),
            // When it was accepted has a cell of its own.
            accepted: self.signed(length).map(|by| FormSignature {
                when: String::new(),
                ..by
            }),
            accepted_at: self.some(8),
            arrived: self.some(8),
            real_item: self.some(length * 2),
            consent: self.some(length * 2),
            fees: (0..lines).map(|_| self.fee(length)).collect(),
            superseded: Some(FormFee {
                lines: (0..lines).map(|_| self.fee(length)).collect(),
                total: self.text(4),
            }),
            materials: (0..lines).map(|_| self.material(length)).collect(),
            labour: self.some(4),
            material: self.some(4),
            total: self.some(4),
            total_capitals: self.some(8),
            paid: self.some(8),
            fee_agreed: self.signed(length),
            work_done: self.some(length * 3),
            finished: self.some(8),
            worker_remarks: self.some(length),
            worker_signature: self.signed(length),
            evaluation_remarks: self.some(length),
            requester_signature: self.signed(length),
            supervisor_signature: self.signed(length),
            returned: self.some(8),
            follow_up: self.some(length * 2),
            ..sample::blank()
        }
    }
}

/// Characters of the texts that `part` picks by their base line, and how often they stand there.
fn characters(pages: &[PrintPage], part: impl Fn(f32) -> bool) -> BTreeMap<char, usize> {
    let mut out = BTreeMap::new();
    for item in pages.iter().flat_map(|page| &page.items) {
        if let PrintItem::Text { y, text, .. } = item
            && part(*y)
        {
            for c in text.chars() {
                *out.entry(c).or_default() += 1;
            }
        }
    }
    out
}

/// The characters given out so far must each stand once in `found`.
fn assert_once(given: &[char], found: &BTreeMap<char, usize>, what: &str) {
    let wrong: Vec<_> = given
        .iter()
        .map(|c| (c, found.get(c).copied().unwrap_or(0)))
        .filter(|(_, count)| *count != 1)
        .collect();
    assert!(wrong.is_empty(), "{what}: {wrong:?}");
}

fn given(form: &WorkOrderForm) -> Vec<char> {
    let text = serde_json::to_string(form).unwrap();
    let blank = serde_json::to_string(&sample::blank()).unwrap();
    let own = |c: &char| ('\u{4e00}'..='\u{9fa5}').contains(c) && !blank.contains(*c);
    text.chars().filter(own).collect()
}

#[test]
fn each_text_stands_once_on_each_copy_short_or_long() {
    for locale in Locale::ALL {
        for profile in FormProfile::ALL {
            for (length, lines) in [(2, 1), (9, 2), (24, 5), (40, 9)] {
                let form = Supply::new(profile, locale).form(length, lines);
                let given = given(&form);
                assert!(given.len() > 200);
                let pages = work_order(&form, profile, locale).pages;
                let what = format!("{profile:?} {locale:?} {length}");
                if profile == FormProfile::A4Sheet {
                    // Three copies on one sheet, one continuation for all of them.
                    let further = characters(&pages[1..], |_| true);
                    for copy in 0..3 {
                        let (top, bottom) = (copy as f32 * 99.0, (copy + 1) as f32 * 99.0);
                        let mut found = characters(&pages[..1], |y| y > top && y <= bottom);
                        for (c, count) in &further {
                            *found.entry(*c).or_default() += count;
                        }
                        assert_once(&given, &found, &what);
                    }
                } else {
                    let each = pages.len() / 3;
                    for copy in pages.chunks(each) {
                        assert_once(&given, &characters(copy, |_| true), &what);
                    }
                }
            }
        }
    }
}

/// A continuation comes only when something would be lost otherwise.
#[test]
fn what_a_call_usually_says_has_room_on_one_page_a_copy() {
    let three_lines =
        "廚房水槽下方給水管接頭漏水，\n地板積水，恐滲到樓下 1104 室，\n請盡快派人並帶止水帶。";
    let english = "The tap under the kitchen sink leaks,\nwater runs down to flat 1104 below,\nplease bring sealing tape.";
    for (text, locale) in [
        (three_lines, Locale::ZhHant),
        (three_lines, Locale::ZhHans),
        (english, Locale::En),
    ] {
        let form = WorkOrderForm {
            content: Some(text.into()),
            ..sample::full()
        };
        for (profile, pages) in [
            (FormProfile::A4, 3),
            (FormProfile::A5, 3),
            (FormProfile::A4Sheet, 1),
        ] {
            let laid = work_order(&form, profile, locale).pages;
            assert_eq!(laid.len(), pages, "{profile:?} {locale:?}");
        }
    }
}

/// An amount that no item explains is named by the first line of what was reported or found: that text stands where it
/// stands, and the fee refers to it.
#[test]
fn work_without_an_item_refers_to_the_text_that_names_it() {
    let said = "廚房水槽下方給水管接頭漏水，\n地板積水，恐滲到樓下 1104 室。";
    let name = said.lines().next().unwrap();
    let found = WorkOrderForm {
        content: Some("水龍頭滴水".into()),
        real_item: Some(name.into()),
        ..sample::blank()
    };
    let reported = WorkOrderForm {
        content: Some(said.into()),
        ..sample::blank()
    };
    for (form, field) in [(reported, "content"), (found, "real-item")] {
        for locale in Locale::ALL {
            for profile in FormProfile::ALL {
                let form = WorkOrderForm {
                    fees: vec![FormFeeLine {
                        name: name.into(),
                        sum: "350.00".into(),
                        ..FormFeeLine::default()
                    }],
                    print_copies: vec![1],
                    ..form.clone()
                };
                let pages = work_order(&form, profile, locale).pages;
                assert_eq!(pages.len(), 1, "{profile:?} {locale:?} {field}");
                let squeezed = |text: &str| text.replace(char::is_whitespace, "");
                let all = squeezed(&all_text(&pages[0]));
                assert_eq!(all.matches(name).count(), 1, "{profile:?} {locale:?}");
                let words = text(locale, &format!("forms-order-{field}"), &[]);
                let refers = text(locale, "forms-fee-as-said", &[("field", (&words).into())]);
                assert!(all.contains(&squeezed(&refers)), "{refers}: {all}");
            }
        }
    }
}

/// A number that is cut off on the form is not cut in two.
#[test]
fn no_number_is_cut_in_two_by_the_end_of_a_page() {
    let phone = "0912-345-678";
    for profile in FormProfile::ALL {
        for blanks in 60..76 {
            let form = WorkOrderForm {
                content: Some(format!("{}{phone}。", "水".repeat(blanks * 4)).repeat(4)),
                print_copies: vec![1],
                ..sample::blank()
            };
            let texts: Vec<String> = work_order(&form, profile, Locale::ZhHant)
                .pages
                .iter()
                .flat_map(|page| &page.items)
                .filter_map(|item| match item {
                    PrintItem::Text { text, .. } => Some(text.clone()),
                    _ => None,
                })
                .collect();
            let whole = texts.iter().filter(|text| text.contains(phone)).count();
            assert_eq!(whole, 4, "{profile:?} {blanks}");
        }
    }
}

#[test]
fn the_supply_is_drawn_by_one_face() {
    let text = Supply::new(FormProfile::A4, Locale::ZhHant).text(800);
    let drawn = fonts::glyphs(&text, PrintFace::Filled, &mut Vec::new());
    assert!(drawn.iter().all(|glyph| glyph.face == PrintFace::Filled));
}
