//! The doubts of a price list in a real window: each is answered by one key, and those of a kind by one more (R18).

use repair_tests::window::target;
use serde_json::{Value, json};

use crate::book::Book;
use crate::office::{Seat, demo};

/// Thirty rows, ten of them with doubts: six remarks of money, three of the night, and a price that nobody can read.
fn list() -> String {
    let mut rows = vec!["編號,類別,項目,單位,價格,備註".to_owned()];
    for n in 1..=30 {
        let (price, remark) = match n {
            3 | 7 | 11 | 15 | 19 | 23 => ("80元", format!("第{n}次起打折")),
            5 | 13 | 21 => ("60元", "夜間加收30元".to_owned()),
            27 => ("約50元", String::new()),
            9 => ("45元", "需提前預約".to_owned()),
            _ => ("40元", String::new()),
        };
        rows.push(format!("{n},水電,項目{n},個,{price},{remark}"));
    }
    rows.join("\n")
}

#[test]
fn thirty_rows_with_ten_doubts_come_in_by_a_few_keys() {
    let home = demo();
    let file = home.desk().join("價目表.csv");
    std::fs::write(&file, list()).unwrap();
    let desk = Seat::take(&home, "manager");
    desk.window.size(1280, 800);
    desk.window.go("fees");
    desk.window.push("button", &desk.word("fees-draft-empty"));
    desk.window.until("the draft asks", |w| w.dialogs() == 1);
    desk.fill("fees-version", "二〇二六年版");
    desk.window.press("Ctrl+Enter");
    desk.sees("fees-no-items");
    desk.window.push("link", &desk.word("fees-tab-import"));
    home.answer_dialog(&file);
    desk.window
        .script("window.struck = 0; addEventListener('keydown', () => window.struck++, true);");
    desk.window.push("button", &desk.word("fees-choose-file"));
    let asked = |n: i64, of: i64| desk.words("fees-doubt", &[("n", n.into()), ("of", of.into())]);
    // The question has the keyboard, without a Tab.
    desk.window
        .until("the first doubt", |w| w.focused().contains(&asked(1, 10)));
    let struck = || {
        desk.window
            .script("return window.struck;")
            .as_u64()
            .unwrap()
    };
    let asked_after = struck();
    desk.window.shot(&target("e2e").join("price-doubts.png"));
    let answers = |n: i64, key: &str, left: i64| {
        desk.window.press(key);
        if left > 0 {
            desk.window.see(&asked(n, left));
        }
    };
    answers(1, "1", 9);
    // Another row in between has another doubt; those alike are answered at once.
    answers(1, "4", 4);
    answers(1, "2", 3);
    // Taken back: the price may be taken and the words kept.
    answers(1, "0", 4);
    answers(1, "1", 3);
    answers(1, "4", 1);
    answers(1, "2", 0);
    let take = desk.words("fees-import-take", &[("n", 29.into())]);
    desk.window.until("the import has the keyboard", |w| {
        w.focused().contains(&take)
    });
    desk.window
        .shot(&target("e2e").join("price-doubts-done.png"));
    desk.window.press("Enter");
    desk.window.until("the items came in", |w| {
        w.has(
            "button",
            &desk.words("fees-open-n", &[("what", "項目1".into())]),
        )
    });
    // Of the keys after the first doubt two took an answer back; the others lead to the file.
    let all = struck();
    assert!(
        all - asked_after <= 8 && all <= 20,
        "{asked_after} and {all} keys"
    );
    drop(desk);

    let drafts = Book::of(&home).call("fees.list", json!({}));
    let draft = drafts
        .as_array()
        .unwrap()
        .iter()
        .find(|version| version["schedule"]["name"] == "二〇二六年版")
        .unwrap_or_else(|| panic!("{drafts}"));
    let shown = Book::of(&home).call("fees.show", json!({ "schedule": draft["schedule"]["id"] }));
    let items: Vec<&Value> = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["item"])
        .collect();
    assert_eq!(items.len(), 29);
    let noted: Vec<&str> = items
        .iter()
        .filter(|item| item["noted"] == true)
        .map(|item| item["remarks"].as_str().unwrap())
        .collect();
    assert_eq!(noted.len(), 10);
    assert_eq!(noted[..3], ["第3次起打折", "夜間加收30元", "第7次起打折"]);
    assert!(items.iter().all(|item| item["code"] != "27"));
}
