//! Money of orders (R22): what is due, paid, given back, waived, left on account (掛賬), and handed over.

pub mod on_account;
pub mod pay;
pub mod print_receipt;
pub mod print_takings;
pub mod refund;
pub mod show;
pub mod take;
pub mod takings;
pub mod unpaid;
pub mod waive;
