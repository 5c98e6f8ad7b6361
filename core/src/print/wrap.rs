//! Lines of text in a box: breaking by the Unicode rules (no line begins with 。 or ends with （), never inside a number,
//! phone, date or amount; shrinking to fit, and saying what did not fit.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::fonts::Glyph;
use super::page::PT;

/// Distance of base lines, in em.
pub const LEADING: f32 = 1.28;

/// Text laid into a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// Points.
    pub size: f32,
    /// Ranges of glyphs, trailing blanks left out.
    pub lines: Vec<Range<usize>>,
    /// Whether glyphs remain that found no room.
    pub cut: bool,
}

/// Fits `glyphs` into `w` × `h` mm: the largest size from `most` down to `least` points at which all lines have
/// room and no word is torn; at `least`, words may be torn, whole lines are kept as far as they fit, and `cut` tells
/// whether some were not.
pub fn fit(glyphs: &[Glyph], w: f32, h: f32, most: f32, least: f32) -> Fitted {
    let breaks = break_points(glyphs);
    let mut size = most;
    loop {
        let (mut lines, torn) = wrap(glyphs, &breaks, w / (size * PT));
        let room = ((h / (size * PT) + (LEADING - 1.0)) / LEADING + 0.001).floor() as usize;
        let last = size <= least;
        if lines.len() <= room && (last || !torn) {
            let cut = false;
            return Fitted { size, lines, cut };
        }
        if last {
            lines.truncate(room);
            let cut = true;
            return Fitted { size, lines, cut };
        }
        size = (size - 0.5).max(least);
    }
}

/// Lines of at most `width` em.
pub fn lines(glyphs: &[Glyph], width: f32) -> Vec<Range<usize>> {
    wrap(glyphs, &break_points(glyphs), width).0
}

/// The narrowest width in em, in steps of a tenth, at which `glyphs` need no more lines than at `width` and no word is
/// torn: lines of about equal length.
pub fn balanced(glyphs: &[Glyph], width: f32) -> f32 {
    let breaks = break_points(glyphs);
    let most = wrap(glyphs, &breaks, width).0.len();
    let mut narrow = width;
    while narrow > 0.2 {
        let (lines, torn) = wrap(glyphs, &breaks, narrow - 0.1);
        if torn || lines.len() > most {
            break;
        }
        narrow -= 0.1;
    }
    narrow
}

/// Width in em of the widest piece that a line cannot break: a word, a number, a character with the signs that cling to
/// it.
pub fn widest_piece(glyphs: &[Glyph]) -> f32 {
    let breaks = break_points(glyphs);
    let mut start = 0;
    let mut widest: f32 = 0.0;
    for (index, found) in breaks.iter().enumerate() {
        if *found != Break::No || index == glyphs.len() {
            widest = widest.max(width(&glyphs[trimmed(glyphs, start..index)]));
            start = index;
        }
    }
    widest
}

/// Where the line `line` ends once only `room` em of it are left: at the last break that has room, else inside the
/// word.
pub fn cut(glyphs: &[Glyph], line: Range<usize>, room: f32) -> usize {
    let breaks = break_points(glyphs);
    let mut used = 0.0;
    let mut end = line.start;
    let mut last = None;
    while end < line.end && used + glyphs[end].em <= room {
        used += glyphs[end].em;
        end += 1;
        if end == line.end || breaks[end] != Break::No {
            last = Some(end);
        }
    }
    last.unwrap_or(end)
}

/// Width of a run of glyphs in em.
pub fn width(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.em).sum()
}

#[derive(Clone, Copy, PartialEq)]
enum Break {
    No,
    May,
    Must,
}

/// For each glyph, whether a line may or must end before it.
fn break_points(glyphs: &[Glyph]) -> Vec<Break> {
    let text: String = glyphs.iter().map(|glyph| glyph.c).collect();
    let mut out = vec![Break::No; glyphs.len() + 1];
    let mut found = linebreaks(&text).peekable();
    let mut at = 0;
    for (index, glyph) in glyphs.iter().enumerate() {
        if let Some((_, kind)) = found.next_if(|(byte, _)| *byte == at) {
            out[index] = match kind {
                BreakOpportunity::Mandatory => Break::Must,
                BreakOpportunity::Allowed => Break::May,
            };
        }
        at += glyph.c.len_utf8();
    }
    keep_figures(glyphs, &mut out);
    out
}

