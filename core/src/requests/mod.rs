//! Reports and repair requests (報事報修): one file per verb or pair of verbs, the machine in [`state`].

pub mod answer;
pub mod contact;
pub mod coordinate;
pub mod correct;
pub mod crew;
pub mod danger;
pub mod defect;
pub mod estimate;
pub mod join;
pub mod left;
pub mod list;
pub mod night;
pub mod record;
pub mod register;
pub mod review;
pub mod show;
pub mod state;
pub mod step;
pub mod tell;
pub mod withdraw;
pub mod words;
