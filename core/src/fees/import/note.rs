//! Why a row was read as it was, and why a row is left for a person; both in words.

use serde::Serialize;
use ts_rs::TS;

use crate::import::column_letters;
use crate::names::names;
use crate::text::{self, Locale};

names! {
    /// What was taken from where.
    What {
        /// The number stands in the list.
        Code = "code",
        /// The list has no numbers; the row's own is used.
        CodeMade = "code_made",
        /// A merged number, or one left blank below it, counts for several rows; this one got a further figure.
        CodeMerged = "code_merged",
        /// Numbers begin anew under each heading; the heading's own was put before.
        CodeByGroup = "code_by_group",
        /// The figures in the column repeat, so they are no numbers of items; the row's own is used.
        CodeRepeats = "code_repeats",
        Category = "category",
        Group = "group",
        /// From a heading line above.
        GroupHeading = "group_heading",
        /// The cell is blank; the group above goes on.
        GroupContinued = "group_continued",
        Name = "name",
        /// The size or model stands behind the name.
        NameSpec = "name_spec",
        /// The name stands twice; what tells the rows apart was put behind it.
        NameCondition = "name_condition",
        Unit = "unit",
        UnitFromPrice = "unit_from_price",
        UnitFromHeading = "unit_from_heading",
        UnitUnsaid = "unit_unsaid",
        Labour = "labour",
        /// An amount of 0 is free of charge.
        Zero = "zero",
        /// By time, with the rounding that the list says.
        Hourly = "hourly",
        Minimum = "minimum",
        Cap = "cap",
        Variant = "variant",
        /// Each kind has its price, and the item none of its own.
        ByKind = "by_kind",
        /// What is none of the kinds named has the item's own price.
        Rest = "rest",
        /// A least price, and more by the actual case.
        From = "from",
        /// More for each further piece, which the line counts by itself.
        Further = "further",
        /// The addition is not said to be for each unit: once for the line.
        AddOnce = "add_once",
        Material = "material",
        MaterialIncluded = "material_included",
        MaterialExtra = "material_extra",
        /// The list does not say whether material is included: it is not.
        MaterialUnsaid = "material_unsaid",
        /// Kinds in the name and prices were matched one by one.
        Kinds = "kinds",
        Warranty = "warranty",
        Footnote = "footnote",
        Currency = "currency",
        /// Labour and material come to the total of the list.
        Total = "total",
        /// The cell is merged with the one above.
        Merged = "merged",
        Remarks = "remarks",
        /// Words that nothing of the price holds; they are told with it.
        Told = "told",
    }
}

names! {
    /// Why a row, or a part of it, is left for a person.
    DoubtWhy {
        NoName = "no_name",
        NoCode = "no_code",
        NoPrice = "no_price",
        /// Part of a price text is not understood.
        PriceUnread = "price_unread",
        MaterialUnread = "material_unread",
        /// Remarks with figures or words of money that are not understood.
        RemarkUnread = "remark_unread",
        /// More than one price, and nothing says which holds.
        TwoPrices = "two_prices",
        /// The price is for another unit than the row's.
        UnitDiffers = "unit_differs",
        /// Several prices, and the name does not list as many kinds.
        KindsUnmatched = "kinds_unmatched",
        /// By the hour, and begun hours are not said how to count.
        HourRounding = "hour_rounding",
        Surcharge = "surcharge",
        Period = "period",
        /// A first amount without the further one, or in units that do not fit.
        FirstThen = "first_then",
        RangeOrder = "range_order",
        MinimumOverCap = "minimum_over_cap",
        /// One column of prices beside material: labour alone, or both?
        PriceMeaning = "price_meaning",
        TotalDiffers = "total_differs",
        /// What is said of material contradicts itself.
        MaterialTwice = "material_twice",
        CodeRepeated = "code_repeated",
        NameRepeated = "name_repeated",
        NamePrice = "name_price",
        CategoryUnknown = "category_unknown",
        /// A heading, an item without price, or a note?
        SingleLine = "single_line",
        /// A remark that is for the whole list.
        ListNote = "list_note",
        /// The spreadsheet made a day of it (5-10 became 5 October).
        DayCell = "day_cell",
        CurrencyDiffers = "currency_differs",
        /// 同上: the row above may not stay above.
        Ditto = "ditto",
        /// Headings further down give the columns another meaning.
        HeadingsDiffer = "headings_differ",
    }
}

/// One reason, with the text of the list that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Note {
    pub what: What,
    /// Column as the spreadsheet calls it; empty where the reason is not in one cell.
    pub column: String,
    pub text: String,
}

impl Note {
    /// A reason found in a column, counted from 0.
    pub(super) fn at(what: What, column: usize, text: &str) -> Self {
        Self {
            what,
            column: column_letters(column),
            text: text.to_owned(),
        }
    }

    /// A reason that is in no single cell.
    pub(super) fn of(what: What, text: &str) -> Self {
        Self {
            what,
            column: String::new(),
            text: text.to_owned(),
        }
    }

    /// The reason in words.
    pub fn words(&self, locale: Locale) -> String {
        let key = format!("import-note-{}", self.what.as_str().replace('_', "-"));
        let sentence = text::text(locale, &key, &[("text", (&self.text).into())]);
        placed(locale, &self.column, sentence)
    }
}

/// One thing that a person must settle, with the original text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Doubt {
    pub why: DoubtWhy,
    /// Row as the spreadsheet counts.
    pub row: u32,
    /// Column as the spreadsheet calls it; empty where the whole row is meant.
    pub column: String,
    /// As the list writes it.
    pub text: String,
}

impl Doubt {
    /// The doubt in words.
    pub fn words(&self, locale: Locale) -> String {
        let key = format!("import-doubt-{}", self.why.as_str().replace('_', "-"));
        let sentence = text::text(locale, &key, &[("text", (&self.text).into())]);
        placed(locale, &self.column, sentence)
    }
}

fn placed(locale: Locale, column: &str, sentence: String) -> String {
    if column.is_empty() {
        return sentence;
    }
    let args = [("column", column.into()), ("sentence", (&sentence).into())];
    text::text(locale, "import-placed", &args)
}
