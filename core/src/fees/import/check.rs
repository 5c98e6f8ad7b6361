//! What only the whole list shows: numbers, names that stand twice.

use std::collections::HashMap;

use crate::fold::fold;
use crate::import::column_letters;
use crate::pricing::item::FeeItem;

use super::columns::Field;
use super::note::{Doubt, DoubtWhy, Note, What};
use super::{Row, RowOutcome};

/// What kind of row it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Item,
    /// A heading line with the group's name.
    Group(String),
    /// A line that is left for a person and is no item.
    Line,
}

/// A row before the whole list is looked at.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub number: u32,
    pub kind: Kind,
    /// Which of the list's rows it is, for lists without numbers.
    pub ordinal: u32,
    pub texts: Vec<(Field, String)>,
    pub group: String,
    pub name: String,
    /// Remarks that are neither price nor material.
    pub condition: String,
    pub code: String,
    pub code_merged: bool,
    pub code_column: Option<usize>,
    pub item: Option<Box<FeeItem>>,
    pub notes: Vec<Note>,
    /// What stands in the way of an item.
    pub doubts: Vec<Doubt>,
    /// What a person may keep as words beside a price that is clear.
    pub asides: Vec<Doubt>,
    /// Words of other cells than the remarks that are told with the price.
    pub told: Vec<String>,
}

impl Draft {
    pub fn new(number: u32, ordinal: u32) -> Self {
        Self {
            number,
            kind: Kind::Item,
            ordinal,
            texts: Vec::new(),
            group: String::new(),
            name: String::new(),
            condition: String::new(),
            code: String::new(),
            code_merged: false,
            code_column: None,
            item: None,
            notes: Vec::new(),
            doubts: Vec::new(),
            asides: Vec::new(),
            told: Vec::new(),
        }
    }

    pub fn group(number: u32, name: String) -> Self {
        let mut draft = Self::new(number, 0);
        draft.kind = Kind::Group(name);
        draft
    }

    /// A doubt at a column, with the text it is about.
    pub(super) fn doubt(&mut self, why: DoubtWhy, column: Option<usize>, text: &str) {
        let doubt = self.about(why, column, text);
        self.doubts.push(doubt);
    }

    /// A doubt that keeping the words would answer.
    pub(super) fn aside(&mut self, why: DoubtWhy, column: usize, text: &str) {
        let doubt = self.about(why, Some(column), text);
        self.asides.push(doubt);
    }

    fn about(&self, why: DoubtWhy, column: Option<usize>, text: &str) -> Doubt {
        Doubt {
            why,
            row: self.number,
            column: column.map(column_letters).unwrap_or_default(),
            text: text.to_owned(),
        }
    }

    pub(super) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    pub(super) fn reasons(&mut self, reasons: &[(What, String)], column: usize) {
        for (what, text) in reasons {
            self.note(Note::at(*what, column, text));
        }
    }

    pub(super) fn left(number: u32, why: DoubtWhy, column: usize, text: &str) -> Self {
        let mut draft = Self::new(number, 0);
        draft.kind = Kind::Line;
        draft.doubt(why, Some(column), text);
        draft
    }

    /// A text with the row's remarks, which have their part in it.
    pub(super) fn with_remarks(&self, text: &str) -> String {
        match self.text(Field::Remarks) {
            "" => text.to_owned(),
            remarks => format!("{text}；{remarks}")
                .trim_start_matches('；')
                .to_owned(),
        }
    }

    fn text(&self, field: Field) -> &str {
        let text = self.texts.iter().find(|(of, _)| *of == field);
        text.map_or("", |(_, text)| text)
    }
}

/// Numbers the items, tells equal names apart, and turns the drafts into rows.
pub(super) fn finish(mut drafts: Vec<Draft>) -> Vec<Row> {
    number(&mut drafts);
    name(&mut drafts);
    drafts
        .into_iter()
        .map(|mut draft| {
            let outcome = match (draft.kind, draft.item) {
                (Kind::Group(name), _) => RowOutcome::Group { name },
                (_, Some(mut item)) if draft.doubts.is_empty() => {
                    item.code = draft.code;
                    item.name = draft.name;
                    if draft.asides.is_empty() {
                        RowOutcome::Understood {
                            understood: item,
                            notes: draft.notes,
                        }
                    } else {
                        RowOutcome::Left {
                            left: draft.asides,
                            kept: Some(item),
                        }
                    }
                }
                _ => {
                    draft.doubts.extend(draft.asides);
                    RowOutcome::Left {
                        left: draft.doubts,
                        kept: None,
                    }
                }
            };
            Row {
                number: draft.number,
                texts: draft.texts,
                outcome,
            }
        })
        .collect()
}

fn items(drafts: &mut [Draft]) -> impl Iterator<Item = &mut Draft> {
    drafts.iter_mut().filter(|draft| draft.kind == Kind::Item)
}

