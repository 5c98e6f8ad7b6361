//! The main job by keyboard: from the phone call to the archived order.

use repair_tests::window::Window;

use crate::office::{choose, demo, sign_in};

/// Records a household's call for `room` and issues its order; the order is on screen afterwards.
fn report(window: &Window, room: &str, content: &str) {
    window.press("F2");
    window.fill("住戶或地點", room);
    window.see("單國華");
    window.press("Enter");
    window.until("the caller is filled in", |w| !w.value("報修人").is_empty());
    window.fill("報修內容", content);
    window.press("Ctrl+Enter");
    window.see("電話通知接單");
    window.see(content);
}

/// Moves the order on with F8: the next step's dialog, its fields, its own button.
fn step(window: &Window, name: &str, fields: impl Fn(&Window)) {
    window.until(&format!("{name} is next"), |w| w.has("button", name));
    window.press("F8");
    window.until(&format!("{name} asks"), |w| w.has("dialog", name));
    fields(window);
    window.press("Ctrl+Enter");
    window.see(&format!("已登記：{name}"));
    if window.has("dialog", "這一步遲了") {
        window.press("Escape");
    }
}

#[test]
fn a_call_becomes_an_archived_order() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    report(&window, "3-1204", "Kitchen tap drips");
    window.press("F6");
    window.see("已通知");
    step(&window, "接單簽收", |w| choose(w, "維修人員", "李建宏"));
    step(&window, "到場", |_| ());
    step(&window, "完工", |w| {
        w.fill("維修情況", "replaced the washer")
    });
    step(&window, "驗收簽名", |_| ());
    step(&window, "返單", |_| ());
    step(&window, "回訪", |_| ());
    window.see("完單存檔");
}

#[test]
fn not_satisfied_sends_a_crew_again() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    report(&window, "3-1204", "Lamp flickers");
    window.press("F6");
    window.see("已通知");
    step(&window, "接單簽收", |w| choose(w, "維修人員", "黃俊傑"));
    step(&window, "到場", |_| ());
    step(&window, "完工", |w| {
        w.fill("維修情況", "tightened a wire")
    });
    step(&window, "驗收簽名", |_| ());
    step(&window, "返單", |_| ());
    step(&window, "回訪", |w| {
        choose(w, "回訪結果", "不滿意");
        w.fill("備註", "still flickers");
    });
    window.see("再次派單");
    window.see("第 2 次派工");
}

#[test]
fn a_paper_order_is_booked_in_on_one_screen() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    report(&window, "3-1204", "Drain is blocked");
    window.press("F6");
    window.see("已通知");
    window.click("link", "登記這張返單");
    window.see("實際維修項目");
    choose(&window, "維修人員", "李建宏");
    window.fill("維修情況", "cleared the drain");
    window.press("Enter");
    window.see("已返單");
    window.see("待回訪");
}

#[test]
fn an_order_is_voided_and_its_request_opens_again() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    report(&window, "3-1204", "Reported twice");
    window.click("button", "作廢");
    window.until("a reason is asked for", |w| w.has("dialog", "作廢"));
    window.press("Ctrl+Enter");
    window.see("這一欄必須填寫");
    window.fill("原因", "same fault as yesterday");
    window.press("Ctrl+Enter");
    window.see("已登記：作廢");
}

#[test]
fn the_desk_works_in_english() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    choose(&window, "語言", "English");
    window.see("Workbench");
    window.press("F2");
    window.fill("Resident or place", "3-1204");
    window.see("單國華");
    window.press("Enter");
    window.until("the caller is filled in", |w| !w.value("Caller").is_empty());
    window.fill("What is wrong", "No hot water");
    window.press("Ctrl+Enter");
    window.see("Notify by phone");
    window.press("F6");
    window.see("was notified");
}

#[test]
fn enter_chooses_a_word_while_composing_and_never_submits() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    window.press("F2");
    window.fill("住戶或地點", "3-1204");
    window.see("單國華");
    window.press("Enter");
    window.until("the caller is filled in", |w| !w.value("報修人").is_empty());
    window.focus("報修內容");
    window.compose("漏水");
    assert_eq!(window.value("報修內容"), "漏水");
    window.see("新報修");
    window.press("Ctrl+Enter");
    window.see("漏水");
    window.see("電話通知接單");
}

#[test]
fn bad_input_keeps_what_was_typed() {
    let home = demo();
    let window = Window::start(&home);
    sign_in(&window, "clerk");
    window.press("F2");
    window.fill("報修人", "Chan");
    window.fill("聯繫電話", "abc");
    window.fill("報修內容", "door does not close");
    window.press("Ctrl+Enter");
    window.see("這一欄必須填寫");
    assert_eq!(window.value("聯繫電話"), "abc");
    assert_eq!(window.value("報修內容"), "door does not close");
}
