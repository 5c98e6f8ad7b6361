//! Typefaces as a PDF embeds them: the outlines that are drawn, and nothing that only a computer's list of fonts needs.

/// Tables that a PDF is drawn by (ISO 32000-1, 9.9). Which outline is which character the file says itself; names and
/// other ways to the outlines would weigh two kilobytes in every form.
const DRAWN_BY: [&[u8; 4]; 9] = [
    b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep",
];

/// How a TrueType file begins.
const TRUE_TYPE: [u8; 4] = [0, 1, 0, 0];
/// Bytes of the file's head, and of a table's entry behind it.
const HEAD: usize = 12;
const ENTRY: usize = 16;

/// The TrueType file with those tables alone; `None` for what is none.
pub fn drawn(font: &[u8]) -> Option<Vec<u8>> {
    if !font.starts_with(&TRUE_TYPE) {
        return None;
    }
    let count = usize::from(u16::from_be_bytes(font.get(4..6)?.try_into().ok()?));
    let entries = font.get(HEAD..HEAD + count * ENTRY)?.chunks_exact(ENTRY);
    let kept = entries.filter(|entry| DRAWN_BY.iter().any(|tag| entry.starts_with(*tag)));
    let number = |bytes: &[u8]| bytes.try_into().ok().map(u32::from_be_bytes);
    let tables: Vec<(&[u8], &[u8])> = kept
        .map(|entry| {
            let from = usize::try_from(number(&entry[8..12])?).ok()?;
            let length = usize::try_from(number(&entry[12..])?).ok()?;
            Some((&entry[..8], font.get(from..from.checked_add(length)?)?))
        })
        .collect::<Option<_>>()?;

    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let searched = 16_u16 << power;
    let mut out = TRUE_TYPE.to_vec();
    for number in [
        count,
        searched,
        u16::try_from(power).ok()?,
        count * 16 - searched,
    ] {
        out.extend(number.to_be_bytes());
    }
    let mut at = HEAD + tables.len() * ENTRY;
    for (tag_and_sum, body) in &tables {
        out.extend(*tag_and_sum);
        out.extend(u32::try_from(at).ok()?.to_be_bytes());
        out.extend(u32::try_from(body.len()).ok()?.to_be_bytes());
        at += body.len().next_multiple_of(4);
    }
    for (_, body) in &tables {
        out.extend(*body);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::page::PrintFace;
    use super::*;
    use ttf_parser::{Face, GlyphId};

    #[test]
    fn outlines_and_advances_stay_and_what_draws_nothing_goes() {
        for face in PrintFace::ALL {
            let whole = face.bytes();
            let slim = drawn(whole).unwrap();
            let [before, after] = [whole, &slim].map(|bytes| Face::parse(bytes, 0).unwrap());
            assert_eq!(before.number_of_glyphs(), after.number_of_glyphs());
            for glyph in (0..before.number_of_glyphs()).step_by(97).map(GlyphId) {
                assert_eq!(
                    before.glyph_bounding_box(glyph),
                    after.glyph_bounding_box(glyph)
                );
                assert_eq!(
                    before.glyph_hor_advance(glyph),
                    after.glyph_hor_advance(glyph)
                );
            }
            assert!(after.names().is_empty() && after.glyph_index('單').is_none());
            assert!(slim.len() < whole.len());
        }
    }

    #[test]
    fn what_is_no_whole_typeface_is_left_alone() {
        let whole = PrintFace::Body.bytes();
        for bytes in [
            &b""[..],
            b"BT /F1 9 Tf ET",
            &TRUE_TYPE,
            &whole[..400],
            &[0; 64],
        ] {
            assert_eq!(drawn(bytes), None);
        }
    }
}
