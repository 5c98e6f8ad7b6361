//! A text as the patterns of prices want it: folded to one script and width, one sign for each kind of punctuation,
//! cut into clauses. Every clause knows what it was in the original.

use crate::fold::fold_char;

/// A text cut into clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clean {
    pub clauses: Vec<Clause>,
    /// A sign that points to a note elsewhere (`*`, ※, ①) was left out.
    pub footnote: bool,
}

/// One clause: folded characters, and for each the place of its original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clause {
    pub text: String,
    /// Byte in `text`, and the byte range in the whole original.
    marks: Vec<(usize, usize, usize)>,
    /// Whether it begins behind an opening bracket.
    pub bracketed: bool,
}

impl Clause {
    /// What stood in `whole`, the original of the text, where `part` (a slice of [`text`](Self::text)) stands now.
    pub fn original<'a>(&self, whole: &'a str, start: usize, end: usize) -> &'a str {
        let mut within = self
            .marks
            .iter()
            .filter(|mark| (start..end).contains(&mark.0));
        let Some(first) = within.next() else {
            return "";
        };
        let last = within.next_back().unwrap_or(first);
        whole[first.1..last.2].trim()
    }

    fn push(&mut self, c: char, from: usize, to: usize) {
        self.marks.push((self.text.len(), from, to));
        self.text.push(c);
    }

    /// A piece of this clause.
    pub fn piece(&self, start: usize, end: usize) -> Clause {
        let marks = self
            .marks
            .iter()
            .filter(|mark| (start..end).contains(&mark.0));
        Clause {
            bracketed: self.bracketed,
            text: self.text[start..end].to_owned(),
            marks: marks.map(|mark| (mark.0 - start, mark.1, mark.2)).collect(),
        }
    }
}

/// Cleans and cuts.
pub(super) fn clean(text: &str) -> Clean {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out = Clean::default();
    let mut clause = Clause::default();
    let mut grouped = false;
    for (at, &(from, c)) in chars.iter().enumerate() {
        let to = from + c.len_utf8();
        // Signs without width, which copying from a web page brings along.
        if matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}') {
            continue;
        }
        let before = clause.text.chars().next_back();
        let after = chars[at + 1..]
            .iter()
            .map(|next| next.1)
            .find(|next| !next.is_whitespace());
        if is_footnote(c, before, after) {
            out.footnote = true;
            continue;
        }
        if c != '\n' && c.is_whitespace() {
            match gap(before, after) {
                Gap::Nothing => {}
                Gap::Kept => {
                    if before != Some(' ') {
                        clause.push(' ', from, to);
                    }
                }
                Gap::Ends => end(&mut out, &mut clause),
            }
            continue;
        }
        let sign = sign(c);
        if sign == ',' {
            let next: Vec<char> = chars[at + 1..].iter().map(|next| next.1).collect();
            let plain = c == ',' || (c == '，' && matches!(next.first(), Some('０'..='９')));
            if plain && groups_thousands(&clause.text, &next, grouped) {
                grouped = true;
            } else {
                end(&mut out, &mut clause);
                grouped = false;
            }
            continue;
        }
        grouped &= sign.is_ascii_digit();
        let figures = is_figure(before) && is_figure(after.map(sign_of));
        match sign {
            '(' | ')' => {
                end(&mut out, &mut clause);
                clause.bracketed = sign == '(';
            }
            // A full stop, or a colon between a word and its price.
            '.' | ':' if !figures => {}
            '㎡' => {
                clause.push('m', from, to);
                clause.push('2', from, to);
            }
            _ => clause.push(sign, from, to),
        }
    }
    end(&mut out, &mut clause);
    out
}

fn end(out: &mut Clean, clause: &mut Clause) {
    let done = std::mem::take(clause);
    if !done.text.is_empty() {
        out.clauses.push(done);
    }
}

enum Gap {
    Nothing,
    Kept,
    Ends,
}

/// What a blank between two characters means.
fn gap(before: Option<char>, after: Option<char>) -> Gap {
    let (Some(before), Some(after)) = (before, after.map(sign_of)) else {
        return Gap::Nothing;
    };
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if is_figure(Some(before)) && is_figure(Some(after)) {
        return Gap::Kept;
    }
    let amount_ends = "元圆块整".contains(before);
    let goes_on = "/-~+至到或起整正每封".contains(after);
    if (han(before) && han(after) || amount_ends) && !goes_on {
        return Gap::Ends;
    }
    Gap::Nothing
}

