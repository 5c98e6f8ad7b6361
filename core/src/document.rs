//! A file that a verb hands out: a form to print, a register to save.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::print::page::PrintPages;
use crate::print::pdf::to_pdf;

/// A file as a verb returns it, alone or as its output's field `document`. In JSON the bytes are base 64; the shell
/// takes them out and hands them on raw, to the window, a printer or a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// File name to suggest, with its ending.
    pub name: String,
    /// Media type such as `application/pdf`.
    pub media: String,
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    #[ts(type = "string")]
    pub bytes: Vec<u8>,
}

impl Document {
    /// A PDF file of that name (`PG20261123-004.pdf`).
    pub fn pdf(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            media: "application/pdf".to_owned(),
            bytes,
        }
    }
}

/// A document that leaves the program: a table, a printed form.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    pub document: Document,
    /// Characters that no font has; 〓 stands in their place. Only what is printed can lack any.
    pub missing: Vec<char>,
}

impl Exported {
    /// Laid-out pages as a PDF file, `stem` the file's name without its ending.
    pub fn pages(stem: &str, laid: PrintPages) -> crate::Result<Self> {
        let bytes = to_pdf(stem, laid.pages)?;
        Ok(Self {
            document: Document::pdf(format!("{stem}.pdf"), bytes),
            missing: laid.missing,
        })
    }
}

/// A form made before the transaction, not yet recorded, and the version of the row that it was made of: changed
/// meanwhile, the paper would say something else.
pub struct Made {
    pub version: i64,
    pub file: Exported,
}

fn to_base64<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&BASE64_STANDARD.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(from)?;
    BASE64_STANDARD
        .decode(text)
        .map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_pass_through_json_unchanged() {
        let document = Document::pdf("工單.pdf", (0..=255).collect());
        let json = serde_json::to_value(&document).unwrap();
        assert!(json["bytes"].is_string());
        assert_eq!(serde_json::from_value::<Document>(json).unwrap(), document);
    }
}
