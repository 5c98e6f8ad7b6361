//! What holds for every page of every form: nothing overlaps, crosses a line or leaves the paper.

use super::page::{PT, PrintItem, PrintPage, PrintPages};

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
pub fn assert_clean(pages: &PrintPages, what: &str) {
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

/// Every text of a page, one behind the other.
pub fn all_text(page: &PrintPage) -> String {
    let texts = page.items.iter().filter_map(|item| match item {
        PrintItem::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().concat()
}
