//! What a name or a size says of material beside the thing itself: 更換燈泡（含材料）, 換鎖（鎖具自備）. It holds for the row
//! like a remark; the words stay in the name.

use crate::fold::fold;

use super::clause;
use super::clean::{Clause, clean};
use super::part::Part;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct InName {
    /// Who pays for material, and how long the warranty runs.
    pub parts: Vec<Part>,
    /// Clauses on who pays that are not understood, as the list writes them.
    pub unread: Vec<String>,
}

impl InName {
    /// Reads what stands behind the first clause of a name, which is the name itself.
    pub fn of_name(name: &str) -> Self {
        let mut found = Self::default();
        found.read(name, 1);
        found
    }

    /// Reads a size or model as well.
    pub fn and_spec(mut self, spec: &str) -> Self {
        self.read(spec, 0);
        self
    }

    fn read(&mut self, text: &str, skip: usize) {
        for clause in clean(text).clauses.iter().skip(skip) {
            let holds = |part: &Part| {
                matches!(
                    part,
                    Part::Included
                        | Part::Extra
                        | Part::Owner
                        | Part::Market
                        | Part::Warranty { .. }
                )
            };
            match clause::read(clause, text) {
                Some(said) if said.parts.iter().all(holds) => self.parts.extend(said.parts),
                _ if pays(clause) => self
                    .unread
                    .push(clause.original(text, 0, clause.text.len()).to_owned()),
                _ => {}
            }
        }
    }
}

/// Whether a clause says who pays, or that more or nothing is to pay. What the work does not include (不含改線路) only says
/// what the work is, unless it is material.
fn pays(clause: &Clause) -> bool {
    let words = [
        "含", "包", "自备", "自购", "自带", "自理", "自费", "提供", "另计", "另收", "另付", "另算",
        "另加", "加收", "加价", "免费", "includ", "supplied", "extra", "free",
    ];
    let material = ["料", "件", "material", "parts"];
    let folded = fold(&clause.text);
    let speaks = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let without = ["不含", "不包", "未含", "exclud"];
    if without.iter().any(|word| folded.starts_with(word)) {
        return speaks(&material);
    }
    speaks(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_says_of_material_is_read_or_left() {
        for (name, parts) in [
            ("更換燈泡（含材料）", vec![Part::Included]),
            ("更換燈泡(不含材料費)", vec![Part::Extra]),
            ("换水龙头，材料自备", vec![Part::Owner]),
            ("更換燈管9W/16W(不含改線路)", vec![]),
            ("含氟空調清洗（掛機）", vec![]),
            ("通渠(面盆)", vec![]),
            ("電話線路(20米內)", vec![]),
        ] {
            let found = InName::of_name(name);
            assert_eq!(
                (&found.parts, found.unread.is_empty()),
                (&parts, true),
                "{name}"
            );
        }
        for name in [
            "安裝熱水器（含兩米管）",
            "裝燈（不含燈具配件）",
            "換錶（免費）",
        ] {
            let found = InName::of_name(name);
            assert_eq!((found.parts.len(), found.unread.len()), (0, 1), "{name}");
        }
        let spec = InName::of_name("換鎖").and_spec("含材料");
        assert_eq!(spec.parts, [Part::Included]);
    }
}
