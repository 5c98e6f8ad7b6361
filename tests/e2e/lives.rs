//! Lives of orders from the call to their end, by keyboard in a real window; each end is seen on screen and read back
//! from the ledger through the door.

use chrono_tz::Asia::Taipei;
use repair_core::text::Locale;
use repair_demo::player::PIN;
use serde_json::json;

use crate::book::{Book, life, places};
use crate::office::{ENGINEERING, Seat, demo, demo_of_hours_ago, now};

fn steps(all: &str) -> Vec<String> {
    all.split_whitespace().map(str::to_owned).collect()
}

/// Nothing is skipped: printed, told, signed for, done, evaluated, countersigned by the head at the same desk, back,
/// followed up, archived (R7, R10–R13, R15).
#[test]
fn a_public_fault_goes_all_the_way_with_the_head_signing_at_the_same_desk() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.key("F2");
    desk.fill("intake-find", "大堂");
    desk.window.see("一樓大堂");
    desk.window.press("Enter");
    let kind = desk.word("field-kind");
    desk.window.pick(&kind, &desk.word("common-kind-public"));
    desk.fill("field-caller", "值班保全 杜明憲");
    desk.fill("field-phone", "02-2736-1020");
    desk.fill("field-content", "大堂玻璃門關不上");
    let no = desk.issues();
    desk.prints();
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| {
        s.choose("field-worker", "李建宏");
        s.picks("field-signed-how", "name-signed-pin");
        s.fill("field-pin", PIN);
    });
    desk.next("arrive", |_| ());
    desk.next("finish", |s| {
        s.fill("field-work-done", "調整地鉸鏈並清理門軌");
        s.fill("field-remarks", "門弓器半年內需更換");
    });
    desk.next("confirm", |s| {
        s.picks("field-confirmation", "name-confirmation-signed");
        s.picks("field-evaluation", "common-evaluation-mostly");
        s.picks("field-signature-name", "ui-signed-by-other");
        s.fill("field-signed-for", "杜明憲");
    });

    desk.hand_over("head");
    desk.window.see(&no);
    desk.next("countersign", |s| {
        // Nobody is taken for the one who signed.
        assert_eq!(
            s.window.value(&s.word("field-supervisor")),
            s.word("ui-choose")
        );
        s.choose("field-supervisor", "許榮昌");
        s.picks("field-signed-how", "name-signed-pin");
        s.fill("field-pin", "1111");
        s.window.press("Ctrl+Enter");
        s.sees("error-wrong-pin");
        s.fill("field-pin", PIN);
    });
    desk.hand_back("林美玲");
    desk.next("return", |_| ());
    desk.next("follow-up", |s| {
        s.picks("field-outcome", "common-evaluation-satisfied");
        s.choose("field-shoe-covers", &s.word("common-yes"));
        s.choose("field-left-clean", &s.word("common-yes"));
    });
    desk.sees("order-state-archived");
    drop(desk);

    let book = Book::of(&home);
    let order = book.order(&no);
    let all = "issue notify accept arrive finish confirm countersign return follow_up";
    assert_eq!(life(&order), ("archived".into(), steps(all)));
    assert_eq!(order["countersigned_by"], "許榮昌");
    assert_eq!(places(&order), ["desk", "department", "customer"]);
    assert_eq!(order["request"]["ending"], "done");
    assert_eq!(order["prints"][0]["reprint"], false);
    let signed = order["signatures"].as_array().unwrap();
    let how = |purpose: &str| &signed.iter().find(|s| s["purpose"] == purpose).unwrap()["how"];
    assert_eq!(how("accept"), "pin");
    assert_eq!(how("countersign"), "pin");
    assert_eq!(how("confirm"), "paper");
}

/// In English: not satisfied sends a crew again, and the chain ends with the second order (R16).
#[test]
fn not_satisfied_sends_a_crew_again_until_satisfied() {
    let home = demo();
    let desk = Seat::take_in(Locale::En, &home, "clerk");
    let first = desk.reports("3-1204", "單國華", "Lamp flickers");
    desk.notifies(ENGINEERING);
    desk.works("黃俊傑", "tightened a wire");
    desk.next("return", |_| ());
    desk.next("follow-up", |s| {
        s.picks("field-outcome", "common-evaluation-not-satisfied");
        assert_eq!(s.window.value("Department"), ENGINEERING);
        s.fill("field-remarks", "still flickers");
    });
    desk.window.see("Dispatch 2");
    // The new order of the chain, followed by its link.
    let second = desk
        .window
        .script("return [...document.querySelectorAll('dd a .tabular')].at(-1).textContent");
    let second = second.as_str().unwrap().to_owned();
    assert_ne!(first, second);
    desk.window.push("link", &second);
    desk.window
        .until("the second order", |_| desk.heading() == second);
    desk.notifies(ENGINEERING);
    desk.works("李建宏", "replaced the driver");
    desk.next("return", |_| ());
    desk.calls_back();
    desk.window.see("Archived");
    drop(desk);

    let book = Book::of(&home);
    assert_eq!(life(&book.order(&first)).0, "redispatched");
    let order = book.order(&second);
    let all = "issue notify accept arrive finish confirm return follow_up";
    assert_eq!(life(&order), ("archived".into(), steps(all)));
    assert_eq!(order["order"]["chain_pos"], 2);
    assert_eq!(order["request"]["ending"], "done");
}

