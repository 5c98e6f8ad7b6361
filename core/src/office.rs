//! The office's rules: hours, numbers, clocks, copies and signatures. They change by approval, with a day from when
//! they hold (R35); every version stays.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::names::names;

names! {
    /// What a person does in the office.
    Role {
        /// 客戶助理: takes calls, issues orders, follows up.
        Clerk = "clerk",
        /// 客服主管: supervises the service desk.
        DeskSupervisor = "desk_supervisor",
        /// 監控中心值班: the desk at night (R1).
        Monitor = "monitor",
        /// 維修人員: carries orders out.
        Worker = "worker",
        /// 班長: leads a crew and countersigns.
        Foreman = "foreman",
        /// 部門主管: heads a department and countersigns.
        DepartmentHead = "department_head",
        /// 水電工程師: approves municipal valves (R28).
        WaterPowerEngineer = "water_power_engineer",
        /// 收費員: takes payments.
        Cashier = "cashier",
        /// 物業經理: answers for the office.
        Manager = "manager",
        /// 系統管理員: people, settings, backups.
        Administrator = "administrator",
    }
}

names! {
    /// What a request or order is about; decides copies, signatures and clocks.
    Kind {
        /// A household's repair (R6, R18).
        Household = "household",
        /// Public facilities and areas (R8, R13, R14).
        Public = "public",
        /// Planned maintenance (R24).
        Maintenance = "maintenance",
        /// Work of another department: cleaning, security, greening.
        Service = "service",
    }
}

names! {
    /// Who keeps a copy of an order in the end (R10).
    CopyOwner { Desk = "desk", Department = "department", Customer = "customer" }
}

/// One copy (聯) of a kind's set (R10).
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CopyRule {
    /// The office's own name for it beside 第N聯, such as 存根; may be empty.
    pub label: String,
    pub owner: CopyOwner,
}

impl<'de> Deserialize<'de> for CopyRule {
    /// A copy with its label, or its owner alone, as the settings said before copies had labels.
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Owner(CopyOwner),
            Labelled { label: String, owner: CopyOwner },
        }
        Ok(match Written::deserialize(from)? {
            Written::Owner(owner) => Self::of(owner),
            Written::Labelled { label, owner } => Self { label, owner },
        })
    }
}

impl CopyRule {
    /// Longest label, in characters: it stands beside 第N聯 in the head of the form.
    pub const LABEL_MAX: usize = 12;

    fn of(owner: CopyOwner) -> Self {
        Self {
            label: String::new(),
            owner,
        }
    }
}

/// All settings of one version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Settings {
    pub office: Office,
    pub hours: Hours,
    pub numbers: Numbers,
    pub clocks: ClockRules,
    pub kinds: Kinds,
    pub follow_up: FollowUpRules,
    /// Minutes without a call after which a session locks; 0 never locks.
    pub idle_lock_minutes: u32,
}

/// The office as it stands on its forms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Office {
    pub name: String,
    pub phone: String,
    /// IANA time zone; day, numbers and clocks go by it.
    #[ts(type = "string")]
    pub zone: Tz,
}

/// When the service desk takes reports; outside, the monitoring centre does (R1). Equal hours mean a desk that never
/// closes; hours that end before they begin last past midnight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Hours {
    #[ts(type = "string")]
    pub desk_from: NaiveTime,
    #[ts(type = "string")]
    pub desk_to: NaiveTime,
}

/// Letters before request and order numbers, such as `PG` in `PG20261123-004`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Numbers {
    pub request_prefix: String,
    pub order_prefix: String,
}

/// Minutes that the clocks allow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClockRules {
    /// From intake to the department's notification (R7).
    pub notify: u32,
    /// From intake to the written order for public facilities (R8).
    pub write_public: u32,
    /// From 接單簽收 to arrival when urgent or as soon as possible (R9).
    pub arrive: u32,
    /// Arrival this long before an appointment (R9).
    pub before_appointment: u32,
}

/// Rules of each kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Kinds {
    pub household: KindRules,
    pub public: KindRules,
    pub maintenance: KindRules,
    pub service: KindRules,
}

/// What one kind of order needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KindRules {
    /// First copy first (R10).
    pub copies: Vec<CopyRule>,
    /// Whether the supervisor signs before copy 1 returns (R13).
    pub countersign: bool,
}

/// When a follow-up ends without an answer (R16).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FollowUpRules {
    pub unreached_tries: u32,
    pub unreached_days: u32,
}