/// Takes the breaks out of everything that is read as one figure: a token with a digit in it (`PG20261123-004`,
/// `2-b/17`, `11月23日`, `350.00 元`), and groups of digits that blanks divide, as phones are written (`+886 912 345 678`). More
/// digits than a phone has are a list, which breaks at its blanks.
fn keep_figures(glyphs: &[Glyph], breaks: &mut [Break]) {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while index < glyphs.len() {
        let start = index;
        while index < glyphs.len() && goes_on(&glyphs[start..index], glyphs[index].c) {
            index += 1;
        }
        // A blank may stand before what is counted.
        if let [.., last] = &glyphs[start..index]
            && let [blank, word, ..] = &glyphs[index..]
            && narrow(last.c).is_ascii_digit()
            && !is_day(&glyphs[start..index])
            && blank.c == ' '
            && COUNTED_LAST.contains(word.c)
        {
            index += 2;
        }
        let token = &glyphs[start..index];
        let numeral = token.iter().any(|glyph| narrow(glyph.c).is_ascii_digit());
        if numeral {
            breaks[start + 1..index].fill(Break::No);
        }
        if numeral && token.iter().all(|glyph| dialled(glyph.c)) && !is_day(token) {
            groups.push(start..index);
        } else {
            keep_phone(glyphs, breaks, &groups);
            groups.clear();
        }
        if index < glyphs.len() && glyphs[index].c == ' ' && index > start {
            index += 1;
        } else {
            keep_phone(glyphs, breaks, &groups);
            groups.clear();
            index += usize::from(index == start);
        }
    }
    keep_phone(glyphs, breaks, &groups);
}

fn keep_phone(glyphs: &[Glyph], breaks: &mut [Break], groups: &[Range<usize>]) {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return;
    };
    let all = first.start..last.end;
    let digits = |glyph: &&Glyph| narrow(glyph.c).is_ascii_digit();
    if groups.len() > 1 && glyphs[all.clone()].iter().filter(digits).count() <= PHONE_DIGITS {
        breaks[all.start + 1..all.end].fill(Break::No);
    }
}

/// As many digits as a phone number has at most (E.164).
const PHONE_DIGITS: usize = 15;

/// Words that count the digits before them: of a date, a time, an amount. Behind the last ones another figure begins.
const COUNTED: &str = "年月時时點点";
const COUNTED_LAST: &str = "日號号分秒元";

/// Whether `c` belongs to the figure that `token` began.
fn goes_on(token: &[Glyph], c: char) -> bool {
    let Some(before) = token.last().map(|glyph| narrow(glyph.c)) else {
        return clings(c);
    };
    let counts = COUNTED.contains(c) || COUNTED_LAST.contains(c);
    let ended = COUNTED_LAST.contains(before);
    !ended && (clings(c) || (counts && before.is_ascii_digit()))
}

/// Signs that numbers are written with.
fn clings(c: char) -> bool {
    let c = narrow(c);
    c.is_ascii_alphanumeric() || "-./:,+#*%$¥€£()".contains(c)
}

fn dialled(c: char) -> bool {
    let c = narrow(c);
    c.is_ascii_digit() || "+-()#*".contains(c)
}

/// A letter, digit or sign of numbers as an input method writes it in full width, in its usual one; every dash the same.
/// The signs that Chinese sentences are made of stay what they are.
fn narrow(c: char) -> char {
    match c {
        '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '－'
        | '．'
        | '／'
        | '＋'
        | '＃'
        | '＊'
        | '％'
        | '＄' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '￥' => '¥',
        '‐' | '‑' | '–' | '−' => '-',
        other => other,
    }
}

/// A day such as `2026-11-23`: the time behind it may stand on the next line.
fn is_day(token: &[Glyph]) -> bool {
    token.len() == 10 && [4, 7].iter().all(|at| narrow(token[*at].c) == '-')
}

/// The lines, and whether a word longer than a line had to be torn.
fn wrap(glyphs: &[Glyph], breaks: &[Break], width: f32) -> (Vec<Range<usize>>, bool) {
    let mut torn = false;
    let mut lines = Vec::new();
    let mut start = 0;
    let mut last = 0;
    let mut used = 0.0;
    let mut index = 0;
    while index < glyphs.len() {
        match breaks[index] {
            Break::Must if index > start => {
                lines.push(trimmed(glyphs, start..index));
                (start, last, used) = (index, index, 0.0);
            }
            Break::May => last = index,
            _ => {}
        }
        let em = glyphs[index].em;
        if used + em > width + 0.001 && index > start && !glyphs[index].c.is_whitespace() {
            let end = if last > start { last } else { index };
            torn |= end == index && breaks[index] == Break::No;
            lines.push(trimmed(glyphs, start..end));
            (start, last, index, used) = (end, end, end, 0.0);
            continue;
        }
        used += em;
        index += 1;
    }
    if start < glyphs.len() {
        lines.push(trimmed(glyphs, start..glyphs.len()));
    }
    (lines, torn)
}

fn trimmed(glyphs: &[Glyph], range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    while end > range.start && matches!(glyphs[end - 1].c, ' ' | '\n') {
        end -= 1;
    }
    range.start..end
}

