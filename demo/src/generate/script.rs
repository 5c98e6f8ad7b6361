//! How an order's life goes: which steps, how long between them, drawn as an office's book shows them.

use rand::RngExt;
use rand::rngs::StdRng;
use repair_core::ledger::order_state::FollowUpOutcome;
use repair_core::ledger::orders::{Evaluation, LateReason};
use repair_core::office::Kind;
use repair_core::orders::step::Late;

/// What happens next to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Record,
    Answer,
    Issue,
    Notify,
    Accept,
    Arrive,
    PauseForParts,
    PauseNobodyHome,
    Resume,
    Amend,
    Finish,
    Confirm,
    Reject,
    Countersign,
    Return,
    /// Paper comes back and is booked in from 簽收 to return.
    BookIn,
    FollowUp(FollowUpOutcome),
    Void,
    Withdraw,
    Decline,
    CloseUnreached,
    Exempt,
    /// The requester hears how it ended.
    Tell,
    /// After its order was voided.
    WithdrawRequest,
}

/// Share of calls by hour of the day, from midnight.
const HOURS: [u32; 24] = [
    3, 2, 1, 1, 1, 3, 10, 28, 62, 80, 76, 58, 34, 46, 66, 64, 58, 52, 48, 46, 38, 26, 14, 7,
];

/// Minute of the day at which a call comes.
pub fn minute_of_call(rng: &mut StdRng) -> u32 {
    let mut at = rng.random_range(0..HOURS.iter().sum::<u32>());
    let mut hour = 0;
    for share in HOURS {
        if at < share {
            break;
        }
        at -= share;
        hour += 1;
    }
    hour.min(23) * 60 + rng.random_range(0..60)
}

/// Steps after the request was recorded, each with the minutes since the step before.
pub fn first_order(kind: Kind, rng: &mut StdRng) -> Vec<(i64, Act)> {
    if rng.random_range(0..100) < 3 {
        return vec![(rng.random_range(1..6), Act::Answer)];
    }
    let mut script = vec![(quick(rng, 3), Act::Issue), (quick(rng, 3), Act::Notify)];
    script.extend(work(kind, rng));
    script
}

/// Steps of the next order of a chain, which is already issued.
pub fn next_order(rng: &mut StdRng) -> Vec<(i64, Act)> {
    let mut script = vec![
        (quick(rng, 4), Act::Notify),
        (rng.random_range(90..1600), Act::BookIn),
    ];
    script.push(call_back(rng));
    script
}

/// From 簽收 to the end: most come back as paper and are booked in.
fn work(kind: Kind, rng: &mut StdRng) -> Vec<(i64, Act)> {
    let drawn = rng.random_range(0..1000);
    let accept = (rng.random_range(4..40), Act::Accept);
    let arrive = (rng.random_range(5..18), Act::Arrive);
    match drawn {
        0..12 => vec![(rng.random_range(5..60), Act::Void)],
        12..22 => vec![accept, (rng.random_range(5..60), Act::Withdraw)],
        22..34 => vec![accept, arrive, (rng.random_range(5..30), Act::Decline)],
        34..64 => {
            let (pause, days) = if rng.random_bool(0.5) {
                (Act::PauseForParts, rng.random_range(2..5))
            } else {
                (Act::PauseNobodyHome, 1)
            };
            let mut script = vec![accept, arrive, (rng.random_range(8..30), pause)];
            script.push((days * 1440 - rng.random_range(10..60), Act::Resume));
            script.push((rng.random_range(5..20), Act::Arrive));
            script.extend(finished(kind, rng));
            script
        }
        64..160 => {
            let mut script = vec![accept, arrive];
            script.extend(finished(kind, rng));
            script
        }
        _ => vec![(rng.random_range(60..480), Act::BookIn), call_back(rng)],
    }
}

/// From the work on site to the call back, entered step by step.
fn finished(kind: Kind, rng: &mut StdRng) -> Vec<(i64, Act)> {
    let mut script = Vec::new();
    if rng.random_bool(0.15) {
        script.push((rng.random_range(4..12), Act::Amend));
    }
    let done = |rng: &mut StdRng| {
        let minutes = rng.random_range(10..120);
        [
            (minutes, Act::Finish),
            (rng.random_range(2..10), Act::Confirm),
        ]
    };
    script.extend(done(rng));
    // As a new office's settings have it (R13).
    if matches!(kind, Kind::Public | Kind::Maintenance) {
        if rng.random_bool(0.03) {
            script.extend([(30, Act::Reject), (rng.random_range(5..14), Act::Arrive)]);
            script.extend(done(rng));
        }
        script.push((rng.random_range(5..60), Act::Countersign));
    }
    script.push((rng.random_range(5..90), Act::Return));
    script.push(call_back(rng));
    script
}

/// Most calls are made the same day, some the next.
fn call_back(rng: &mut StdRng) -> (i64, Act) {
    let minutes = if rng.random_bool(0.85) {
        rng.random_range(30..240)
    } else {
        rng.random_range(700..1500)
    };
    (minutes, Act::FollowUp(outcome(rng)))
}

fn outcome(rng: &mut StdRng) -> FollowUpOutcome {
    match rng.random_range(0..1000) {
        0..28 => FollowUpOutcome::NotSatisfied,
        28..88 => FollowUpOutcome::NotReached,
        88..190 => FollowUpOutcome::Mostly,
        _ => FollowUpOutcome::Satisfied,
    }
}

/// After an unanswered call: when it is tried again, and what comes of it.
pub fn call_again(rng: &mut StdRng) -> (i64, Act) {
    (rng.random_range(120..1400), Act::FollowUp(outcome(rng)))
}

/// Mostly within `usual` minutes, now and then late.
fn quick(rng: &mut StdRng, usual: i64) -> i64 {
    if rng.random_bool(0.93) {
        rng.random_range(0..usual)
    } else {
        rng.random_range(usual..25)
    }
}

/// The reason that is given should a step be late; one in ten stays open.
pub fn late(rng: &mut StdRng) -> Option<Late> {
    let at = rng.random_range(0..LateReason::ALL.len());
    let reason = LateReason::ALL.get(at).copied()?;
    rng.random_bool(0.9).then_some(Late { reason, note: None })
}

/// How the requester evaluates.
pub fn evaluation(rng: &mut StdRng) -> Evaluation {
    match rng.random_range(0..100) {
        0..2 => Evaluation::NotSatisfied,
        2..14 => Evaluation::Mostly,
        _ => Evaluation::Satisfied,
    }
}
