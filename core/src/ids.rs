//! Typed row ids, so that an order is never taken for a request.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default,
                 serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// A person of the office who can sign in or sign.
    PersonId,
    /// A period in which one person stands in for another.
    DeputyId,
    /// A department of the office.
    DepartmentId,
    /// A community, building, unit, household, public area or facility.
    PlaceId,
    /// A resident of a household.
    ResidentId,
    /// Someone outside the office who can be asked for help.
    PartyId,
    /// A row of the register of calls and visits.
    CallId,
    /// A report or repair request.
    RequestId,
    /// An entry in a request's time line.
    RequestEntryId,
    /// A work order.
    OrderId,
    /// An entry in an order's time line.
    StepId,
    /// One copy (聯) of a work order.
    CopyId,
    /// A movement of a copy.
    CopyMoveId,
    /// A signature.
    SignatureId,
    /// A follow-up call.
    FollowUpId,
    /// A print of a form.
    PrintId,
    /// A correction of a recorded value.
    CorrectionId,
    /// The night's entries as the day desk took them over.
    HandoverId,
    /// A version of the fee schedule.
    FeeScheduleId,
    /// An item of a version of the fee schedule.
    FeeItemId,
    /// What a repair costs, as it was worked out once.
    QuoteId,
    /// Money taken, given back, waived or left on account.
    PaymentId,
    /// Takings handed over.
    TakingsId,
    /// A version of the office's settings.
    SettingsId,
    /// The choice of where backups go.
    BackupPlanId,
    /// A backup or restore, done or failed.
    BackupRunId,
    /// An act in the audit trail.
    ActId,
}
