//! From the start to the sign-in page, from the password to the workbench, and memory at rest.

use std::time::{Duration, Instant};

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_benches::effort::Effort;
use repair_benches::figures::{Times, line, met, ms, table};
use repair_core::error::Result;
use repair_core::people::secret::Chosen;
use repair_core::text::{Locale, text};
use repair_demo::player::PASSWORD;
use repair_tests::window::Window;

use crate::{STARTS, Stage};

/// Who signs in: a clerk of the generated office, whose day this is about.
pub const LOGIN: &str = "clerk1";

/// Idle time before memory is looked at.
const REST: Duration = Duration::from_secs(10);

/// Windows of each kind whose memory is looked at.
const MEMORIES: usize = 3;

/// When the page first painted words, in milliseconds since 1970. The program paints none before the sign-in page.
const PAINTED: &str = "const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint ? performance.timeOrigin + paint.startTime : null;";

pub fn measure(stage: &Stage, effort: Effort) -> Result<()> {
    let starts = effort.tries(STARTS);
    let (mut empty, mut program, mut signed_in) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..starts {
        empty.push(started(&stage.empty()));
        let window = stage.program();
        program.push(started(&window));
        signed_in.push(sign_in(&window));
    }
    let (empty, program) = (Times::new(empty), Times::new(program));
    let (signed_in, hashed) = (Times::new(signed_in), hashing(starts)?);
    let (empty_memory, memory) = memories(stage, effort);

    table(
        "The window",
        &["", "median", "p99", "empty window", "aim", ""],
    );
    let aim = empty.median().mul_f64(1.3);
    line(&[
        "start to sign-in painted",
        &ms(program.median()),
        &ms(program.p99()),
        &ms(empty.median()),
        &format!("1.3 × empty: {}", ms(aim)),
        met(program.median() <= aim),
    ]);
    let aim = hashed.median() + Duration::from_millis(150);
    line(&[
        "password to workbench painted",
        &ms(signed_in.median()),
        &ms(signed_in.p99()),
        "",
        &format!("argon2id {} + 150 ms", ms(hashed.median())),
        met(signed_in.median() <= aim),
    ]);
    let mb = |bytes: u64| format!("{} MB", bytes >> 20);
    line(&[
        "memory (PSS) of the process, idle 10 s after sign-in",
        &mb(memory),
        "",
        &mb(empty_memory),
        "60 MB above",
        met(memory.saturating_sub(empty_memory) <= 60 << 20),
    ]);
    Ok(())
}

/// From the start of the process to the first words on the page.
fn started(window: &Window) -> Duration {
    let mut painted = None;
    window.until("words are painted", |w| {
        painted = w.script(PAINTED).as_f64();
        painted.is_some()
    });
    let took = painted.unwrap_or_default() - window.program().started_at();
    Duration::from_secs_f64(took.max(0.0) / 1000.0)
}

/// Signs in by keyboard; from the last key to the painted workbench.
pub fn sign_in(window: &Window) -> Duration {
    let word = |key| text(Locale::ZhHant, key, &[]);
    window.fill(&word("ui-login"), LOGIN);
    window.fill(&word("ui-password"), PASSWORD);
    window.script(include_str!("entered.js"));
    window.press("Enter");
    // Nothing is asked of the page meanwhile: it has work of its own.
    std::thread::sleep(Duration::from_secs(1));
    let mut took = None;
    window.until("the workbench", |w| {
        took = w.script("return window.entered").as_f64();
        took.is_some()
    });
    Duration::from_secs_f64(took.unwrap_or_default() / 1000.0)
}

/// What argon2id alone needs for a password.
fn hashing(times: usize) -> Result<Times> {
    let mut rng = StdRng::seed_from_u64(6);
    let mut all = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        Chosen::from(PASSWORD).hash(&mut rng)?;
        all.push(begun.elapsed());
    }
    Ok(Times::new(all))
}

/// Medians of the empty window's memory and of the program's, in bytes.
fn memories(stage: &Stage, effort: Effort) -> (u64, u64) {
    let windows = effort.tries(MEMORIES);
    let rest = if effort.short() { Duration::ZERO } else { REST };
    let (mut empty, mut program) = (Vec::new(), Vec::new());
    for _ in 0..windows {
        empty.push(at_rest(&stage.empty(), rest));
        let window = stage.program();
        sign_in(&window);
        program.push(at_rest(&window, rest));
    }
    empty.sort_unstable();
    program.sort_unstable();
    (empty[windows / 2], program[windows / 2])
}

fn at_rest(window: &Window, rest: Duration) -> u64 {
    std::thread::sleep(rest);
    window.program().memory()
}
