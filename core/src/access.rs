//! Who may do what: the whole policy in one table.

use serde::Serialize;
use ts_rs::TS;

use crate::ids::{DepartmentId, PersonId};
use crate::names::names;
use crate::office::Role;

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
        /// Correct a recorded word.
        CorrectRecord = "correct_record",
        /// Correct a fact that clocks, rights or figures follow from, such as the time of a step (R36).
        CorrectFact = "correct_fact",
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
        /// Go on where a time lies out of order: the computer's, or one that somebody types.
        AnswerForTime = "answer_for_time",
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
        A::CorrectFact => &[Sup, Mgr],
        A::Export => &[Sup, Head, Mgr],
        A::BackUp => &[Sup, Mgr, Adm],
        A::SeeAudit => &[Mgr, Adm],
        A::EditFees => &[Sup, Head, Mgr, Adm],
        A::PublishFees => &[Mgr],
        A::SeeMoney => &[Clerk, Sup, Mon, Head, Cas, Mgr],
        A::TakeMoney => &[Clerk, Sup, Mon, Cas],
        A::KeepMoney => &[Sup, Cas, Mgr],
        A::WaiveFee => &[Sup, Mgr],
        A::AnswerForTime => &[Sup, Mgr, Adm],
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

/// The signed-in person: own roles, and those of everyone he or she stands in for today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Who {
    pub id: PersonId,
    pub name: String,
    pub department_id: DepartmentId,
    pub roles: Vec<Role>,
    /// Those for whom this person is the named deputy today (R13).
    pub stands_in_for: Vec<PersonId>,
    /// Rights that follow from the roles, for the screen to show what can be done; the door still checks.
    pub rights: Vec<Action>,
}

impl Who {
    /// The person with every right that follows from the roles.
    pub fn new(
        id: PersonId,
        name: String,
        department_id: DepartmentId,
        mut roles: Vec<Role>,
        stands_in_for: Vec<PersonId>,
    ) -> Self {
        roles.sort_unstable();
        roles.dedup();
        let mut who = Self {
            id,
            name,
            department_id,
            roles,
            stands_in_for,
            rights: Vec::new(),
        };
        let held = |action: &Action| may(Some(&who), *action);
        who.rights = Action::ALL.iter().copied().filter(held).collect();
        who
    }

    /// Whether the person holds the role, by himself or as a deputy.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
