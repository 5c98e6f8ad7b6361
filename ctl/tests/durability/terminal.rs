//! The terminal's own words and ways.

use std::fs;

use repair_core::ledger::verify::Depth;

use crate::office::{Office, PASSWORD, ctl, now, open_at, open_in, refused, said, sign_in};

#[test]
fn verbs_are_listed_with_what_they_need_take_and_return() {
    let office = Office::new();
    let all = office.ctl(&["verbs"]);
    let all = said(&all);
    let line = all.lines().find(|l| l.starts_with("backup.now ")).unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(
        words[1..],
        ["writes", "back_up", "BackUpNow", "->", "BackedUp"]
    );
    let one = said(&office.ctl(&["verbs", "people.who_am_i"]));
    assert!(
        one.contains("reads") && one.contains("type Who = {"),
        "{one}"
    );
    refused(&office.ctl(&["verbs", "no.such"]), "bad-call", "no.such");
}

#[test]
fn a_call_prints_its_result_and_an_error_speaks_the_chosen_language() {
    let office = Office::new();
    let shown = office.ctl(&["call", "settings.show", "{}", "--as", "ming"]);
    assert!(
        said(&shown).contains("\"錦繡園物業服務中心\""),
        "{}",
        said(&shown)
    );
    for (lang, sentence) in [
        ("zh-Hant", "登入名稱或密碼不正確"),
        ("zh-Hans", "登录名或密码不正确"),
        ("en", "The name or the password is wrong"),
    ] {
        let wrong = office.ctl(&["--lang", lang, "call", "settings.show", "--as", "nobody"]);
        refused(&wrong, "wrong-password", sentence);
    }
    refused(
        &office.ctl(&["call", "settings.show"]),
        "sign-in-first",
        "尚未登入",
    );
    refused(
        &office.ctl(&["call", "settings.show", "{", "--as", "ming"]),
        "bad-call",
        "重新開啟程式",
    );
}

#[test]
fn beside_a_running_program_the_terminal_only_reads() {
    let dir = tempfile::tempdir().unwrap();
    let desk = open_in(dir.path());
    let path = dir.path().join("office.ledger");
    let acts = || {
        desk.ledger()
            .verify(Depth::Rows, &Default::default())
            .unwrap()
            .acts
    };
    let before = acts();
    let shown = ctl(&path, &["call", "settings.show", "--as", "ming"]);
    assert!(shown.status.success(), "{}", said(&shown));
    let verified = ctl(&path, &["verify", "--rows"]);
    assert!(verified.status.success(), "{}", said(&verified));
    let folder = dir.path().display().to_string();
    let ledger = path.display().to_string();
    for refusal in [
        ctl(&path, &["call", "people.lock", "--as", "ming"]),
        ctl(&path, &["backup", "--as", "ming", "--to", &folder]),
        ctl(&path, &["restore", &ledger, "--as", "ming"]),
    ] {
        refused(&refusal, "ledger-locked", "正由另一個程式使用中");
    }
    assert_eq!(acts(), before);
    sign_in(&desk);
    assert_eq!(acts(), before + 1);
}

#[test]
fn a_backup_is_made_checked_and_restored_from_the_terminal() {
    let office = Office::new();
    let backup = office.back_up();
    let verified = ctl(
        &backup,
        &[
            "--lang",
            "en",
            "verify",
            "--rows",
            "--key-file",
            &office.dir.path().join("office.key").display().to_string(),
        ],
    );
    assert!(
        said(&verified).contains("no faults found"),
        "{}",
        said(&verified)
    );
    let listing: Vec<_> = fs::read_dir(backup.parent().unwrap()).unwrap().collect();
    assert_eq!(listing.len(), 2, "checking leaves nothing beside a backup");

    fs::write(office.path(), "lost in a crash").unwrap();
    let file = backup.display().to_string();
    let restored = office.ctl(&["restore", &file, "--as", "ming"]);
    assert!(restored.status.success(), "{}", said(&restored));
    assert!(said(&restored).contains("原來的臺賬保留在"));
    let kept = fs::read_dir(office.dir.path())
        .unwrap()
        .map(|e| e.unwrap().path());
    let kept = kept.filter(|p| {
        p.display().to_string().contains(".replaced-") && p.extension().is_none_or(|e| e != "id")
    });
    assert_eq!(
        kept.map(|p| fs::read(p).unwrap()).collect::<Vec<_>>(),
        [b"lost in a crash"]
    );
    let verified = office.ctl(&["verify", "--rows"]);
    assert!(verified.status.success(), "{}", said(&verified));

    let gone = office.dir.path().join("gone").display().to_string();
    refused(
        &office.ctl(&["backup", "--as", "ming", "--to", &gone]),
        "backup-folder-gone",
        "找不到備份資料夾",
    );
    refused(
        &office.ctl(&["backup", "--as", "ming"]),
        "no-backup-folder",
        "還沒有選定備份資料夾",
    );
    refused(
        &office.ctl(&["restore", &gone, "--as", "ming"]),
        "not-a-backup",
        "不是這個程式的備份",
    );
}

