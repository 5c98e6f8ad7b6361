//! One row of the list: its cells by their columns, then item or doubts.

use std::collections::HashMap;
use std::rc::Rc;

use crate::fold::fold;
use crate::import::{Cell, Row, Sheet};
use crate::pricing::item::{FeeCategory, FeeItem};

use super::check::Draft;
use super::columns::{Columns, Field};
use super::in_name::InName;
use super::note::{DoubtWhy, Note, What};
use super::part::{Currency, Part};
use super::text::{self, Text};
use super::{heading, noted, remark, units};

/// Reads row after row and keeps what holds for those that follow.
pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) columns: &'a Columns,
    category: FeeCategory,
    /// Group of the heading line or of the last filled cell.
    pub(super) group: String,
    pub(super) from_heading: bool,
    /// Last texts of the columns of groups.
    pub(super) groups: Vec<String>,
    currency: Option<Currency>,
    read: HashMap<String, Rc<Text>>,
    rows: u32,
    /// Row of headings further down under which the columns hold other things.
    other_headings: Option<u32>,
}

impl<'a> Reader<'a> {
    pub fn new(sheet: &'a Sheet, columns: &'a Columns, category: FeeCategory) -> Self {
        Self {
            sheet,
            columns,
            category,
            group: String::new(),
            from_heading: false,
            groups: Vec::new(),
            currency: None,
            read: HashMap::new(),
            rows: 0,
            other_headings: None,
        }
    }

    /// Reads a row; `None` for one that says nothing of its own: headings printed again on each page.
    pub fn read(&mut self, row: &Row) -> Option<Draft> {
        let own: Vec<(usize, &Cell)> = row.filled().filter(|(_, cell)| !cell.merged).collect();
        let repeated = |(at, cell): &(usize, &Cell)| {
            self.columns
                .headings
                .get(*at)
                .is_some_and(|heading| *heading == cell.text)
        };
        if own.is_empty() {
            return None;
        }
        if own.len() > 1 && own.iter().all(repeated) {
            self.other_headings = None;
            return None;
        }
        if let Some(same) = self.headed_again(&own) {
            self.other_headings = (!same).then_some(row.number);
            return None;
        }
        if let [(column, cell)] = own[..]
            && row.filled().count() == 1
        {
            return Some(self.line(row, column, &cell.text));
        }
        if let Some(name) = self.numbered_heading(&own) {
            return Some(self.open_group(row, name));
        }
        self.rows += 1;
        Some(self.item(row))
    }

    /// Whether a row of headings further down says the same of the columns; `None` for any other row.
    fn headed_again(&self, own: &[(usize, &Cell)]) -> Option<bool> {
        let fields: Vec<(usize, Field)> = own
            .iter()
            .filter_map(|(at, cell)| Some((*at, heading::known(&cell.text)?)))
            .collect();
        let has = |wanted: &[Field]| fields.iter().any(|(_, field)| wanted.contains(field));
        if !has(&[Field::Name]) || !has(&[Field::Price, Field::Labour]) {
            return None;
        }
        let same =
            |(at, field): &(usize, Field)| self.columns.fields.get(*at) == Some(&Some(*field));
        Some(fields.iter().all(same))
    }

    /// What a cell says, read once for all cells of the same text.
    pub(super) fn text(&mut self, text: &str) -> Rc<Text> {
        if let Some(read) = self.read.get(text) {
            return Rc::clone(read);
        }
        let read = Rc::new(text::read(text));
        self.read.insert(text.to_owned(), Rc::clone(&read));
        read
    }

    /// What a cell says of the item of this name.
    pub(super) fn text_of(&mut self, text: &str, name: &str) -> Rc<Text> {
        let read = self.text(text);
        let settled = read.settled(&|thing| remark::put_in(name, thing));
        settled.map_or(read, Rc::new)
    }

