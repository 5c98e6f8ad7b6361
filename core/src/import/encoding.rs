//! Text files say nothing about their encoding. A byte order mark decides; without one strict UTF-8, then UTF-16
//! without a mark, then Big5 or GB18030, whichever is the likelier reading.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};

use crate::error::{Code, Error, Result};

/// The text, without a byte order mark.
///
/// Errors: `sheet-encoding` where the bytes fit none, `sheet-unreadable` where they are no text at all.
pub(super) fn decode(bytes: &[u8]) -> Result<String> {
    if let Some((marked, length)) = Encoding::for_bom(bytes) {
        return whole(marked, &bytes[length..]).ok_or_else(|| Error::new(Code::SheetEncoding));
    }
    if bytes.contains(&0) {
        // In text only UTF-16 holds zeros: beside every figure, comma and line end, in the half that is high.
        let high = |parity: usize| {
            let zeros = bytes.iter().enumerate().filter(|(_, byte)| **byte == 0);
            zeros.filter(|(at, _)| at % 2 == parity).count()
        };
        let wide = if high(1) > high(0) {
            UTF_16LE
        } else {
            UTF_16BE
        };
        return whole(wide, bytes).ok_or_else(|| Error::new(Code::SheetUnreadable));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if !plain(text) {
            return Err(Error::new(Code::SheetUnreadable));
        }
        return Ok(text.to_owned());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let (big5, gb) = (whole(BIG5, bytes), whole(GB18030, bytes));
    match (big5, gb) {
        (Some(text), _) if guess == BIG5 => Ok(text),
        (_, Some(text)) if guess == GBK || guess == GB18030 => Ok(text),
        (Some(text), None) | (None, Some(text)) => Ok(text),
        // Both fit and neither is likely: nobody should import that.
        _ => Err(Error::new(Code::SheetEncoding)),
    }
}

/// The text if every byte of it is right and it reads as text.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    plain(&text).then(|| text.into_owned())
}

/// Whether there is nothing in it that no one types.
fn plain(text: &str) -> bool {
    let private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffe}' | '\u{ffff}');
    text.chars()
        .all(|c| !private(c) && (!c.is_control() || matches!(c, '\t' | '\r' | '\n' | '\u{1a}')))
}
