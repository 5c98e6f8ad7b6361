//! What a repair costs, worked out from the schedule in force and kept (R18–R22): an estimate at the desk, the plan of
//! a review, the reported items of an order, the actual ones on site.

pub mod another_time;
pub mod estimate;
pub mod paper;
pub mod price;
pub mod print_estimate;
pub mod show;
pub mod work_out;