fn is_figure(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn sign_of(c: char) -> char {
    sign(c)
}

/// One sign for all that look or mean the same.
fn sign(c: char) -> char {
    match c {
        '\n' | '，' | '。' | '；' | ';' | '、' | '！' | '!' => ',',
        '—' | '–' | '−' | '－' | '‐' | '‑' | '‒' | '―' | '─' | '﹣' => '-',
        '～' | '〜' | '∼' | '﹏' => '~',
        '∕' | '⁄' | '／' | '÷' => '/',
        '【' | '[' | '〔' | '{' | '［' | '（' | '《' | '〈' => '(',
        '】' | ']' | '〕' | '}' | '］' | '）' | '》' | '〉' => ')',
        '￥' | '¥' => '¥',
        '²' => '2',
        '³' => '3',
        '㎡' => '㎡',
        _ => match fold_char(c) {
            '圆' => '元',
            folded => folded,
        },
    }
}

/// Signs that point to a note. Raised figures would otherwise become part of the amount (`50¹`).
fn is_footnote(c: char, before: Option<char>, after: Option<char>) -> bool {
    match c {
        '²' | '³' => !matches!(before, Some('m' | '米' | '尺')),
        '¹'
        | '⁰'
        | '⁴'..='⁹'
        | '₀'..='₉'
        | '①'..='⒇'
        | '⓪'..='⓿'
        | '❶'..='➓'
        | '※'
        | '†'
        | '‡'
        | '㊀'..='㊉' => true,
        '*' | '＊' | '★' | '☆' => !(is_figure(before) && is_figure(after)),
        _ => false,
    }
}

/// Whether a comma after `before` and ahead of `after` sets thousands apart: `1,200` and not `5,10`.
fn groups_thousands(before: &str, after: &[char], grouped: bool) -> bool {
    let run = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .count();
    let next = after
        .iter()
        .take_while(|c| sign(**c).is_ascii_digit())
        .count();
    next == 3
        && if grouped {
            run > 3
        } else {
            (1..=3).contains(&run)
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clauses(text: &str) -> String {
        let cut = clean(text).clauses;
        cut.iter()
            .map(|clause| clause.text.as_str())
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn one_form_for_all_widths_scripts_and_signs() {
        for (text, expected) in [
            ("２５ 元／套", "25元/套"),
            ("20——40圓", "20--40元"),
            ("1,200元", "1200元"),
            ("1,234,567", "1234567"),
            ("１，２００元", "1200元"),
            ("5,10", "5|10"),
            ("5，100", "5|100"),
            ("50 60", "50 60"),
            ("窗式50元 分體式80元", "窗式50元|分体式80元"),
            ("無預留孔,不含支架", "无预留孔|不含支架"),
            ("25元/套(含材料)", "25元/套|含材料"),
            ("30元/㎡", "30元/m2"),
            ("30元/m²", "30元/m2"),
            ("人工費：50元。", "人工费50元"),
            ("22:00後", "22:00后"),
            ("", ""),
        ] {
            assert_eq!(clauses(text), expected, "{text}");
        }
    }

    #[test]
    fn a_raised_figure_never_becomes_part_of_an_amount() {
        for text in ["50¹", "50①", "50*", "※50", "50²"] {
            assert_eq!(clauses(text), "50", "{text}");
            assert!(clean(text).footnote, "{text}");
        }
        assert!(!clean("30元/m²").footnote);
        assert_eq!(clauses("5*10"), "5*10");
    }

    #[test]
    fn a_clause_finds_its_original() {
        let whole = "無預留孔 80元，分體式９０元";
        let cut = clean(whole);
        assert_eq!(
            cut.clauses[0].original(whole, 0, "无预留孔".len()),
            "無預留孔"
        );
        assert_eq!(cut.clauses[1].original(whole, 0, 9), "分體式");
        let piece = cut.clauses[1].piece(9, 14);
        assert_eq!(piece.text, "90元");
        assert_eq!(piece.original(whole, 0, 5), "９０元");
    }
}
