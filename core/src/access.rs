//! Who may do what: the whole policy in one table.

use crate::ledger::column::names;
use crate::people::who::Who;

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
    /// A right that a verb needs.
    Action {
        /// Open to all, before anyone is signed in: setup and sign-in.
        Enter = "enter",
        /// Any signed-in person: own session, own PIN, shared lists.
        BeHere = "be_here",
        ManagePeople = "manage_people",
        ChangeSettings = "change_settings",
        ManagePlaces = "manage_places",
        SeePlaces = "see_places",
        /// See residents' phones and full names unmasked (R39).
        RevealContact = "reveal_contact",
        SeeRequests = "see_requests",
        RecordRequest = "record_request",
        HandleRequest = "handle_request",
        /// Take the night's entries over in the morning (R1).
        TakeOver = "take_over",
        /// Close a request or order that only the desk supervisor may close.
        SuperviseDesk = "supervise_desk",
        SeeOrders = "see_orders",
        IssueOrder = "issue_order",
        NotifyOrder = "notify_order",
        AcceptOrder = "accept_order",
        /// Arrival, real item, fee agreed, finish, decline, pause: the work as it went.
        RecordWork = "record_work",
        /// Send an order to another department or worker.
        SteerOrder = "steer_order",
        ConfirmOrder = "confirm_order",
        Countersign = "countersign",
        ReturnOrder = "return_order",
        FollowUp = "follow_up",
        Exempt = "exempt",
        VoidOrder = "void_order",
        MoveCopies = "move_copies",
        PrintForms = "print_forms",
        CorrectRecord = "correct_record",
        Export = "export",
        BackUp = "back_up",
        Restore = "restore",
        SeeAudit = "see_audit",
        /// Make and edit drafts of the fee schedule, import price lists.
        EditFees = "edit_fees",
        /// Publish a version of the fee schedule that was approved (R35).
        PublishFees = "publish_fees",
        /// See what was paid, what is owed and what is to be handed over.
        SeeMoney = "see_money",
        /// Take payments.
        TakeMoney = "take_money",
        /// Give money back, leave an amount on account (掛賬), receive takings.
        KeepMoney = "keep_money",
        /// Let the office go without an amount.
        WaiveFee = "waive_fee",
    }
}

use Role::{
    Administrator as Adm, Cashier as Cas, Clerk, DepartmentHead as Head, DeskSupervisor as Sup,
    Foreman as Frm, Manager as Mgr, Monitor as Mon, WaterPowerEngineer as Eng, Worker as Wrk,
};

/// Roles that hold the right. `Enter` and `BeHere` are not in the table: they need no role.
pub fn holders(action: Action) -> &'static [Role] {
    use Action as A;
    match action {
        A::Enter | A::BeHere => Role::ALL,
        A::ManagePeople | A::Restore => &[Adm],
        A::ChangeSettings => &[Mgr, Adm],
        A::ManagePlaces => &[Clerk, Sup, Mgr, Adm],
        A::SeePlaces => &[Clerk, Sup, Mon, Frm, Head, Eng, Cas, Mgr, Adm],
        A::RevealContact => &[Clerk, Sup, Mon, Frm, Head, Mgr],
        A::SeeRequests => &[Clerk, Sup, Mon, Frm, Head, Eng, Cas, Mgr],
        A::RecordRequest | A::HandleRequest => &[Clerk, Sup, Mon],
        A::TakeOver => &[Clerk, Sup],
        A::SuperviseDesk => &[Sup, Mgr],
        A::SeeOrders => &[Clerk, Sup, Mon, Wrk, Frm, Head, Eng, Cas, Mgr],
        A::IssueOrder | A::NotifyOrder | A::ReturnOrder => &[Clerk, Sup, Mon],
        A::AcceptOrder | A::RecordWork | A::ConfirmOrder => &[Clerk, Sup, Mon, Wrk, Frm, Head],
        A::SteerOrder => &[Clerk, Sup, Mon, Frm, Head],
        A::Countersign => &[Clerk, Sup, Mon, Frm, Head],
        A::FollowUp => &[Clerk, Sup, Mon],
        A::Exempt => &[Sup, Mgr],
        A::VoidOrder => &[Clerk, Sup, Mon, Mgr],
        A::MoveCopies | A::PrintForms => &[Clerk, Sup, Mon, Frm, Head],
        A::CorrectRecord => &[Clerk, Sup, Mon, Mgr],
        A::Export => &[Sup, Head, Mgr],
        A::BackUp => &[Sup, Mgr, Adm],
        A::SeeAudit => &[Mgr, Adm],
        A::EditFees => &[Sup, Head, Mgr, Adm],
        A::PublishFees => &[Mgr],
        A::SeeMoney => &[Clerk, Sup, Mon, Head, Cas, Mgr],
        A::TakeMoney => &[Clerk, Sup, Mon, Cas],
        A::KeepMoney => &[Sup, Cas, Mgr],
        A::WaiveFee => &[Sup, Mgr],
    }
}

/// Whether this person (nobody, when not signed in) may do it. Roles of those whom the person stands in for count.
pub fn may(who: Option<&Who>, action: Action) -> bool {
    match (action, who) {
        (Action::Enter, _) => true,
        (_, None) => false,
        (Action::BeHere, Some(_)) => true,
        (_, Some(who)) => who.roles.iter().any(|role| holders(action).contains(role)),
    }
}
