//! A demo office: set up, peopled and lived in through the door alone, for newcomers, tests and benches.

pub mod generate;
pub mod lives;
pub mod office;
pub mod open_desk;
pub mod player;
pub mod refusals;
mod schedule;
mod steps;

use chrono_tz::Asia::Taipei;
use repair_core::desk::Desk;
use repair_core::error::Result;
use repair_core::moment::Moment;

use lives::Life;
use office::Office;
use open_desk::OpenDesk;
use player::Player;

/// What was played into a ledger.
pub struct Played<'d> {
    pub player: Player<'d>,
    pub office: Office,
    pub lives: Vec<Life>,
    pub open_desk: OpenDesk,
}

/// Makes a demo office in a new ledger: its people and places, lives that ended in the weeks before, and a desk in
/// full work at `now`. Everyone signs in with [`player::PASSWORD`] and signs with [`player::PIN`].
pub fn play(desk: &Desk, now: Moment) -> Result<Played<'_>> {
    let days = i64::try_from(lives::DAYS).unwrap_or(0);
    let mut player = Player::new(desk, Taipei, now.plus_minutes(-days * 24 * 60));
    let office = office::open(&mut player)?;
    schedule::open(&mut player)?;
    let lives = lives::play(&mut player, &office)?;
    player.set(now.plus_minutes(-open_desk::MINUTES));
    let open_desk = open_desk::play(&mut player, &office)?;
    Ok(Played {
        player,
        office,
        lives,
        open_desk,
    })
}
