//! The two typefaces of the forms: what they cover and how wide their characters are.

use std::sync::OnceLock;

use ttf_parser::Face;

use super::page::PrintFace;

/// WenQuanYi Micro Hei, as a plain TrueType file.
pub const BODY_TTF: &[u8] = include_bytes!("../../assets/fonts/WenQuanYiMicroHei.ttf");
/// LXGW WenKai Regular.
pub const FILLED_TTF: &[u8] = include_bytes!("../../assets/fonts/LXGWWenKai-Regular.ttf");

/// What stands where no font has the character.
pub const STAND_IN: char = '〓';

impl PrintFace {
    /// Both faces.
    pub const ALL: [PrintFace; 2] = [PrintFace::Body, PrintFace::Filled];

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            PrintFace::Body => BODY_TTF,
            PrintFace::Filled => FILLED_TTF,
        }
    }

    /// The face to try when this one lacks a character.
    pub fn other(self) -> Self {
        match self {
            PrintFace::Body => PrintFace::Filled,
            PrintFace::Filled => PrintFace::Body,
        }
    }

    /// Advance width in em, or `None` where the face lacks the character.
    pub fn advance(self, c: char) -> Option<f32> {
        let font = font(self);
        let width = match u16::try_from(c as u32) {
            Ok(code) => font.bmp[usize::from(code)],
            Err(_) => font.face.glyph_hor_advance(font.face.glyph_index(c)?)?,
        };
        (width != MISSING).then(|| f32::from(width) / font.units_per_em)
    }
}

/// One character as it will be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub c: char,
    pub face: PrintFace,
    /// Advance width in em.
    pub em: f32,
}

/// Resolves each character of `text` to a face that has it: the wanted one, else the other, else 〓 and an entry in
/// `missing`. Line breaks stay as glyphs without width; other white space becomes a blank; joiners and variation
/// selectors, which draw nothing by themselves, are left out.
pub fn glyphs(text: &str, wanted: PrintFace, missing: &mut Vec<char>) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(text.len() / 2);
    for c in text.chars() {
        let c = match c {
            '\n' => {
                out.push(Glyph {
                    c,
                    face: wanted,
                    em: 0.0,
                });
                continue;
            }
            '\r' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {
                continue;
            }
            '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}' => continue,
            '\u{3000}' => c,
            c if c.is_whitespace() => ' ',
            c => c,
        };
        let found = [wanted, wanted.other()]
            .into_iter()
            .find_map(|face| face.advance(c).map(|em| Glyph { c, face, em }));
        out.push(found.unwrap_or_else(|| {
            if !missing.contains(&c) {
                missing.push(c);
            }
            Glyph {
                c: STAND_IN,
                face: wanted,
                em: wanted.advance(STAND_IN).unwrap_or(1.0),
            }
        }));
    }
    out
}

/// Mark of a character that the face lacks in [`Font::bmp`].
const MISSING: u16 = u16::MAX;

struct Font {
    face: Face<'static>,
    units_per_em: f32,
    /// Advance width by code point of the basic plane, in font units.
    bmp: Vec<u16>,
}

/// Parsed once per process.
fn font(face: PrintFace) -> &'static Font {
    static FONTS: [OnceLock<Font>; 2] = [const { OnceLock::new() }; 2];
    FONTS[face as usize].get_or_init(|| {
        let parsed = Face::parse(face.bytes(), 0).expect("the bundled font is whole");
        let bmp = (0..=u16::MAX)
            .map(|code| {
                char::from_u32(u32::from(code))
                    .filter(|c| !c.is_control())
                    .and_then(|c| parsed.glyph_index(c))
                    .and_then(|glyph| parsed.glyph_hor_advance(glyph))
                    .unwrap_or(MISSING)
            })
            .collect();
        Font {
            units_per_em: f32::from(parsed.units_per_em()),
            face: parsed,
            bmp,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filled_face_has_the_rare_names_and_the_body_face_falls_back() {
        for c in "㛃𠮷𠝹𨋢".chars() {
            assert!(PrintFace::Filled.advance(c).is_some(), "{c}");
            assert!(PrintFace::Body.advance(c).is_none(), "{c}");
        }
        let mut missing = Vec::new();
        let out = glyphs("單𠮷", PrintFace::Body, &mut missing);
        assert_eq!(out[0].face, PrintFace::Body);
        assert_eq!((out[1].face, out[1].c), (PrintFace::Filled, '𠮷'));
        assert!(missing.is_empty());
    }

    #[test]
    fn what_no_font_has_becomes_a_stand_in_and_is_told_once() {
        let mut missing = Vec::new();
        let out = glyphs("\u{1f980}a\u{1f980}", PrintFace::Filled, &mut missing);
        assert_eq!(out.iter().map(|g| g.c).collect::<String>(), "〓a〓");
        assert_eq!(missing, ['\u{1f980}']);
    }

    #[test]
    fn invisible_signs_draw_nothing_and_blanks_are_blanks() {
        let mut missing = Vec::new();
        let out = glyphs("a\u{200d}\u{fe0f}\tb\u{a0}c", PrintFace::Body, &mut missing);
        assert_eq!(out.iter().map(|g| g.c).collect::<String>(), "a b c");
        assert!(missing.is_empty());
    }

    #[test]
    fn chinese_characters_are_square() {
        for face in PrintFace::ALL {
            assert_eq!(face.advance('單'), Some(1.0));
        }
    }
}
