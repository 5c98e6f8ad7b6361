//! Who works in the large office and who lives there.

use std::collections::BTreeMap;

use chrono_tz::Asia::Taipei;
use rand::RngExt;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::error::{Error, Result};
use repair_core::ids::{DepartmentId, PersonId, PlaceId, ResidentId};
use repair_core::ledger::places::{PlaceKind, Relation};
use repair_core::moment::Moment;
use repair_core::places::add::AddPlace;
use repair_core::places::residents::AddResident;
use serde_json::{Value, json};

use super::{Acting, Size, names};
use crate::player::{PASSWORD, Player};

/// A household and who calls from it.
pub struct Home {
    pub place: PlaceId,
    pub resident: ResidentId,
    pub phone: String,
}

/// A department with the people who carry its orders out and sign for them.
pub struct Crew {
    pub department: DepartmentId,
    pub workers: Vec<PersonId>,
    pub leads: Vec<PersonId>,
}

/// The office as its cases know it.
pub struct Settled {
    pub clerks: Vec<PersonId>,
    pub monitors: Vec<PersonId>,
    pub supervisor: PersonId,
    pub engineering: Crew,
    pub cleaning: Crew,
    pub homes: Vec<Home>,
    pub public: Vec<PlaceId>,
    manager: PersonId,
    opening: Moment,
}

/// Sets up office and people at `opening` and signs in those who act at the desk.
pub fn people(desk: &Desk, opening: Moment) -> Result<(Settled, BTreeMap<PersonId, String>)> {
    let mut p = Player::new(desk, Taipei, opening);
    p.by_nobody();
    let department = |name: &str, kind: &str| json!({ "name": name, "kind": kind, "phone": null });
    let manager = p.call(
        "office.set_up",
        json!({
            "office": "和豐物業管理處", "zone": "Asia/Taipei",
            "departments": [
                department("客戶服務中心", "desk"), department("工程維修部", "engineering"),
                department("清潔部", "cleaning"), department("監控中心", "security"),
            ],
            "administrator": {
                "name": "蕭維哲", "login": "manager", "password": PASSWORD, "roles": ["manager"],
            },
        }),
    )?;
    p.by("manager");
    // Nobody at this desk sits idle; its sessions need not be unlocked again and again.
    let shown = p.call("settings.show", json!({}))?;
    let mut settings = shown["current"].clone();
    settings["idle_lock_minutes"] = json!(0);
    let change = json!({
        "settings": settings, "based_on": shown["history"][0]["id"], "approved_by": "業主委員會",
        "reason": "服務台專人值守",
    });
    p.call("settings.change", change)?;
    let departments = p.call("departments.list", json!({}))?;
    let of_kind = |kind: &str| {
        let mut all = departments.as_array().into_iter().flatten();
        all.find(|d| d["kind"] == kind)
            .map_or(json!(null), |d| d["id"].clone())
    };
    let (at_desk, engineering) = (of_kind("desk"), of_kind("engineering"));
    let (cleaning, security) = (of_kind("cleaning"), of_kind("security"));
    let mut add = |names: &[&str], department: &Value, role: &str, logins: &[&str]| {
        let mut ids = Vec::new();
        for (n, name) in names.iter().enumerate() {
            let login = logins.get(n);
            let person = json!({
                "name": name, "department": department, "roles": [role], "login": login,
                "password": login.map(|_| PASSWORD),
            });
            ids.push(PersonId(id(&p.call("people.add", person)?["id"])?));
        }
        Ok::<_, Error>(ids)
    };
    let desks = ["林美玲", "郭怡君", "謝佳穎"];
    let clerks = add(&desks, &at_desk, "clerk", &["clerk1", "clerk2", "clerk3"])?;
    let supervisor = add(&["陳淑芬"], &at_desk, "desk_supervisor", &["supervisor"])?;
    let nights = ["吳國強", "洪文龍"];
    let monitors = add(&nights, &security, "monitor", &["monitor1", "monitor2"])?;
    let crew = [
        "李建宏",
        "黃俊傑",
        "張志明",
        "劉家榮",
        "楊宗翰",
        "賴信宏",
        "徐政憲",
        "周明輝",
        "葉國雄",
        "簡文昌",
    ];
    let engineering = Crew {
        department: DepartmentId(id(&engineering)?),
        workers: add(&crew, &engineering, "worker", &[])?,
        leads: add(&["王文雄", "許榮昌"], &engineering, "foreman", &[])?,
    };
    let cleaning = Crew {
        department: DepartmentId(id(&cleaning)?),
        workers: add(&["周金水", "潘秀琴", "游阿珠"], &cleaning, "worker", &[])?,
        leads: add(&["曾秀英"], &cleaning, "department_head", &[])?,
    };
    let mut sessions = BTreeMap::new();
    let logins = [
        "manager",
        "supervisor",
        "clerk1",
        "clerk2",
        "clerk3",
        "monitor1",
        "monitor2",
    ];
    for login in logins {
        p.by(login);
        let who = p.call("people.who_am_i", json!({}))?;
        let token = p.token(login).ok_or_else(|| Error::broken("token"))?;
        sessions.insert(PersonId(id(&who["id"])?), token.to_owned());
    }
    let settled = Settled {
        clerks,
        monitors,
        supervisor: supervisor[0],
        engineering,
        cleaning,
        homes: Vec::new(),
        public: Vec::new(),
        manager: PersonId(id(&manager)?),
        opening,
    };
    Ok((settled, sessions))
}

