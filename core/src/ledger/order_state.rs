//! Where an order can stand and what can happen to it; `orders/state.rs` holds the machine.

use crate::ledger::column::stored_as_text;
use crate::names::names;

names! {
    /// Where an order stands.
    OrderState {
        Issued = "issued",
        Accepted = "accepted",
        OnSite = "on_site",
        Waiting = "waiting",
        Finished = "finished",
        Confirmed = "confirmed",
        Signed = "signed",
        Coordinated = "coordinated",
        Returned = "returned",
        /// 完單存檔.
        Archived = "archived",
        /// 再次派單: the chain goes on with the next order.
        Redispatched = "redispatched",
        /// 特殊情況存檔.
        Exempted = "exempted",
        /// 未能聯繫.
        Unreached = "unreached",
        Declined = "declined",
        /// 作廢.
        Voided = "voided",
        Withdrawn = "withdrawn",
    }
}

names! {
    /// What can happen to an order.
    OrderStep {
        Issue = "issue",
        Notify = "notify",
        Accept = "accept",
        Arrive = "arrive",
        Amend = "amend",
        Agree = "agree",
        Finish = "finish",
        Confirm = "confirm",
        Countersign = "countersign",
        Return = "return",
        FollowUp = "follow_up",
        Reject = "reject",
        Decline = "decline",
        Transfer = "transfer",
        Reassign = "reassign",
        Pause = "pause",
        Resume = "resume",
        Coordinate = "coordinate",
        Conclude = "conclude",
        CloseUnreached = "close_unreached",
        Exempt = "exempt",
        Void = "void",
        Withdraw = "withdraw",
        /// Danger was noticed: nobody waits for the appointment any more; noticing it does this (R19).
        Hurry = "hurry",
    }
}

names! {
    /// What the requester said when called back (R15, R16).
    FollowUpOutcome {
        Satisfied = "satisfied",
        Mostly = "mostly",
        NotSatisfied = "not_satisfied",
        NotReached = "not_reached",
    }
}

stored_as_text!(OrderState, OrderStep, FollowUpOutcome);

impl OrderState {
    /// Whether the order's life is over.
    pub fn is_final(self) -> bool {
        use OrderState::*;
        matches!(
            self,
            Archived | Redispatched | Exempted | Unreached | Declined | Voided | Withdrawn
        )
    }

    /// States in which an order still needs someone.
    pub const OPEN: &'static [OrderState] = &[
        Self::Issued,
        Self::Accepted,
        Self::OnSite,
        Self::Waiting,
        Self::Finished,
        Self::Confirmed,
        Self::Signed,
        Self::Coordinated,
        Self::Returned,
    ];
}
