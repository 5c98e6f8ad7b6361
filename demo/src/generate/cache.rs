//! Large ledgers are made once for each schema and kept.

use std::path::Path;

use chrono::NaiveDate;
use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::error::{Error, Result};
use repair_core::ledger::{Key, Ledger, schema};

use super::{Size, generate};

/// The desk of a generated office, made in `dir` unless one of this schema, seed and size lies there already. Its key
/// follows from the seed: these ledgers hold nobody's data.
///
/// Errors: those of the files and of the verbs.
pub fn cached(
    dir: &Path,
    seed: u64,
    size: Size,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Desk> {
    let mut rng = StdRng::seed_from_u64(seed);
    let key = Key::random(&mut rng);
    let mut randomness = [0; 32];
    randomness[..8].copy_from_slice(&seed.to_le_bytes());
    let name = format!(
        "schema{}-seed{seed}-{}x{}-{first}-{last}",
        &schema::digest()[..8],
        size.buildings * size.floors * size.rooms_per_floor,
        size.requests
    );
    let home = dir.join(&name);
    let file = home.join("office.ledger");
    if file.exists() {
        return Desk::new(Ledger::open(&file, key)?, randomness);
    }
    // Made under another name, so that one broken off half-way is never taken for whole.
    let making = dir.join(format!("{name}.making"));
    if making.exists() {
        std::fs::remove_dir_all(&making).map_err(|e| Error::from(e).at(&making))?;
    }
    std::fs::create_dir_all(&making).map_err(|e| Error::from(e).at(&making))?;
    let ledger = Ledger::create(&making.join("office.ledger"), key.clone(), &mut rng)?;
    let desk = Desk::new(ledger, randomness)?;
    generate(&desk, seed, size, first, last)?;
    drop(desk);
    std::fs::rename(&making, &home).map_err(|e| Error::from(e).at(&home))?;
    Desk::new(Ledger::open(&file, key)?, randomness)
}
