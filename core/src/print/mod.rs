//! Printing: a form is a pure function from a view to [`page::PrintPages`], which the screen previews as they are
//! and [`pdf`] turns into bytes. Nothing here opens the ledger.

#[cfg(test)]
mod clean;
mod embedded;
pub mod fonts;
pub mod forms;
#[cfg(test)]
mod golden;
pub mod page;
pub mod pdf;
pub mod qr;
pub mod sheet;
#[cfg(test)]
mod tests;
pub mod wrap;

use crate::Result;
use crate::text::Locale;
use forms::work_order::{FormProfile, WorkOrderForm, work_order};

/// A finished PDF file.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfFile {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// Characters that no font has; 〓 stands in their place.
    pub missing: Vec<char>,
}

/// Work orders as one PDF file, laid out one after the other.
///
/// Errors: [`crate::Code::Broken`] when the file could not be made.
pub fn work_orders_pdf<'a>(
    title: &str,
    orders: impl IntoIterator<Item = &'a WorkOrderForm>,
    profile: FormProfile,
    locale: Locale,
) -> Result<PdfFile> {
    let mut missing = Vec::new();
    let mut count = 0;
    let pages = orders.into_iter().flat_map(|order| {
        let laid = work_order(order, profile, locale);
        count += laid.pages.len();
        for c in laid.missing {
            if !missing.contains(&c) {
                missing.push(c);
            }
        }
        laid.pages
    });
    let bytes = pdf::to_pdf(title, pages)?;
    Ok(PdfFile {
        bytes,
        pages: count,
        missing,
    })
}
