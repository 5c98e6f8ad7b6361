//! A small office on a real encrypted file, and `repairctl` beside it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{SystemTime, UNIX_EPOCH};

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::Moment;
use repair_core::desk::Desk;
use repair_core::ledger::people::DepartmentKind;
use repair_core::ledger::{Key, Ledger};
use repair_core::office::Role;
use repair_core::people::session::SignIn;
use repair_core::people::set_up::{Administrator, NewDepartment, SetUp};

pub const PASSWORD: &str = "a long password";

/// This moment, by the clock that `repairctl` goes by as well.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap())
}

/// Makes an office at `folder/office.ledger` with its key file, and opens it.
pub fn open_in(folder: &Path) -> Desk {
    open_at(folder, now())
}

/// The same, set up at that moment.
pub fn open_at(folder: &Path, set_up_at: Moment) -> Desk {
    let mut rng = StdRng::seed_from_u64(11);
    let key = Key::random(&mut rng);
    std::fs::write(folder.join("office.key"), key.to_hex()).unwrap();
    let ledger = Ledger::create(&folder.join("office.ledger"), key, &mut rng).unwrap();
    let desk = Desk::new(ledger, [3; 32]).unwrap();
    let department = |name: &str, kind| NewDepartment {
        name: name.into(),
        kind,
        phone: None,
    };
    let set_up = SetUp {
        office: "錦繡園物業服務中心".into(),
        zone: "Asia/Taipei".into(),
        departments: vec![
            department("客戶服務中心", DepartmentKind::Desk),
            department("工程維修部", DepartmentKind::Engineering),
        ],
        administrator: Administrator {
            name: "單小明".into(),
            login: "ming".into(),
            password: PASSWORD.into(),
            roles: vec![Role::Manager],
        },
    };
    desk.call(None, set_up_at, set_up).unwrap();
    desk
}

pub fn sign_in(desk: &Desk) -> String {
    let verb = SignIn {
        login: "ming".into(),
        password: PASSWORD.into(),
    };
    desk.call(None, now(), verb).unwrap().value.token
}

/// An office that nobody has open.
pub struct Office {
    pub dir: tempfile::TempDir,
}

impl Office {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        open_in(dir.path());
        Self { dir }
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().join("office.ledger")
    }

    pub fn key(&self) -> Key {
        let text = std::fs::read_to_string(self.dir.path().join("office.key")).unwrap();
        Key::from_hex(&text).unwrap()
    }

    /// Runs `repairctl` on the office's ledger.
    pub fn ctl(&self, args: &[&str]) -> Output {
        ctl(&self.path(), args)
    }

    /// Makes a backup by the terminal and returns its path.
    pub fn back_up(&self) -> PathBuf {
        let folder = self.dir.path().join("safe");
        std::fs::create_dir_all(&folder).unwrap();
        let to = folder.display().to_string();
        let made = self.ctl(&["backup", "--as", "ming", "--to", &to]);
        assert!(made.status.success(), "{}", said(&made));
        let files = std::fs::read_dir(folder).unwrap();
        files
            .map(|e| e.unwrap().path())
            .find(|p| p.extension().is_some_and(|e| e == "backup"))
            .unwrap()
    }
}

/// Runs `repairctl` on the ledger at `path`.
pub fn ctl(path: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_repairctl"))
        .args(args)
        .env("REPAIR_LEDGER", path)
        .env("REPAIR_PASSWORD", PASSWORD)
        .env_remove("REPAIR_LANG")
        .env_remove("REPAIR_KEY_FILE")
        .output()
        .unwrap()
}

/// All that was said.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Asserts that it failed with this code, and that its sentence in the first language was said.
pub fn refused(output: &Output, code: &str, sentence: &str) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("[{code}")), "{code}: {said}");
    assert!(said.contains(sentence), "{sentence}: {said}");
}
