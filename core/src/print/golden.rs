//! Golden pages: what is placed where, as text that a person can compare. `UPDATE_GOLDEN=1` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use super::page::{PrintItem, PrintPages};

/// Compares with `core/tests/golden/<name>.txt`.
pub fn check(name: &str, pages: &PrintPages) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.txt"));
    let found = dump(pages);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == expected,
        "{name} differs; look at it, then run with UPDATE_GOLDEN=1:\n{}",
        first_difference(&expected, &found)
    );
}

fn first_difference(expected: &str, found: &str) -> String {
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    match lines.find(|(_, (a, b))| a != b) {
        Some((index, (a, b))) => format!("line {}: expected {a}\n           found {b}", index + 1),
        None => "one is longer".to_owned(),
    }
}

fn dump(pages: &PrintPages) -> String {
    let mut out = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        writeln!(out, "page {} {}x{}", index + 1, page.width, page.height).unwrap();
        for item in &page.items {
            match item {
                PrintItem::Text {
                    x,
                    y,
                    size,
                    face,
                    turned,
                    text,
                    ..
                } => {
                    let turned = if *turned { " turned" } else { "" };
                    writeln!(
                        out,
                        "text {x:.1} {y:.1} {size:.1}pt {face:?}{turned} {text}"
                    )
                }
                PrintItem::Line { x1, y1, x2, y2, .. } => {
                    writeln!(out, "line {x1:.1} {y1:.1} {x2:.1} {y2:.1}")
                }
                PrintItem::Frame { x, y, w, h, .. } => {
                    writeln!(out, "frame {x:.1} {y:.1} {w:.1} {h:.1}")
                }
                PrintItem::Fill { x, y, w, h, ink } => {
                    writeln!(out, "fill {x:.1} {y:.1} {w:.1} {h:.1} {ink:.2}")
                }
                PrintItem::Stroke { points, .. } => {
                    let [x, y] = points[0];
                    writeln!(out, "stroke {x:.1} {y:.1} of {}", points.len())
                }
                PrintItem::Code {
                    x,
                    y,
                    side,
                    modules,
                    ..
                } => {
                    writeln!(out, "code {x:.1} {y:.1} {side:.1} {modules}")
                }
            }
            .unwrap();
        }
    }
    writeln!(out, "missing {:?}", pages.missing).unwrap();
    out
}