#[cfg(test)]
mod tests {
    use super::super::fonts::glyphs;
    use super::super::page::PrintFace;
    use super::*;
    use proptest::prelude::*;

    fn wrapped(text: &str, width: f32) -> Vec<String> {
        let glyphs = glyphs(text, PrintFace::Filled, &mut Vec::new());
        lines(&glyphs, width)
            .into_iter()
            .map(|line| glyphs[line].iter().map(|g| g.c).collect())
            .collect()
    }

    #[test]
    fn no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() {
        assert_eq!(
            wrapped("廚房水管漏水，請速派人。", 6.0),
            ["廚房水管漏", "水，請速派", "人。"]
        );
        assert_eq!(wrapped("主臥室窗（東側）", 5.0), ["主臥室窗", "（東側）"]);
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrapped("kitchen tap leaks", 6.0), ["kitchen tap", "leaks"]);
        assert_eq!(wrapped("漏水 leak\n第二行", 20.0), ["漏水 leak", "第二行"]);
    }

    #[test]
    fn numbers_phones_dates_and_amounts_never_break() {
        for figure in [
            "PG20261123-004",
            "PG20261123-004/2-b",
            "0912-345-678",
            "0912 345 678",
            "+886 912 345 678",
            "(02) 2345-6789#12",
            "2026-11-23",
            "20:05",
            "1,234,567.00",
            "NT$1,200元",
            "350.00 元",
            "3-1-1204",
            "２０２６－１１－２３",
            "０９１２ ３４５ ６７８",
            "0912–345–678",
            "2026年11月23日",
            "20時05分",
        ] {
            let text = format!("住戶說{figure}請再聯繫");
            let own = glyphs(figure, PrintFace::Filled, &mut Vec::new());
            for more in [0.1, 1.0, 2.5] {
                let lines = wrapped(&text, width(&own) + more);
                assert!(lines.iter().any(|line| line.contains(figure)), "{lines:?}");
            }
        }
        // A day and its time are two; so are the entries of a list.
        assert_eq!(wrapped("2026-11-23 20:05", 6.0), ["2026-11-23", "20:05"]);
        assert_eq!(wrapped("11月23日20時05分", 5.0), ["11月23日", "20時05分"]);
        assert!(wrapped("1201 1202 1203 1204 1205 1206", 8.0).len() > 1);
        let piece = |text: &str| widest_piece(&glyphs(text, PrintFace::Filled, &mut Vec::new()));
        assert_eq!(piece("漏水，請"), 2.0);
        assert_eq!(piece("漏水 0912 345 678 請"), piece("0912 345 678"));
    }

    #[test]
    fn what_is_cut_is_cut_between_words() {
        let text = glyphs("請打 0912 345 678", PrintFace::Filled, &mut Vec::new());
        let kept = |room| cut(&text, 0..text.len(), room);
        assert_eq!(kept(6.0), 3);
        assert_eq!(kept(99.0), text.len());
        assert_eq!(kept(1.2), 1);
        assert_eq!(kept(0.2), 0);
    }

    #[test]
    fn a_text_that_cannot_fit_is_cut_and_says_so() {
        let glyphs = glyphs(&"水".repeat(200), PrintFace::Filled, &mut Vec::new());
        let fitted = fit(&glyphs, 20.0, 8.0, 10.0, 6.0);
        assert!(fitted.cut);
        assert!(fitted.lines.len() as f32 * fitted.size * PT <= 8.0);
        let fitted = fit(&glyphs, 100.0, 20.0, 10.0, 6.0);
        assert!(!fitted.cut && fitted.size < 10.0);
    }

    #[test]
    fn a_word_shrinks_before_it_is_torn() {
        let glyphs = glyphs("requester", PrintFace::Filled, &mut Vec::new());
        let fitted = fit(&glyphs, 13.0, 20.0, 10.0, 5.0);
        assert_eq!(fitted.lines.len(), 1);
        assert!(fitted.size < 10.0);
        assert!(fit(&glyphs, 4.0, 20.0, 10.0, 5.0).lines.len() > 1);
    }

    proptest! {
        #[test]
        fn every_character_stands_on_exactly_one_line_and_no_line_is_too_wide(
            text in "[水漏，。（）a-z0-9 \n]{0,60}", width in 2.0f32..12.0
        ) {
            let glyphs = glyphs(&text, PrintFace::Filled, &mut Vec::new());
            let lines = lines(&glyphs, width);
            let joined: String = lines.iter().flat_map(|l| &glyphs[l.clone()]).map(|g| g.c)
                .filter(|c| !c.is_whitespace()).collect();
            let wanted: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(joined, wanted);
            for line in lines {
                prop_assert!(super::width(&glyphs[line]) <= width + 0.01);
            }
        }
    }
}