impl Kinds {
    /// The rules of one kind.
    pub fn of(&self, kind: Kind) -> &KindRules {
        match kind {
            Kind::Household => &self.household,
            Kind::Public => &self.public,
            Kind::Maintenance => &self.maintenance,
            Kind::Service => &self.service,
        }
    }

    /// The rules of one kind, to be changed.
    pub fn of_mut(&mut self, kind: Kind) -> &mut KindRules {
        match kind {
            Kind::Household => &mut self.household,
            Kind::Public => &mut self.public,
            Kind::Maintenance => &mut self.maintenance,
            Kind::Service => &mut self.service,
        }
    }
}

impl Hours {
    /// Whether the desk is open at this time of day.
    pub fn open_at(&self, time: NaiveTime) -> bool {
        if self.past_midnight() {
            time >= self.desk_from || time < self.desk_to
        } else {
            (self.desk_from..self.desk_to).contains(&time)
        }
    }

    /// When the desk's day is over, on the wall clock. A desk that never closes ends its day where it begins the next.
    pub fn closing(&self, day: NaiveDate) -> NaiveDateTime {
        let over = if self.past_midnight() {
            day + Days::new(1)
        } else {
            day
        };
        over.and_time(self.desk_to)
    }

    /// The desk's day that a moment on the wall clock belongs to: after closing it is the next.
    pub fn day_of(&self, local: NaiveDateTime) -> NaiveDate {
        let date = local.date();
        if local >= self.closing(date) {
            date + Days::new(1)
        } else if local < self.closing(date - Days::new(1)) {
            date - Days::new(1)
        } else {
            date
        }
    }

    fn past_midnight(&self) -> bool {
        self.desk_to <= self.desk_from
    }
}

impl Settings {
    /// The defaults of the procedures, for an office that has decided nothing else.
    pub fn of_new_office(name: String, zone: Tz) -> Self {
        use CopyOwner::{Customer, Department, Desk};
        let rules = |countersign| KindRules {
            copies: [Desk, Department, Customer].map(CopyRule::of).into(),
            countersign,
        };
        let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap_or_default();
        Self {
            office: Office {
                name,
                phone: String::new(),
                zone,
            },
            hours: Hours {
                desk_from: hour(8),
                desk_to: hour(20),
            },
            numbers: Numbers {
                request_prefix: "BX".into(),
                order_prefix: "PG".into(),
            },
            clocks: ClockRules {
                notify: 5,
                write_public: 3,
                arrive: 15,
                before_appointment: 5,
            },
            kinds: Kinds {
                household: rules(false),
                public: rules(true),
                maintenance: rules(true),
                service: rules(false),
            },
            follow_up: FollowUpRules {
                unreached_tries: 3,
                unreached_days: 2,
            },
            idle_lock_minutes: 15,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn settings_of_before_the_labels_are_still_read() {
        let zone = chrono_tz::Asia::Taipei;
        let settings = Settings::of_new_office("幸福花園".into(), zone);
        let mut written = serde_json::json!(settings);
        assert_eq!(written["kinds"]["household"]["copies"][1]["label"], "");
        for kind in Kind::ALL {
            written["kinds"][kind.as_str()]["copies"] =
                serde_json::json!(["desk", "department", "customer"]);
        }
        assert_eq!(
            serde_json::from_value::<Settings>(written).unwrap(),
            settings
        );
    }

    #[test]
    fn hours_by_day_past_midnight_and_round_the_clock() {
        for (from, to, open, shut, closing) in [
            (8, 20, &[8, 19][..], &[7, 20, 0][..], "2026-11-23 20:00"),
            (8, 2, &[8, 23, 0, 1], &[2, 7], "2026-11-24 02:00"),
            (0, 0, &[0, 3, 8, 23], &[], "2026-11-24 00:00"),
            (8, 8, &[0, 7, 8, 23], &[], "2026-11-24 08:00"),
        ] {
            let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            let hours = Hours {
                desk_from: hour(from),
                desk_to: hour(to),
            };
            let day = at("2026-11-23 00:00").date();
            for (times, is_open) in [(open, true), (shut, false)] {
                for time in times {
                    assert_eq!(hours.open_at(hour(*time)), is_open, "{from}-{to} at {time}");
                }
            }
            let end = hours.closing(day);
            assert_eq!(end, at(closing), "{from}-{to}");
            let minute = chrono::Duration::minutes(1);
            assert_eq!(hours.day_of(end - minute), day, "{from}-{to}");
            assert_eq!(hours.day_of(end), day + Days::new(1), "{from}-{to}");
        }
    }
}