/// In Simplified Chinese, the fault composed by an input method: nobody is in, another time is agreed and kept.
#[test]
fn nobody_is_home_and_the_crew_comes_again() {
    let home = demo();
    let desk = Seat::take_in(Locale::ZhHans, &home, "clerk");
    desk.finds("2-604", "歐陽文彬");
    desk.window.focus(&desk.word("field-content"));
    desk.window.compose("厨房漏水");
    let content = desk.word("field-content");
    desk.window
        .until("the composed fault", |w| w.value(&content) == "厨房漏水");
    let no = desk.issues();
    desk.window.see("厨房漏水");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "張志明"));
    desk.next("arrive", |_| ());
    desk.other("pause", |s| {
        s.picks("field-waiting-for", "name-waiting-for-no-access");
        s.window.press("Ctrl+Enter");
        s.sees("error-missing");
        s.fill("field-until", "2031-01-02 09:30");
        s.fill("field-note", "按门铃无人应门");
    });
    desk.sees("order-state-waiting");
    desk.next("resume", |_| ());
    desk.next("arrive", |_| ());
    desk.next("finish", |s| s.fill("field-work-done", "更换密封圈"));
    desk.confirmed();
    desk.next("return", |_| ());
    desk.calls_back();
    desk.sees("order-state-archived");
    drop(desk);

    let order = Book::of(&home).order(&no);
    let all = "issue notify accept arrive pause resume arrive finish confirm return follow_up";
    assert_eq!(life(&order), ("archived".into(), steps(all)));
    assert_eq!(order["order"]["content"], "厨房漏水");
}

/// No leaking pipe but a blocked drain: another department takes the order under the same number.
#[test]
fn another_department_takes_the_order() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("1-502", "曾雅婷", "門口地面積水");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "黃俊傑"));
    desk.next("arrive", |_| ());
    desk.other("transfer", |s| {
        s.choose("field-department", "清潔部");
        s.fill("field-reason", "排水溝落葉堵塞，屬清潔範圍");
    });
    desk.sees("order-state-issued");
    desk.notifies("清潔部");
    desk.works("周金水", "清除落葉並拖乾地面");
    desk.next("return", |_| ());
    desk.calls_back();
    desk.sees("order-state-archived");
    drop(desk);

    let order = Book::of(&home).order(&no);
    let all =
        "issue notify accept arrive transfer notify accept arrive finish confirm return follow_up";
    assert_eq!(life(&order), ("archived".into(), steps(all)));
    assert_eq!(order["department"], "清潔部");
    assert_eq!(order["worker"], "周金水");
}

/// Printed for the wrong flat: the copies come back, the order is void, its request is ordered anew (R10).
#[test]
fn a_printed_order_is_voided_and_its_request_ordered_anew() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "門鈴沒聲音");
    desk.prints();
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.other("void", |s| {
        s.window.press("Ctrl+Enter");
        s.sees("error-missing");
        s.fill("field-reason", "派錯門牌");
        s.picks("field-all-back", "common-no");
        s.window.press("Ctrl+Enter");
        s.sees("error-copies-out");
        s.picks("field-all-back", "common-yes");
    });
    desk.sees("order-state-voided");
    let request = desk
        .window
        .script("return document.querySelector('dd a').textContent");
    desk.window.push("link", request.as_str().unwrap());
    desk.sees("request-state-recorded");
    let issue = desk.word("request-issue");
    desk.key("F8");
    desk.window
        .until("the order is asked for", |w| w.has("dialog", &issue));
    desk.window.press("Ctrl+Enter");
    desk.sees("order-notify-now");
    let second = desk.heading();
    assert_ne!(no, second);
    drop(desk);

    let book = Book::of(&home);
    let voided = book.order(&no);
    assert_eq!(
        life(&voided),
        ("voided".into(), steps("issue notify accept void"))
    );
    assert_eq!(places(&voided), ["desk", "desk", "desk"]);
    let order = book.order(&second);
    assert_eq!(life(&order), ("issued".into(), steps("issue")));
    assert_eq!(order["request"]["id"], voided["request"]["id"]);
    assert_eq!(order["request"]["state"], "ordered");
}

