//! The demo office's fee schedule: a version in force with every form of price, and the draft of the next one.

use chrono::NaiveTime;
use repair_core::error::Result;
use repair_core::money::Money;
use repair_core::pricing::item::{
    Change, FeeCategory, FeeItem, Listed, Material, Price, Quantity, Variant,
};
use repair_core::pricing::surcharge::{Extra, Surcharge, When};
use serde_json::{Value, json};

use crate::player::Player;

/// Publishes the version in force on behalf of the manager and begins the next one.
pub fn open(p: &mut Player<'_>) -> Result<()> {
    p.by("manager");
    let draft = p.call(
        "fees.draft",
        json!({ "name": "維修項目收費標準", "copy_of": null }),
    )?;
    edit(
        p,
        &draft,
        &json!({ "items": put(&items()), "surcharges": surcharges(), "calendar": calendar() }),
    )?;
    let shown = p.call("fees.show", json!({ "schedule": draft["id"] }))?;
    p.call(
        "fees.publish",
        json!({
            "schedule": draft["id"],
            "version": shown["version"]["schedule"]["version"],
            "edits": shown["version"]["edits"],
            "approved_by": "錦繡園業主委員會",
            "approval": "第七屆第三次會議決議",
            "valid_from": p.today(),
        }),
    )?;
    let next = p.call(
        "fees.draft",
        json!({ "name": "維修項目收費標準（修訂草案）", "copy_of": draft["id"] }),
    )?;
    let shown = p.call("fees.show", json!({ "schedule": next["id"] }))?;
    let row = |n: usize| &shown["items"][n];
    let at = |n: usize| json!({ "id": row(n)["id"], "version": row(n)["version"] });
    let mut dearer = row(0)["item"].clone();
    dearer["labour"] = json!({ "form": "each", "price": 12_000 });
    let more = item("B-7", "電器", "安裝電熱水器", "台", each(30_000));
    let changed = json!([{ "at": at(0), "item": dearer }, { "at": null, "item": more }]);
    edit(
        p,
        &next,
        &json!({ "items": changed, "dropped": [at(items().len() - 1)] }),
    )
}

fn edit(p: &mut Player<'_>, draft: &Value, changes: &Value) -> Result<()> {
    let mut input = json!({
        "schedule": draft["id"], "version": draft["version"], "name": null, "surcharges": null,
        "calendar": null, "items": [], "dropped": [],
    });
    for (key, value) in changes.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    p.call("fees.edit", input).map(drop)
}

fn put(items: &[FeeItem]) -> Value {
    let items = items
        .iter()
        .map(|item| json!({ "at": null, "item": item }))
        .collect();
    Value::Array(items)
}

/// The items; the owner may bring the material unless it is said otherwise.
fn items() -> Vec<FeeItem> {
    let range = |from, to| Price::Range {
        from: Money(from),
        to: Money(to),
    };
    let hourly = Price::Hourly {
        rate: Money(60_000),
        step: 30,
        least: 60,
    };
    let pipe = Price::FirstThen {
        first: Quantity(3000),
        price: Money(90_000),
        then: Money(20_000),
    };
    let mut items = vec![
        item("A-1", "給排水", "更換水龍頭", "個", each(10_000)),
        item("A-2", "給排水", "水龍頭漏水維修", "個", each(8000)),
        item("A-3", "給排水", "疏通排水管", "次", range(30_000, 80_000)),
        item("A-4", "給排水", "馬桶水箱維修", "個", each(15_000)),
        item("A-5", "給排水", "更換排水管", "米", pipe),
        item("A-6", "給排水", "清洗蓄水池", "次", Price::Actual),
        item("B-1", "電器", "更換燈泡、燈管", "盞", each(5000)),
        item("B-2", "電器", "更換插座、開關", "個", each(8000)),
        item("B-3", "電器", "更換漏電斷路器", "個", each(25_000)),
        item("B-4", "電器", "線路檢修", "小時", hourly),
        item("B-5", "電器", "冷氣機維修", "台", each(60_000)),
        item("B-6", "電器", "門鈴、對講機檢查", "次", Price::Free),
        item("C-1", "門窗", "更換門鎖", "把", each(30_000)),
        item("C-2", "門窗", "門窗鉸鏈調整", "扇", each(6000)),
        item("C-3", "門窗", "更換玻璃", "平方米", each(80_000)),
        item("C-4", "門窗", "紗窗換網", "扇", each(20_000)),
        item("D-1", "泥作", "磁磚修補", "平方米", each(120_000)),
        item("D-2", "泥作", "牆面粉刷", "平方米", each(35_000)),
        item("S-1", "特約服務", "代客鑽孔掛物", "孔", each(5000)),
        item("S-2", "特約服務", "家具搬移", "小時", hourly),
    ];
    let high = |change| Variant {
        name: "高度超過3米".into(),
        change,
    };
    for item in &mut items {
        match item.code.as_str() {
            "B-1" => item.variants = vec![high(add(3000, true))],
            "B-5" => {
                item.variants = vec![
                    Variant {
                        name: "分離式".into(),
                        change: Change::Instead {
                            labour: each(100_000),
                        },
                    },
                    high(add(20_000, false)),
                ];
            }
            "A-1" => {
                item.material.listed = vec![listed("陶瓷閥芯", 35_000), listed("感應式", 180_000)];
                item.material.market = true;
            }
            "C-3" => item.minimum = Some(Money(40_000)),
            "D-2" => item.cap = Some(Money(800_000)),
            "S-1" | "S-2" => {
                item.category = FeeCategory::Special;
                item.material.owner = false;
            }
            "B-6" => item.material.included = true,
            _ => {}
        }
    }
    items
}

fn item(code: &str, group: &str, name: &str, unit: &str, labour: Price) -> FeeItem {
    FeeItem {
        code: code.into(),
        category: FeeCategory::Household,
        group: group.into(),
        name: name.into(),
        also: String::new(),
        unit: unit.into(),
        labour,
        minimum: None,
        cap: None,
        variants: Vec::new(),
        material: Material {
            owner: true,
            ..Material::default()
        },
        warranty_days: 90,
        remarks: String::new(),
        noted: false,
    }
}

fn each(cents: i64) -> Price {
    Price::Each {
        price: Money(cents),
    }
}

fn add(cents: i64, each: bool) -> Change {
    Change::Add {
        amount: Money(cents),
        each,
    }
}

fn listed(name: &str, cents: i64) -> Listed {
    Listed {
        name: name.into(),
        price: Money(cents),
        unit: String::new(),
    }
}

fn surcharges() -> Vec<Surcharge> {
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let night = When::Night {
        from: clock(22),
        to: clock(7),
    };
    let of = |when, basis_points| Surcharge {
        when,
        extra: Extra::Percent { basis_points },
        categories: vec![FeeCategory::Household, FeeCategory::Special],
    };
    vec![of(night, 5000), of(When::Holiday, 3000)]
}

fn calendar() -> Value {
    let day = |day: &str, name: &str| json!({ "day": day, "name": name, "holiday": true });
    json!({
        "weekends": false,
        "days": [
            day("2026-01-01", "元旦"), day("2026-02-16", "除夕"), day("2026-02-17", "春節"), day("2026-02-18", "春節"),
            day("2026-02-19", "春節"), day("2026-04-05", "清明節"), day("2026-06-19", "端午節"),
            day("2026-09-25", "中秋節"), day("2026-10-10", "國慶日"), day("2027-01-01", "元旦"),
        ],
    })
}
