//! Reports and repair requests (報事報修): one file per verb or pair of verbs, the machine in [`state`].

pub mod answer;
pub mod contact;
pub mod coordinate;
pub mod correct;
pub mod crew;
pub mod defect;
pub mod join;
pub mod list;
pub mod record;
pub mod review;
pub mod seen;
pub mod show;
pub mod state;
pub mod step;
pub mod tell;
pub mod withdraw;
pub mod words;