#[test]
fn the_requester_withdraws_after_the_worker_signed() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("1-301", "林家豪", "水槽有異味");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.other("withdraw", |s| {
        assert_eq!(s.window.value(&s.word("field-whom")), "林家豪");
        s.fill("field-reason", "業主已自行疏通");
        s.picks("field-all-back", "common-yes");
    });
    desk.sees("order-state-withdrawn");
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(
        life(&order),
        ("withdrawn".into(), steps("issue notify accept withdraw"))
    );
    assert_eq!(order["request"]["ending"], "withdrawn");
}

/// The foreman does not sign; the worker goes again, then he does (R13).
#[test]
fn the_supervisor_sends_the_work_back_and_signs_the_second_time() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.key("F2");
    desk.fill("intake-find", "泵房");
    desk.window.see("生活水泵房");
    desk.window.press("Enter");
    let source = desk.word("field-source");
    desk.window
        .pick(&source, &desk.word("name-source-department"));
    desk.fill("field-caller", "江先生");
    desk.fill("field-content", "二號水泵聲音異常");
    let no = desk.issues();
    desk.notifies(ENGINEERING);
    desk.works("黃俊傑", "緊固泵座螺栓");
    desk.other("reject", |s| {
        s.choose("field-supervisor", "王文雄");
        s.fill("field-reason", "聯軸器膠墊未更換");
    });
    desk.sees("order-state-accepted");
    desk.next("arrive", |_| ());
    desk.next("finish", |s| s.fill("field-work-done", "更換聯軸器膠墊"));
    desk.confirmed();
    desk.next("countersign", |s| s.choose("field-supervisor", "王文雄"));
    desk.next("return", |_| ());
    desk.calls_back();
    desk.sees("order-state-archived");
    drop(desk);

    let order = Book::of(&home).order(&no);
    let all = "issue notify accept arrive finish confirm reject arrive finish confirm countersign return follow_up";
    assert_eq!(life(&order), ("archived".into(), steps(all)));
    assert_eq!(order["countersigned_by"], "王文雄");
}

/// The worker loses copy 2: the desk supervisor records it, a replacement is printed and says so (R10).
#[test]
fn a_lost_copy_is_replaced_and_the_order_still_ends() {
    let home = demo();
    let desk = Seat::take(&home, "supervisor");
    let no = desk.reports("2-702", "蘇怡君", "落水管堵塞");
    desk.prints();
    desk.notifies(ENGINEERING);
    desk.works("張志明", "疏通落水管");
    let second = |key: &str| format!("{} {}", desk.word(key), desk.word("forms-copy-2"));
    desk.window.push("button", &second("order-move-copy"));
    desk.choose("field-copy-place", &desk.word("name-copy-place-lost"));
    desk.window.press("Enter");
    desk.fill("field-reason", "途中淋雨遺失");
    desk.window.press("Enter");
    desk.window.until("it is lost", |w| w.dialogs() == 0);
    desk.window.push("button", &second("order-replace-title"));
    desk.fill("field-reason", "補單交工程部存查");
    desk.window.press("Enter");
    desk.window.until("it is replaced", |w| w.dialogs() == 0);
    desk.prints();
    desk.next("return", |_| ());
    desk.calls_back();
    desk.sees("order-state-archived");
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(life(&order).0, "archived");
    assert_eq!(order["copies"][1]["replaced"], true);
    let moved = order["moves"].as_array().unwrap();
    assert!(
        moved
            .iter()
            .any(|m| m["place"] == "lost" && m["reason"] == json!("途中淋雨遺失"))
    );
}

/// Nobody answers three calls on two days, a message is left: the desk supervisor closes the order (R16).
#[test]
fn three_calls_unanswered_and_the_desk_supervisor_closes() {
    let (home, no) = demo_of_hours_ago(26);
    let yesterday = now().plus_minutes(-25 * 60).local(Taipei);
    let yesterday = yesterday.format("%Y-%m-%d %H:%M").to_string();
    let desk = Seat::take(&home, "supervisor");
    desk.opens(&no);
    for (call, at) in [(1, yesterday.as_str()), (2, ""), (3, "")] {
        desk.next_late("follow-up", |s| {
            s.picks("field-outcome", "common-evaluation-not-reached");
            s.window.tick(&s.word("field-message-left"), call == 3);
            s.fill("field-at", at);
        });
        desk.window.settle();
        desk.explains("requester-delayed");
        desk.sees("order-state-returned");
        let close = desk.word("order-step-close-unreached");
        desk.window
            .until("closing is open after the third call alone", |w| {
                w.has("button", &close) == (call == 3)
            });
    }
    desk.other("close-unreached", |_| ());
    desk.sees("order-state-unreached");
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(life(&order).0, "unreached");
    assert_eq!(order["follow_ups"].as_array().unwrap().len(), 3);
    assert_eq!(order["request"]["ending"], "unreached");
}