    fn item(&mut self, row: &Row) -> Draft {
        let mut draft = Draft::new(row.number, self.rows);
        if let Some(headed) = self.other_headings {
            draft.doubt(DoubtWhy::HeadingsDiffer, None, &headed.to_string());
        }
        self.look_over(row, &mut draft);
        let category = self.category(row, &mut draft);
        self.group(row, &mut draft);
        let name = self.name(row, &mut draft);
        let one = |field| {
            self.columns
                .column(field)
                .map_or("", |at| row.text(at))
                .trim()
        };
        if let Some(at) = self.columns.column(Field::Code) {
            draft.code = row.text(at).to_owned();
            draft.code_merged = row.cells.get(at).is_some_and(|cell| cell.merged);
            draft.code_column = Some(at);
        }
        let counted = one(Field::Unit);
        if units::count(counted).is_some_and(|count| count != "1") {
            // A price for two is not half of it for one.
            draft.doubt(
                DoubtWhy::UnitDiffers,
                self.columns.column(Field::Unit),
                counted,
            );
        }
        let unit = units::shown(counted).replace('\n', " ");
        if units::is_period(&unit) {
            draft.doubt(DoubtWhy::Period, self.columns.column(Field::Unit), &unit);
        }
        let notes: Vec<usize> = self.columns.all(Field::Note).collect();
        let remarks: Vec<(usize, &str)> = self
            .columns
            .all(Field::Remarks)
            .chain(notes.iter().copied())
            .map(|at| (at, row.text(at)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let read: Vec<Rc<Text>> = remarks
            .iter()
            .map(|(at, text)| {
                let heading = notes.contains(at).then(|| &self.columns.headings[*at]);
                match heading.and_then(|heading| noted::warranty(heading, text)) {
                    Some(warranty) => self.text(&warranty),
                    None => self.text_of(text, &name),
                }
            })
            .collect();
        let mut condition = Vec::new();
        for ((at, _), read) in remarks.iter().zip(&read) {
            let heading = notes.contains(at).then(|| &self.columns.headings[*at]);
            // In a column that is all remarks the heading has its say: 是否自備料 over 是, 維修時效 over 24小時內.
            let light = |clause: &str| heading.map(|heading| !noted::of_money(heading, clause));
            for clause in &read.told {
                if read.plain.contains(clause) && light(clause) == Some(false) {
                    draft.aside(DoubtWhy::RemarkUnread, *at, clause);
                } else {
                    condition.push(clause.as_str());
                }
            }
            for clause in &read.unread {
                if light(clause) == Some(true) {
                    condition.push(clause.as_str());
                } else {
                    draft.aside(DoubtWhy::RemarkUnread, *at, clause);
                }
            }
            for clause in &read.of_list {
                draft.aside(DoubtWhy::ListNote, *at, clause);
            }
            if let Some(words) = read.market_alone() {
                draft.aside(DoubtWhy::RemarkUnread, *at, words);
            }
        }
        draft.condition = condition.join("，");
        let in_name = self.in_name(row, &mut draft);
        let remarked = read.iter().flat_map(|read| read.parts());
        let added: Vec<&Part> = remarked.chain(&in_name).collect();
        let remarks_text = remarks
            .iter()
            .map(|(at, text)| match self.columns.headings.get(*at) {
                Some(heading) if notes.contains(at) && !heading.is_empty() => {
                    format!("{heading}：{text}")
                }
                _ => (*text).to_owned(),
            })
            .collect::<Vec<_>>()
            .join("；");
        let priced = self.priced(row, &mut draft, &name, &unit, &added);
        let Some((labour, material)) = priced.filter(|_| draft.doubts.is_empty()) else {
            return draft;
        };
        if labour.unit.is_empty() {
            draft.note(Note::of(What::UnitUnsaid, ""));
        } else if let Some(at) = self
            .columns
            .column(Field::Unit)
            .filter(|at| !row.text(*at).is_empty())
        {
            draft.note(Note::at(What::Unit, at, row.text(at)));
        }
        for (at, text) in &remarks {
            draft.note(Note::at(What::Remarks, *at, text));
        }
        for words in condition
            .into_iter()
            .map(str::to_owned)
            .chain(draft.told.clone())
        {
            draft.note(Note::of(What::Told, &words));
        }
        let noted =
            !(draft.condition.is_empty() && draft.told.is_empty() && draft.asides.is_empty());
        let kept = std::iter::once(remarks_text).chain(draft.told.iter().cloned());
        let remarks: Vec<String> = kept.filter(|words| !words.is_empty()).collect();
        draft.item = Some(Box::new(FeeItem {
            code: draft.code.clone(),
            category,
            group: draft.group.clone(),
            name,
            also: String::new(),
            unit: labour.unit,
            labour: labour.price,
            minimum: labour.minimum,
            cap: labour.cap,
            variants: labour.variants,
            material,
            warranty_days: labour.warranty_days,
            remarks: remarks.join("；"),
            noted,
        }));
        draft
    }

    /// What holds for every cell: texts by field, columns nobody assigned, days, footnotes, currencies.
    fn look_over(&mut self, row: &Row, draft: &mut Draft) {
        for (at, cell) in row.filled() {
            let Some(field) = self.columns.fields.get(at).copied().flatten() else {
                // One decision for the column, not a doubt in every row.
                continue;
            };
            if field == Field::Ignored {
                continue;
            }
            draft.texts.push((field, cell.text.clone()));
            if ["同上", "同左", "〃", "″", "\"", "ditto"].contains(&fold(&cell.text).trim())
            {
                draft.doubt(DoubtWhy::Ditto, Some(at), &cell.text);
            }
            if text::is_day(&cell.text) && !matches!(field, Field::Remarks | Field::Note) {
                draft.doubt(DoubtWhy::DayCell, Some(at), &cell.text);
            }
            let money = [
                Field::Labour,
                Field::Price,
                Field::Material,
                Field::Remarks,
                Field::Note,
            ];
            if !money.contains(&field) {
                continue;
            }
            let read = self.text(&cell.text);
            if read.footnote {
                draft.note(Note::at(What::Footnote, at, &cell.text));
            }
            if cell.merged {
                draft.note(Note::at(What::Merged, at, &cell.text));
            }
            if let Some(currency) = read.currency {
                if !self.currency.get_or_insert(currency).agrees(currency) {
                    draft.doubt(DoubtWhy::CurrencyDiffers, Some(at), &cell.text);
                }
                draft.note(Note::at(What::Currency, at, &cell.text));
            }
        }
    }

    fn category(&self, row: &Row, draft: &mut Draft) -> FeeCategory {
        let Some(at) = self.columns.column(Field::Category) else {
            return self.category;
        };
        let text = row.text(at);
        let folded = fold(text);
        let known = [
            (FeeCategory::StaffCommunity, ["员工", "职工", "staff"]),
            (FeeCategory::Household, ["住户", "业主", "household"]),
            (FeeCategory::Special, ["特约", "专项", "special"]),
        ];
        let mut fits = known
            .iter()
            .filter(|(_, words)| words.iter().any(|word| folded.contains(word)));
        match (fits.next(), fits.next()) {
            (Some((category, _)), None) => {
                draft.note(Note::at(What::Category, at, text));
                *category
            }
            _ => {
                draft.doubt(DoubtWhy::CategoryUnknown, Some(at), text);
                self.category
            }
        }
    }

    fn group(&mut self, row: &Row, draft: &mut Draft) {
        let columns: Vec<usize> = self.columns.all(Field::Group).collect();
        let first = columns.iter().position(|at| !row.text(*at).is_empty());
        if let Some(first) = first {
            // What stands before the first that is filled holds on, what stands behind it begins anew.
            self.groups.resize(columns.len(), String::new());
            for (n, at) in columns.iter().enumerate().skip(first) {
                row.text(*at).clone_into(&mut self.groups[n]);
            }
            let texts = self.groups.iter().filter(|text| !text.is_empty());
            self.group = texts.cloned().collect::<Vec<_>>().join(" / ");
            self.from_heading = false;
            draft.note(Note::at(What::Group, columns[first], &self.group));
        } else if !self.group.is_empty() {
            let what = if self.from_heading {
                What::GroupHeading
            } else {
                What::GroupContinued
            };
            draft.note(Note::of(what, &self.group));
        }
        draft.group.clone_from(&self.group);
    }

    /// What the name and the size say of material.
    fn in_name(&self, row: &Row, draft: &mut Draft) -> Vec<Part> {
        let name = self.columns.column(Field::Name).unwrap_or_default();
        let spec = self
            .columns
            .column(Field::Spec)
            .map_or("", |at| row.text(at));
        let found = InName::of_name(row.text(name)).and_spec(spec);
        for clause in &found.unread {
            draft.doubt(DoubtWhy::RemarkUnread, Some(name), clause);
        }
        found.parts
    }

    fn name(&self, row: &Row, draft: &mut Draft) -> String {
        let at = self.columns.column(Field::Name).unwrap_or_default();
        let text = row.text(at);
        let mut name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            draft.doubt(DoubtWhy::NoName, None, "");
        } else if heading::is_total(&name) {
            draft.doubt(DoubtWhy::ListNote, Some(at), &name);
        }
        draft.note(Note::at(What::Name, at, text));
        let folded = fold(text);
        let amount = folded.find('元').is_some_and(|at| {
            folded[..at]
                .trim_end()
                .ends_with(|c: char| c.is_ascii_digit())
        });
        if amount || folded.contains(['¥', '$']) {
            draft.doubt(DoubtWhy::NamePrice, Some(at), text);
        }
        if let Some(spec) = self
            .columns
            .column(Field::Spec)
            .filter(|at| !row.text(*at).is_empty())
        {
            draft.note(Note::at(What::NameSpec, spec, row.text(spec)));
            name = format!("{name}（{}）", row.text(spec));
        }
        draft.name.clone_from(&name);
        name
    }
}
