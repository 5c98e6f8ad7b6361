//! A small office set up through the door: departments, people of every role, places, residents, a deputy.

use chrono::Days;
use repair_core::error::{Error, Result};
use serde_json::{Value, json};

use crate::player::{PASSWORD, PIN, Player};

/// Someone of the demo office.
#[derive(Debug, Clone)]
pub struct Staff {
    pub id: i64,
    pub name: &'static str,
    pub login: &'static str,
}

/// A household with the resident who calls.
#[derive(Debug, Clone)]
pub struct Home {
    pub place: i64,
    pub resident: i64,
    pub name: &'static str,
    pub phone: &'static str,
}

/// The demo office, as its lives refer to it.
#[derive(Debug, Clone)]
pub struct Office {
    pub engineering: i64,
    pub cleaning: i64,
    pub security: i64,
    /// 物業經理 and 系統管理員.
    pub manager: Staff,
    /// 客戶助理.
    pub clerk: Staff,
    /// 客服主管.
    pub supervisor: Staff,
    /// 監控中心值班.
    pub monitor: Staff,
    /// 維修人員 of the day, the last one of the night.
    pub workers: [Staff; 3],
    /// 班長.
    pub foreman: Staff,
    /// 工程主管.
    pub head: Staff,
    /// Stands in for the head of engineering.
    pub deputy: Staff,
    /// Heads the cleaning department.
    pub cleaning_head: Staff,
    pub cleaner: Staff,
    pub homes: Vec<Home>,
    pub lobby: i64,
    /// Corridor on the eleventh floor of the third building.
    pub corridor: i64,
    pub garage: i64,
    pub pump_room: i64,
    pub gate: i64,
}

const HOMES: &[(&str, &str, &str, &str, &str)] = &[
    ("1棟", "301", "林家豪", "owner", "0912-340-118"),
    ("1棟", "502", "曾雅婷", "owner", "0928-771-205"),
    ("1棟", "803", "解振邦", "tenant", "0935-016-482"),
    ("1棟", "1102", "仇志偉", "owner", "0919-553-067"),
    ("2棟", "201", "查淑惠", "owner", "0966-120-934"),
    ("2棟", "604", "歐陽文彬", "owner", "0972-408-316"),
    ("2棟", "702", "蘇怡君", "family", "0988-265-740"),
    ("2棟", "903", "高美蓮", "tenant", "0910-874-592"),
    ("2棟", "1001", "葉子謙", "owner", "0953-637-121"),
    ("3棟", "402", "方素貞", "owner", "0921-094-873"),
    ("3棟", "601", "盧冠宇", "owner", "0937-582-609"),
    ("3棟", "803", "江麗華", "owner", "0905-316-447"),
    ("3棟", "1104", "趙宏達", "owner", "0978-950-231"),
    ("3棟", "1204", "單國華", "owner", "0926-713-058"),
    ("3棟", "1304", "鄧惠芳", "owner", "0963-281-795"),
];

