//! The fee schedule in a real window: a price list comes in, the draft is edited in its grid, compared and published.

use serde_json::json;

use crate::book::Book;
use crate::office::{Seat, demo};

/// A list as an office writes it; row 4 of the sheet says nothing that can be charged by.
const LIST: &str = "編號,類別,項目,單位,人工費（元）,材料\n\
    1,給排水,更換水龍頭,個,20元/個,按市價\n\
    2,給排水,疏通下水道,次,30--80元,\n\
    3,電器,更換燈管,盞,視情況酌收,業主自購\n\
    4,電器,更換空氣開關,個,15,\n";

/// Nothing comes in while a row is open; what was typed in the grid is saved together; nobody publishes without an
/// approval, and after that nobody changes anything (R18, R35).
#[test]
fn a_price_list_becomes_the_fee_schedule_in_force() {
    let home = demo();
    let list = home.desk().join("價目表.csv");
    std::fs::write(&list, LIST).unwrap();
    let desk = Seat::take(&home, "manager");
    desk.window.size(1280, 800);
    desk.window.go("fees");
    desk.window.push("button", &desk.word("fees-draft-empty"));
    desk.window.until("the draft asks", |w| w.dialogs() == 1);
    desk.fill("fees-version", "二〇二六年版");
    desk.window.press("Ctrl+Enter");
    desk.sees("fees-no-items");
    desk.window.push("link", &desk.word("fees-tab-import"));
    home.answer_dialog(&list);
    desk.window.push("button", &desk.word("fees-choose-file"));
    desk.window.see(&desk.words(
        "import-doubt-price-unread",
        &[("text", "視情況酌收".into())],
    ));
    let take = desk.words("fees-import-take", &[("n", 3.into())]);
    desk.window
        .until("the import waits", |w| w.has("button", &take));
    desk.window
        .push("button", &desk.words("fees-settle-n", &[("n", 4.into())]));
    desk.window.until("the row asks", |w| w.dialogs() == 1);
    desk.window.press("Ctrl+Enter");
    desk.window.see(&desk.word("quotes-unreadable"));
    desk.choose("fees-form", &desk.word("fees-form-actual"));
    desk.window.press("Ctrl+Enter");
    desk.window
        .until("the row is settled", |w| w.dialogs() == 0);
    desk.window.push(
        "button",
        &desk.words("fees-import-take", &[("n", 4.into())]),
    );
    let last = desk.words("fees-open-n", &[("what", "更換空氣開關".into())]);
    desk.window
        .until("the items came in", |w| w.has("button", &last));

    // In the grid: a price typed over, one that cannot be read, a row that goes.
    let cell = |what: &str, n: i64| {
        desk.words(
            "fees-cell",
            &[("what", (&desk.word(what)).into()), ("n", n.into())],
        )
    };
    desk.window.fill(&cell("fees-labour", 4), "十五");
    desk.window.press("Ctrl+Enter");
    desk.window
        .see(&desk.words("fees-unreadable", &[("n", 1.into())]));
    desk.window.fill(&cell("fees-labour", 4), "16.5");
    desk.window.fill(&cell("fees-name", 1), "");
    desk.window.press("Ctrl+Enter");
    desk.sees("error-missing");
    desk.window.fill(&cell("fees-name", 1), "更換水龍頭");
    desk.window.press("Ctrl+Enter");
    desk.sees("fees-saved");

    desk.window.push("link", &desk.word("fees-tab-extras"));
    desk.window.push("button", &desk.word("fees-add-surcharge"));
    desk.fill("fees-percent", "50");
    desk.window.press("Ctrl+Enter");
    desk.sees("fees-saved");

    desk.window.push("button", &desk.word("fees-publish"));
    desk.window
        .until("the publication asks", |w| w.dialogs() == 1);
    desk.fill("fees-approved-by", "業主委員會");
    desk.window.press("Ctrl+Enter");
    desk.sees("error-missing");
    desk.fill("fees-approval", "第3次會議");
    desk.window.press("Ctrl+Enter");
    desk.sees("fees-published");
    desk.sees("fees-state-in-force");
    assert!(!desk.window.has("button", &desk.word("fees-publish")));
    desk.window.push("link", &desk.word("fees-tab-items"));
    desk.window.see("16.50");
    assert!(!desk.window.has("button", &desk.word("fees-add-item")));
    drop(desk);

    let book = Book::of(&home);
    let found = book.call("fees.show", json!({ "schedule": null }));
    assert_eq!(found["version"]["schedule"]["approved_by"], "業主委員會");
    assert_eq!(
        found["version"]["schedule"]["surcharges"][0]["extra"]["basis_points"],
        5000
    );
    let items = found["items"].as_array().unwrap();
    let prices: Vec<_> = items.iter().map(|row| &row["item"]["labour"]).collect();
    assert_eq!(*prices[0], json!({ "form": "each", "price": 2000 }));
    assert_eq!(
        *prices[1],
        json!({ "form": "range", "from": 3000, "to": 8000 })
    );
    assert_eq!(*prices[2], json!({ "form": "actual" }));
    assert_eq!(*prices[3], json!({ "form": "each", "price": 1650 }));
}

/// Headings that nobody knows: each column is proposed and decided by one key, and no row waits for it (R18).
#[test]
fn unknown_headings_are_settled_by_one_key_each() {
    let home = demo();
    let list = home.desk().join("價目表.csv");
    let text = "項目,數量,工錢,維修時效,難度\n換鎖,1把,80元,當天,3\n換燈,1具,30元,2小時內,1\n";
    std::fs::write(&list, text).unwrap();
    let desk = Seat::take(&home, "manager");
    desk.window.size(1280, 800);
    desk.window.go("fees");
    desk.window.push("button", &desk.word("fees-draft-empty"));
    desk.window.until("the draft asks", |w| w.dialogs() == 1);
    desk.fill("fees-version", "二〇二六年版");
    desk.window.press("Ctrl+Enter");
    desk.sees("fees-no-items");
    desk.window.push("link", &desk.word("fees-tab-import"));
    home.answer_dialog(&list);
    desk.window.push("button", &desk.word("fees-choose-file"));
    let waits = |n: i64| desk.words("fees-ask-n", &[("n", n.into())]);
    let take = desk.words("fees-import-take", &[("n", 2.into())]);
    desk.window.see(&waits(4));
    // Unit and labour as proposed, the time as a remark, the hardship left out: four keys.
    for (key, left) in [("1", 3), ("1", 2), ("3", 1)] {
        desk.window.press(key);
        desk.window.see(&waits(left));
    }
    desk.window.press("2");
    desk.window.see_no(&waits(1));
    desk.window.push("button", &take);
    let lamp = desk.words("fees-open-n", &[("what", "換燈".into())]);
    desk.window
        .until("the items came in", |w| w.has("button", &lamp));
}
