//! Where a request can stand and what can happen to it; `requests/state.rs` holds the machine.

use crate::ledger::column::stored_as_text;
use crate::names::names;

names! {
    /// Where a request stands.
    RequestState {
        Recorded = "recorded",
        /// 待約: no crew at the wished time.
        WaitingCrew = "waiting_crew",
        InReview = "in_review",
        Confirming = "confirming",
        Ordered = "ordered",
        Ended = "ended",
    }
}

names! {
    /// How a request ended.
    RequestEnding {
        Answered = "answered",
        Done = "done",
        Exempt = "exempt",
        Declined = "declined",
        QuoteRefused = "quote_refused",
        Infeasible = "infeasible",
        HelpedElsewhere = "helped_elsewhere",
        Coordinated = "coordinated",
        Defect = "defect",
        Joined = "joined",
        Withdrawn = "withdrawn",
        Unreached = "unreached",
    }
}

names! {
    /// What can happen to a request.
    RequestStep {
        Answer = "answer",
        /// The desk supervisor is asked (R5).
        Ask = "ask",
        Reply = "reply",
        /// Another department or outside party is contacted for the requester (R5).
        Contact = "contact",
        Help = "help",
        WaitCrew = "wait_crew",
        Arrange = "arrange",
        Review = "review",
        Feasible = "feasible",
        Infeasible = "infeasible",
        Consent = "consent",
        RefuseQuote = "refuse_quote",
        AskDefect = "ask_defect",
        Defect = "defect",
        NotDefect = "not_defect",
        /// Danger noticed after the call: nothing that is still asked holds the crew back (R19).
        Danger = "danger",
        Order = "order",
        /// Its order was voided; the void itself does this.
        Reopen = "reopen",
        Coordinate = "coordinate",
        Join = "join",
        Withdraw = "withdraw",
        Unreached = "unreached",
        /// The requester is told what came of it (R42).
        Tell = "tell",
    }
}

stored_as_text!(RequestState, RequestEnding, RequestStep);
