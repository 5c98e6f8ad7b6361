//! The code to scan on every copy: which order and which copy it is (R10).

use qrcode::{Color, EcLevel, QrCode};

use super::page::{Area, PrintItem};

/// What the code says: order number and copy, such as `PG20261123-004/2`.
pub fn scan_code(order_no: &str, copy: u32) -> String {
    format!("{order_no}/{copy}")
}

/// The code as a drawing that fills `area` (a square; the white edge is the caller's). `None` when the text is
/// longer than a code can hold.
pub fn code(text: &str, area: Area) -> Option<PrintItem> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let modules = code.width();
    let colors = code.to_colors();
    let mut runs = Vec::new();
    for (row, line) in colors.chunks(modules).enumerate() {
        let mut column = 0;
        while column < modules {
            let dark = line[column..]
                .iter()
                .take_while(|color| **color == Color::Dark)
                .count();
            if dark > 0 {
                runs.push([column as u16, row as u16, dark as u16]);
            }
            column += dark.max(1);
        }
    }
    Some(PrintItem::Code {
        x: area.x,
        y: area.y,
        side: area.w,
        modules: modules as u16,
        runs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_the_dark_modules() {
        let text = scan_code("PG20261123-004", 2);
        assert_eq!(text, "PG20261123-004/2");
        let Some(PrintItem::Code { modules, runs, .. }) =
            code(&text, Area::new(0.0, 0.0, 20.0, 20.0))
        else {
            panic!("a short text fits");
        };
        let dark: u32 = runs.iter().map(|run| u32::from(run[2])).sum();
        let expected = QrCode::with_error_correction_level(&text, EcLevel::M)
            .unwrap()
            .to_colors()
            .iter()
            .filter(|color| **color == Color::Dark)
            .count();
        assert_eq!(dark as usize, expected);
        assert!(runs.iter().all(|run| run[0] + run[2] <= modules));
        // The finder pattern in the corner begins with seven dark modules.
        assert_eq!(runs[0], [0, 0, 7]);
    }

    #[test]
    fn a_text_too_long_for_a_code_gives_none() {
        assert!(code(&"x".repeat(5000), Area::new(0.0, 0.0, 20.0, 20.0)).is_none());
    }
}