fn number(drafts: &mut [Draft]) {
    let mut above: Option<(String, u32)> = None;
    let repeat = restarted(drafts).is_none() && repeat(drafts);
    for draft in items(drafts) {
        let Some(at) = draft.code_column.filter(|_| !repeat) else {
            draft.code = draft.ordinal.to_string();
            let what = if repeat {
                What::CodeRepeats
            } else {
                What::CodeMade
            };
            draft.note(Note::of(what, &draft.code.clone()));
            continue;
        };
        // A merged number, which a file without merged cells leaves blank further down: 7, 7-2, 7-3.
        let count = match &above {
            Some((code, count)) if draft.code.is_empty() => {
                draft.code.clone_from(code);
                count + 1
            }
            Some((code, count)) if draft.code_merged && *code == draft.code => count + 1,
            _ if draft.code.is_empty() => {
                draft.doubt(DoubtWhy::NoCode, Some(at), "");
                continue;
            }
            _ => 1,
        };
        above = Some((draft.code.clone(), count));
        if count > 1 {
            draft.code = format!("{}-{count}", draft.code);
        }
        let code = draft.code.clone();
        draft.note(Note::at(
            if count > 1 {
                What::CodeMerged
            } else {
                What::Code
            },
            at,
            &code,
        ));
    }
    let groups = restarted(drafts);
    let mut seen: HashMap<String, usize> = HashMap::new();
    for draft in items(drafts) {
        if let (Some(groups), false) = (&groups, draft.code.is_empty()) {
            let group = groups.iter().position(|group| *group == draft.group);
            draft.code = format!("{}-{}", group.unwrap_or_default() + 1, draft.code);
            let code = draft.code.clone();
            draft.note(Note::of(What::CodeByGroup, &code));
        }
        *seen.entry(draft.code.clone()).or_default() += 1;
    }
    for draft in items(drafts) {
        if !draft.code.is_empty() && seen.get(&draft.code).is_some_and(|count| *count > 1) {
            let code = draft.code.clone();
            draft.doubt(DoubtWhy::CodeRepeated, draft.code_column, &code);
        }
    }
}

/// Whether the figures in the column of numbers are none, for many of them stand more than once. A single number that
/// stands twice is a slip of the pen, and a merged one counts for its rows.
fn repeat(drafts: &mut [Draft]) -> bool {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut rows = 0;
    for draft in items(drafts) {
        if draft.code_column.is_none() || draft.code.is_empty() || draft.code_merged {
            continue;
        }
        rows += 1;
        *counts.entry(draft.code.clone()).or_default() += 1;
    }
    let repeated: Vec<usize> = counts.into_values().filter(|count| *count > 1).collect();
    let often: usize = repeated.iter().sum();
    often > 2 && often * 3 >= rows
}

/// The groups in their order, where numbers begin anew in each: every group begins with the same number and holds
/// none twice.
fn restarted(drafts: &mut [Draft]) -> Option<Vec<String>> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for draft in items(drafts) {
        draft.code_column?;
        match groups.last_mut() {
            Some((group, codes)) if *group == draft.group => codes.push(draft.code.clone()),
            _ => groups.push((draft.group.clone(), vec![draft.code.clone()])),
        }
    }
    let first = groups.first()?.1.first()?.clone();
    let anew = groups.len() > 1
        && groups.iter().all(|(group, codes)| {
            let unique: std::collections::HashSet<&String> = codes.iter().collect();
            !group.is_empty() && codes.first() == Some(&first) && unique.len() == codes.len()
        });
    let names: std::collections::HashSet<&String> = groups.iter().map(|group| &group.0).collect();
    (anew && names.len() == groups.len()).then(|| groups.into_iter().map(|group| group.0).collect())
}

/// 空調(窗式) twice, 有預留孔 and 無預留孔: the condition goes behind the name.
fn name(drafts: &mut [Draft]) {
    let key = |draft: &Draft| {
        let place = [
            draft.text(Field::Category),
            &draft.group,
            &draft.name,
            draft.text(Field::Unit),
        ];
        place.map(fold)
    };
    let mut same: HashMap<[String; 4], Vec<String>> = HashMap::new();
    for draft in items(drafts) {
        same.entry(key(draft))
            .or_default()
            .push(fold(&draft.condition));
    }
    for draft in items(drafts) {
        let conditions = &same[&key(draft)];
        if conditions.len() < 2 || draft.name.is_empty() {
            continue;
        }
        let own = fold(&draft.condition);
        if conditions.iter().filter(|other| **other == own).count() > 1 {
            let name = draft.name.clone();
            draft.doubt(DoubtWhy::NameRepeated, None, &name);
        } else if !draft.condition.is_empty() {
            draft.name = format!("{}（{}）", draft.name, draft.condition);
            let name = draft.name.clone();
            draft.note(Note::of(What::NameCondition, &name));
        }
    }
}