#[test]
fn verify_ends_with_one_and_names_the_row_when_something_was_tampered_with() {
    use repair_core::ledger::file::{Use, connect};
    let office = Office::new();
    let conn = connect(&office.path(), &office.key(), Use::Desk).unwrap();
    conn.execute_batch("UPDATE person SET roles = '[\"clerk\"]'")
        .unwrap();
    drop(conn);
    assert!(
        office.ctl(&["verify"]).status.success(),
        "only the deep check sees it"
    );
    let found = office.ctl(&["verify", "--rows"]);
    assert_eq!(found.status.code(), Some(1));
    assert!(
        said(&found).contains("欄位與操作紀錄不符  person:1.roles"),
        "{}",
        said(&found)
    );
}

#[test]
fn a_kept_head_is_looked_for_by_verify() {
    let dir = tempfile::tempdir().unwrap();
    let desk = open_in(dir.path());
    let path = dir.path().join("office.ledger");
    let own = desk.ledger().id()[..8].to_owned();
    let report = desk.ledger().verify(Depth::Chain, &Default::default());
    let first = report.unwrap().head;
    sign_in(&desk);
    for kept in [format!("RD-{own}-1-{first}"), first[..16].to_owned()] {
        let found = ctl(&path, &["verify", "--head", &kept]);
        assert!(found.status.success(), "{}", said(&found));
        for part in [
            "第 1 筆操作（office.set_up）",
            "其後有 1 筆操作",
            "people.sign_in 1 筆",
        ] {
            assert!(said(&found).contains(part), "{part}: {}", said(&found));
        }
    }
    let other = "0".repeat(64);
    for (head, sentence) in [
        (
            format!("RD-{own}-9-{other}"),
            "第 9 筆操作，而這份臺賬只有 2 筆",
        ),
        (
            format!("RD-{own}-1-{other}"),
            "第 1 筆操作，與列印時的不是同一筆",
        ),
        (
            format!("RD-00000000-9-{other}"),
            "這是另一份臺賬（代號 00000000）",
        ),
        ("0123 4567 89ab cdef".to_owned(), "這份臺賬裡沒有這個校驗碼"),
    ] {
        let missed = ctl(&path, &["verify", "--head", &head]);
        assert_eq!(missed.status.code(), Some(1), "{}", said(&missed));
        assert!(said(&missed).contains(sentence), "{}", said(&missed));
    }
    for bad in ["", "PG20261123-004", "not a hash at all"] {
        let bad = ctl(&path, &["verify", "--head", bad]);
        refused(&bad, "not-a-head", "這不是校驗碼");
    }
}

#[test]
fn gaps_between_acts_are_listed_with_the_reason_for_going_on() {
    let dir = tempfile::tempdir().unwrap();
    let desk = open_at(dir.path(), now().plus_minutes(-20 * 24 * 60));
    let path = dir.path().join("office.ledger");
    drop(desk);
    let stopped = ctl(&path, &["call", "settings.show", "--as", "ming"]);
    refused(&stopped, "clock-ahead", "已超過一週");
    let answers = format!(
        r#"{{ "answers": {{ "login": "ming", "password": "{PASSWORD}", "reason": "春節休假" }} }}"#
    );
    let confirmed = ctl(&path, &["call", "clock.confirm", &answers]);
    assert!(confirmed.status.success(), "{}", said(&confirmed));
    let shown = ctl(&path, &["call", "settings.show", "--as", "ming"]);
    assert!(shown.status.success(), "{}", said(&shown));
    let listed = ctl(&path, &["verify", "--rows"]);
    assert!(listed.status.success(), "no fault: {}", said(&listed));
    for part in [
        "間隔超過一週  第 2 筆 clock.confirm",
        "原因：春節休假",
        "有 1 處不連續",
    ] {
        assert!(said(&listed).contains(part), "{part}: {}", said(&listed));
    }
}
