//! Compares two versions of the fee schedule.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::fold::fold;
use crate::ids::FeeScheduleId;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};
use crate::names::names;
use crate::pricing::item::{FeeCategory, FeeItem};

names! {
    /// A field of an item.
    ItemField {
        Code = "code",
        Category = "category",
        Group = "group",
        Name = "name",
        Also = "also",
        Unit = "unit",
        Labour = "labour",
        Minimum = "minimum",
        Cap = "cap",
        Variants = "variants",
        Material = "material",
        WarrantyDays = "warranty_days",
        Remarks = "remarks",
        Noted = "noted",
    }
}

/// What became of an item.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum ItemChange {
    Added {
        now: Box<FeeItem>,
    },
    Dropped {
        before: Box<FeeItem>,
    },
    Changed {
        before: Box<FeeItem>,
        now: Box<FeeItem>,
        fields: Vec<ItemField>,
    },
}

/// What a version changes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Comparison {
    pub schedule: FeeSchedule,
    /// The version before; none where none is in force yet, and everything is added.
    pub against: Option<FeeSchedule>,
    /// In the order of the list, then what was dropped.
    pub items: Vec<ItemChange>,
    /// Whether the surcharges, the calendar differ.
    pub surcharges: bool,
    pub calendar: bool,
}

/// Compares a version with another, or with the one in force (R35).
#[derive(Deserialize, TS)]
pub struct CompareSchedules {
    pub schedule: FeeScheduleId,
    pub against: Option<FeeScheduleId>,
}

impl ReadVerb for CompareSchedules {
    const NAME: &'static str = "fees.compare";
    const ACTION: Action = Action::BeHere;
    type Out = Comparison;

    fn run(self, r: &Reader<'_>) -> Result<Comparison> {
        let schedule = FeeSchedule::get(r, self.schedule)?;
        let against = match self.against {
            Some(id) => Some(FeeSchedule::get(r, id)?),
            None => FeeSchedule::in_force(r, r.today()?)?,
        };
        let before = match &against {
            Some(against) => FeeItemRow::of(r, against.id)?,
            None => Vec::new(),
        };
        let now = FeeItemRow::of(r, schedule.id)?;
        let items = compare(
            before.into_iter().map(|row| row.item.0).collect(),
            now.into_iter().map(|row| row.item.0).collect(),
        );
        let differs = |same: fn(&FeeSchedule, &FeeSchedule) -> bool| match &against {
            Some(against) => !same(against, &schedule),
            None => false,
        };
        Ok(Comparison {
            surcharges: differs(|a, b| a.surcharges == b.surcharges),
            calendar: differs(|a, b| a.calendar == b.calendar),
            items,
            schedule,
            against,
        })
    }
}

/// Items of one code are the same item; what is left over is matched by its name within its category.
fn compare(before: Vec<FeeItem>, now: Vec<FeeItem>) -> Vec<ItemChange> {
    let mut left: Vec<Option<FeeItem>> = before.into_iter().map(Some).collect();
    let mut codes = HashMap::new();
    let mut names: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, item) in left.iter().flatten().enumerate() {
        codes.insert(item.code.clone(), at);
        names.entry(key(item)).or_default().push(at);
    }
    let mut pairs: Vec<(Option<FeeItem>, FeeItem)> = Vec::with_capacity(now.len());
    for item in now {
        let same = codes.get(&item.code).and_then(|at| left[*at].take());
        pairs.push((same, item));
    }
    for (same, item) in pairs.iter_mut().filter(|(same, _)| same.is_none()) {
        let alike = names.get(&key(item)).into_iter().flatten();
        *same = alike.copied().find_map(|at| left[at].take());
    }
    let found = pairs.into_iter().filter_map(|(before, now)| match before {
        None => Some(ItemChange::Added { now: now.into() }),
        Some(before) => {
            let fields = fields(&before, &now);
            (!fields.is_empty()).then(|| ItemChange::Changed {
                before: before.into(),
                now: now.into(),
                fields,
            })
        }
    });
    let mut found: Vec<ItemChange> = found.collect();
    found.extend(left.into_iter().flatten().map(|item| ItemChange::Dropped {
        before: item.into(),
    }));
    found
}

fn key(item: &FeeItem) -> (FeeCategory, String) {
    (item.category, fold(&item.name))
}

fn fields(a: &FeeItem, b: &FeeItem) -> Vec<ItemField> {
    use ItemField as F;
    let differs = [
        (F::Code, a.code != b.code),
        (F::Category, a.category != b.category),
        (F::Group, a.group != b.group),
        (F::Name, a.name != b.name),
        (F::Also, a.also != b.also),
        (F::Unit, a.unit != b.unit),
        (F::Labour, a.labour != b.labour),
        (F::Minimum, a.minimum != b.minimum),
        (F::Cap, a.cap != b.cap),
        (F::Variants, a.variants != b.variants),
        (F::Material, a.material != b.material),
        (F::WarrantyDays, a.warranty_days != b.warranty_days),
        (F::Remarks, a.remarks != b.remarks),
        (F::Noted, a.noted != b.noted),
    ];
    let found = differs.into_iter().filter(|(_, differs)| *differs);
    found.map(|(field, _)| field).collect()
}
