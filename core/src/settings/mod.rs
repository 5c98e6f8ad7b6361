//! The office's rules: hours, numbers, clocks, copies and signatures. They change by approval, with a day from when
//! they hold (R35); every version stays.

pub mod change;
pub mod show;

use chrono::NaiveTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ledger::column::names;

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

/// When the service desk takes reports; outside, the monitoring centre does (R1).
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
    /// One entry per copy, first copy first (R10).
    pub copies: Vec<CopyOwner>,
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
}

impl Settings {
    /// The defaults of the procedures, for an office that has decided nothing else.
    pub fn of_new_office(name: String, zone: Tz) -> Self {
        use CopyOwner::{Customer, Department, Desk};
        let rules = |countersign| KindRules {
            copies: vec![Desk, Department, Customer],
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