/// Sets the office up at the player's moment.
pub fn open(p: &mut Player<'_>) -> Result<Office> {
    let department =
        |name: &str, kind: &str, phone: &str| json!({ "name": name, "kind": kind, "phone": phone });
    p.by_nobody();
    let manager = p.call(
        "office.set_up",
        json!({
            "office": "錦繡園物業服務中心",
            "zone": "Asia/Taipei",
            "departments": [
                department("客戶服務中心", "desk", "02-2736-1000"),
                department("工程維修部", "engineering", "02-2736-1010"),
                department("監控中心", "security", "02-2736-1020"),
                department("清潔部", "cleaning", "02-2736-1030"),
                department("綠化部", "greening", "02-2736-1040"),
            ],
            "administrator": {
                "name": "單啟賢", "login": "manager", "password": PASSWORD, "roles": ["manager"],
            },
        }),
    )?;
    let manager = Staff {
        id: number(&manager)?,
        name: "單啟賢",
        login: "manager",
    };
    p.by(manager.login);
    let departments = p.call("departments.list", json!({}))?;
    let of_kind = |kind: &str| {
        let all = departments.as_array().into_iter().flatten();
        let found = all.into_iter().find(|d| d["kind"] == kind);
        number(&found.unwrap_or(&Value::Null)["id"])
    };
    let (desk, engineering) = (of_kind("desk")?, of_kind("engineering")?);
    let (security, cleaning) = (of_kind("security")?, of_kind("cleaning")?);
    let mut person =
        |name, login, department, roles: &[&str]| add(p, name, login, department, roles);
    let clerk = person("林美玲", "clerk", desk, &["clerk"])?;
    let supervisor = person("陳淑芬", "supervisor", desk, &["desk_supervisor"])?;
    let monitor = person("吳國強", "monitor", security, &["monitor"])?;
    let workers = [
        person("李建宏", "worker1", engineering, &["worker"])?,
        person("黃俊傑", "worker2", engineering, &["worker"])?,
        person("張志明", "worker3", engineering, &["worker"])?,
    ];
    let foreman = person("王文雄", "foreman", engineering, &["foreman"])?;
    let head = person("許榮昌", "head", engineering, &["department_head"])?;
    let deputy = person("蔡孟儒", "engineer", engineering, &["water_power_engineer"])?;
    let cleaning_head = person("曾秀英", "cleaning", cleaning, &["department_head"])?;
    let cleaner = person("周金水", "cleaner", cleaning, &["worker"])?;
    person("鄭雅文", "cashier", desk, &["cashier"])?;
    p.by(manager.login);
    let today = p.today();
    p.call(
        "people.add_deputy",
        json!({
            "principal": head.id, "deputy": deputy.id, "from_day": today,
            "to_day": today.checked_add_days(Days::new(365)),
            "reason": "主管外出會議或休假時代為簽名確認",
        }),
    )?;
    p.call("backup.keep_key", json!({}))?;
    let community = add_place(p, None, "community", "錦繡園")?;
    let mut homes = Vec::new();
    let mut building = (String::new(), 0);
    for (tower, room, name, relation, phone) in HOMES {
        if building.0 != *tower {
            building = (
                (*tower).to_owned(),
                add_place(p, Some(community), "building", tower)?,
            );
        }
        let place = add_place(p, Some(building.1), "household", room)?;
        let resident = p.call(
            "residents.add",
            json!({ "place": place, "name": name, "relation": relation, "phones": [phone] }),
        )?;
        let resident = number(&resident["id"])?;
        homes.push(Home {
            place,
            resident,
            name,
            phone,
        });
    }
    let lobby = add_place(p, Some(building.1), "public_area", "一樓大堂")?;
    let corridor = add_place(p, Some(building.1), "public_area", "十一樓走廊")?;
    let garage = add_place(p, Some(community), "public_area", "地下一層停車場")?;
    let pump_room = add_place(p, Some(community), "facility", "生活水泵房")?;
    let gate = add_place(p, Some(community), "facility", "東門車輛道閘")?;
    p.call(
        "parties.add",
        json!({ "name": "大安瓦斯公司", "trade": "瓦斯", "contact": "值班窗口", "phone": "02-2771-0001" }),
    )?;
    Ok(Office {
        engineering,
        cleaning,
        security,
        manager,
        clerk,
        supervisor,
        monitor,
        workers,
        foreman,
        head,
        deputy,
        cleaning_head,
        cleaner,
        homes,
        lobby,
        corridor,
        garage,
        pump_room,
        gate,
    })
}

/// The manager adds a person, who then chooses a PIN.
fn add(
    p: &mut Player<'_>,
    name: &'static str,
    login: &'static str,
    department: i64,
    roles: &[&str],
) -> Result<Staff> {
    p.by("manager");
    // Any number will do, as long as everyone has one: it stands on the orders (R38).
    let number: u32 = login.bytes().map(u32::from).sum();
    let phone = format!("0937-{:03}-{:03}", number % 1000, number * 7 % 1000);
    let added = p.call(
        "people.add",
        json!({
            "name": name, "phone": phone, "department": department, "roles": roles, "login": login,
            "password": PASSWORD,
        }),
    )?;
    let id = self::number(&added["id"])?;
    p.by(login);
    let pin = json!({ "person": id, "password": PASSWORD, "pin": PIN });
    p.call("people.set_pin", pin)?;
    Ok(Staff { id, name, login })
}

fn add_place(p: &mut Player<'_>, parent: Option<i64>, kind: &str, name: &str) -> Result<i64> {
    let place = json!({ "parent": parent, "kind": kind, "name": name });
    number(&p.call("places.add", place)?["id"])
}

fn number(value: &Value) -> Result<i64> {
    value.as_i64().ok_or_else(|| Error::broken("id"))
}