fn id(value: &Value) -> Result<i64> {
    value.as_i64().ok_or_else(|| Error::broken("id"))
}

const COMMUNITIES: [&str; 3] = ["錦繡園", "翠湖居", "和平新城"];

/// Builds the communities and lets people move in.
pub fn places<A: Acting>(
    settled: &mut Settled,
    acting: &mut A,
    size: Size,
    rng: &mut StdRng,
) -> Result<()> {
    let (by, at) = (settled.manager, settled.opening);
    let place = |acting: &mut A, parent, kind, name: String| {
        let added = acting.act(by, at, AddPlace { parent, kind, name })?;
        Ok::<_, Error>(added.id)
    };
    let mut communities = Vec::new();
    for n in 0..size.communities {
        let name = COMMUNITIES
            .get(n as usize)
            .map_or_else(|| format!("第{n}社區"), |c| (*c).to_owned());
        let community = place(acting, None, PlaceKind::Community, name)?;
        communities.push(community);
        for (kind, name) in [
            (PlaceKind::PublicArea, "地下停車場"),
            (PlaceKind::PublicArea, "中庭花園"),
            (PlaceKind::Facility, "生活水泵房"),
            (PlaceKind::Facility, "東門道閘"),
        ] {
            settled
                .public
                .push(place(acting, Some(community), kind, name.to_owned())?);
        }
    }
    for n in 0..size.buildings {
        let community = communities[(n % size.communities) as usize];
        let name = format!("{}棟", n / size.communities + 1);
        let building = place(acting, Some(community), PlaceKind::Building, name)?;
        for (kind, name) in [
            (PlaceKind::PublicArea, "一樓大堂"),
            (PlaceKind::Facility, "1號電梯"),
        ] {
            settled
                .public
                .push(place(acting, Some(building), kind, name.to_owned())?);
        }
        for room in 0..size.floors * size.rooms_per_floor {
            let (floor, door) = (
                room / size.rooms_per_floor + 1,
                room % size.rooms_per_floor + 1,
            );
            let name = format!("{floor}{door:02}");
            let household = place(acting, Some(building), PlaceKind::Household, name)?;
            for relation in family(rng) {
                let phone = names::phone(rng);
                let resident = AddResident {
                    place: household,
                    name: names::name(rng),
                    relation,
                    phones: vec![phone.clone()],
                    note: None,
                };
                let resident = acting.act(by, at, resident)?.id;
                settled.homes.push(Home {
                    place: household,
                    resident,
                    phone,
                });
            }
        }
    }
    Ok(())
}

/// Who is known of a household: mostly the owner, often someone with him, now and then a tenant.
fn family(rng: &mut StdRng) -> Vec<Relation> {
    match rng.random_range(0..10) {
        0..4 => vec![Relation::Owner],
        4..8 => vec![Relation::Owner, Relation::Family],
        8 => vec![Relation::Owner, Relation::Tenant],
        _ => vec![Relation::Tenant],
    }
}
