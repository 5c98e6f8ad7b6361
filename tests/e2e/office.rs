//! A demo office in the home, and the ways its people begin.

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::Moment;
use repair_core::desk::Desk;
use repair_core::ledger::{Key, Ledger};
use repair_demo::player::PASSWORD;
use repair_tests::window::{Home, Window};

/// A home whose ledger holds the demo office, its lives played up to now.
pub fn demo() -> Home {
    let home = Home::empty();
    std::fs::create_dir_all(home.desk()).expect("a folder can be made");
    let mut rng = StdRng::seed_from_u64(11);
    let key = Key::random(&mut rng);
    let path = home.desk().join("office.ledger");
    std::fs::write(path.with_extension("key"), key.to_hex()).expect("the key can be kept");
    let ledger = Ledger::create(&path, key, &mut rng).expect("a ledger can be made");
    let desk = Desk::new(ledger, [11; 32]).expect("the door opens");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("the clock is set").as_millis();
    let now = Moment::from_millis(i64::try_from(now).expect("a time of our days"));
    repair_demo::play(&desk, now).expect("the demo office plays");
    home
}

/// Signs a person of the demo office in, in Traditional Chinese.
pub fn sign_in(window: &Window, login: &str) {
    window.see("登入名稱");
    window.fill("登入名稱", login);
    window.fill("密碼", PASSWORD);
    window.press("Enter");
    window.see("工作台");
}

/// Chooses an option of the select with that label.
pub fn choose(window: &Window, label: &str, option: &str) {
    window.focus(label);
    window.click("option", option);
}
