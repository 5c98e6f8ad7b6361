//! The demo office in a home, and a person who sits down at its window.

use std::sync::OnceLock;

use repair_core::Moment;
use repair_core::text::{Arg, Locale, text};
use repair_demo::open_desk::OpenDesk;
use repair_demo::player::{PASSWORD, PIN};
use repair_tests::window::{Home, Prepared, Window};
use serde_json::{Value, json};

/// The department that most orders go to.
pub const ENGINEERING: &str = "工程維修部";

/// What the window's printer is called.
pub const PRINTER: &str = "Test printer";

/// This moment.
pub fn now() -> Moment {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("the clock is set").as_millis();
    Moment::from_millis(i64::try_from(now).expect("a time of our days"))
}

/// The demo office, played once, and its open orders and requests.
struct Office {
    ledger: Prepared,
    open: OpenDesk,
}

fn office() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let mut open = OpenDesk::default();
        let ledger = Prepared::fill(|desk| {
            let played = repair_demo::play(desk, now()).expect("the demo office plays");
            open = played.open_desk;
        });
        Office { ledger, open }
    })
}

/// A home whose ledger holds the demo office, its lives played up to now.
pub fn demo() -> Home {
    Home::holding(&office().ledger)
}

/// The demo office as it was some hours ago, and the number of an order that had just come back.
pub fn demo_of_hours_ago(hours: i64) -> (Home, String) {
    let mut no = String::new();
    let home = Home::with(|desk| {
        let then = now().plus_minutes(-60 * hours);
        let played = repair_demo::play(desk, then).expect("the demo office plays");
        let mut orders = played.open_desk.orders.iter();
        let returned = orders.find(|order| order.state == "returned");
        no.clone_from(&returned.expect("an order came back").no);
    });
    (home, no)
}

/// Orders and requests that are under way in the demo office.
pub fn open_desk() -> &'static OpenDesk {
    &office().open
}

/// A person at the window, in one language; everything is done by keyboard.
pub struct Seat {
    pub window: Window,
    pub locale: Locale,
}

impl Seat {
    /// Opens the window and signs the person in, in Traditional Chinese.
    pub fn take(home: &Home, login: &str) -> Self {
        Self::take_in(Locale::ZhHant, home, login)
    }

    /// The same in any language, chosen on the sign-in page.
    pub fn take_in(locale: Locale, home: &Home, login: &str) -> Self {
        let seat = Self::open_in(locale, home);
        seat.sign_in(login);
        seat
    }

    /// Opens the window at the sign-in page.
    pub fn open_in(locale: Locale, home: &Home) -> Self {
        let window = Window::start(home);
        if locale != Locale::ZhHant {
            let first = |key: &str| text(Locale::ZhHant, key, &[]);
            let key = format!("common-language-{}", locale.tag().to_lowercase());
            window.choose(&first("ui-language"), &first(&key));
        }
        Self { window, locale }
    }

    /// Words of the catalogue.
    pub fn word(&self, key: &str) -> String {
        text(self.locale, key, &[])
    }

    /// Words with something in them.
    pub fn words(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        text(self.locale, key, args)
    }

    /// Waits until the page shows these words of the catalogue.
    pub fn sees(&self, key: &str) {
        self.window.see(&self.word(key));
    }

    /// Signs in on the sign-in page.
    pub fn sign_in(&self, login: &str) {
        self.window.fill(&self.word("ui-login"), login);
        self.window.fill(&self.word("ui-password"), PASSWORD);
        self.window.press("Enter");
        self.at_work();
    }

    fn at_work(&self) {
        let find = self.word("ui-find-order");
        self.window.until("the desk", |w| w.has("field", &find));
    }

    /// Leaves the shared desk to a person who has not sat here yet; the order on screen stays.
    pub fn hand_over(&self, login: &str) {
        self.key("F9");
        self.window.push("button", &self.word("ui-other-person"));
        self.sign_in(login);
    }

    /// Leaves the shared desk to someone who sat here before and takes the session up by PIN.
    pub fn hand_back(&self, name: &str) {
        self.key("F9");
        self.window.push("button", name);
        self.window
            .see(&self.words("ui-locked", &[("name", name.into())]));
        self.unlocks();
        self.at_work();
    }

    /// Opens the lock of one's own session by PIN.
    pub fn unlocks(&self) {
        self.window.fill(&self.word("ui-pin-or-password"), PIN);
        self.window.press("Enter");
        self.window.see_no(&self.word("ui-pin-or-password"));
    }

    /// Lets another person do something at another desk meanwhile; this window hears nothing of it.
    pub fn elsewhere(&self, login: &str, verb: &str, input: Value) -> Value {
        let secret = json!({ "login": login, "password": PASSWORD });
        let signed = self
            .window
            .call_beside(Value::Null, "people.sign_in", secret);
        self.window
            .call_beside(signed["token"].clone(), verb, input)
    }

    pub fn fill(&self, key: &str, text: &str) {
        self.window.fill(&self.word(key), text);
    }

    /// Chooses an option, named as it stands there.
    pub fn choose(&self, key: &str, option: &str) {
        self.window.choose(&self.word(key), option);
    }

    /// Presses a key of the whole window, which the window takes once no dialog is open any more.
    pub fn key(&self, chord: &str) {
        self.window
            .until("the dialog is closed", |w| w.dialogs() == 0);
        self.window.press(chord);
    }

    /// Takes the call of a household found by its room.
    pub fn finds(&self, room: &str, resident: &str) {
        self.key("F2");
        self.fill("intake-find", room);
        self.window.see(resident);
        self.window.press("Enter");
        let caller = self.word("field-caller");
        self.window
            .until("the caller", |w| w.value(&caller) == resident);
    }

    /// Records a household's call and issues its order. Returns the order's number; the order is on screen.
    pub fn reports(&self, room: &str, resident: &str, content: &str) -> String {
        self.finds(room, resident);
        self.fill("field-content", content);
        self.issues()
    }

    /// Records the call as typed and issues its order. Returns the order's number; the order is on screen.
    pub fn issues(&self) -> String {
        self.window.press("Ctrl+Enter");
        let notify = self.word("order-notify-now");
        self.window.until("the order", |w| {
            self.explains("desk-busy");
            w.has("button", &notify)
        });
        self.heading()
    }

    /// The heading of the screen: of an order, its number.
    pub fn heading(&self) -> String {
        let said = self
            .window
            .script("return document.querySelector('main h1')?.textContent ?? ''");
        said.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Tells the department at once by one key.
    pub fn notifies(&self, department: &str) {
        self.key("F6");
        self.window
            .see(&self.words("order-notified", &[("whom", department.into())]));
        self.in_time();
    }

    /// Prints what is on screen by keys; the paper lies in the printer's folder.
    pub fn prints(&self) {
        let title = self.word("order-print");
        self.key("F7");
        self.window
            .until("the preview", |w| w.has("dialog", &title));
        let printer = self.word("print-printer");
        self.window
            .until("a printer", |w| w.value(&printer) == PRINTER);
        self.window.press("Ctrl+Enter");
        self.window
            .see(&self.words("print-sent", &[("printer", PRINTER.into())]));
        self.window.until("paper", |w| !w.has("dialog", &title));
    }

    /// Takes what comes next by its key; the fields are filled in the step's dialog.
    pub fn next(&self, step: &str, fields: impl Fn(&Self)) {
        self.next_late(step, fields);
        self.in_time();
    }

    /// The same for a step that is late: its reason is still to be given.
    pub fn next_late(&self, step: &str, fields: impl Fn(&Self)) {
        let name = self.word(&format!("order-step-{step}"));
        let lead = format!("{name} F8");
        self.window
            .until(&format!("{name} is next"), |w| w.has("button", &lead));
        self.key("F8");
        self.fills_step(&name, fields);
    }

    /// Tries what comes next, filled in as after a satisfied call, is told `why` it cannot be, and gives it up.
    pub fn next_refused(&self, step: &str, why: &str) {
        let name = self.word(&format!("order-step-{step}"));
        self.key("F8");
        self.window
            .until(&format!("{name} asks"), |w| w.has("dialog", &name));
        self.picks("field-outcome", "common-evaluation-satisfied");
        self.window.press("Ctrl+Enter");
        self.window.see(why);
        self.window.press("Escape");
    }

    /// Takes another step that is open now, by its button.
    pub fn other(&self, step: &str, fields: impl Fn(&Self)) {
        let name = self.word(&format!("order-step-{step}"));
        self.window.push("button", &name);
        self.fills_step(&name, fields);
        self.in_time();
    }

    /// Takes a step of a request, by its button.
    pub fn of_request(&self, step: &str, fields: impl Fn(&Self)) {
        let name = self.word(&format!("request-step-{step}"));
        self.window.push("button", &name);
        self.fills_step(&name, fields);
    }

    /// Does something about an order's money, by its button.
    pub fn of_money(&self, act: &str, fields: impl Fn(&Self)) {
        let name = self.word(&format!("name-payment-kind-{act}"));
        self.window.push("button", &name);
        self.fills_step(&name, fields);
    }

    fn fills_step(&self, name: &str, fields: impl Fn(&Self)) {
        self.window
            .until(&format!("{name} asks"), |w| w.has("dialog", name));
        fields(self);
        self.window.press("Ctrl+Enter");
        self.window
            .see(&self.words("order-step-done", &[("step", name.into())]));
        // A late step's dialog names the step too: only the title tells them apart.
        let titled = format!(
            "return [...document.querySelectorAll('.dialog-title')].some((t) => t.textContent.trim() === '{name}')"
        );
        self.window
            .until(&format!("{name} is done"), |w| w.script(&titled) == false);
    }

    /// Whether the reason of a late step is asked for.
    pub fn is_asked_why(&self) -> bool {
        self.window.has("button", &self.word("ui-late-later"))
    }

    /// Gives the reasons of steps that came late, where they are asked for.
    pub fn explains(&self, reason: &str) {
        let reason = self.word(&format!("name-late-reason-{reason}"));
        while self.is_asked_why() {
            let title = self.asked_why();
            self.window.push("button", &reason);
            self.window.until("the reason is kept", |_| {
                !self.is_asked_why() || self.asked_why() != title
            });
        }
    }

    /// Of which step the reason is asked for.
    pub fn asked_why(&self) -> String {
        let said = self
            .window
            .script("return document.querySelector('[role=dialog] p')?.textContent ?? ''");
        said.as_str().unwrap_or_default().trim().to_owned()
    }

    /// A step just taken is not late as a rule; when the test runs over a closing hour or over midnight it may be.
    fn in_time(&self) {
        self.window.settle();
        self.explains("other");
    }

    /// Opens an order by its number.
    pub fn opens(&self, no: &str) {
        self.key("F3");
        self.window.type_keys(no);
        self.window.press("Enter");
        self.window.until("the order", |_| self.heading() == no);
    }

    /// Opens a returned paper to book it in (返單登記), by the number that stands on it: the keyboard is there.
    pub fn takes_paper(&self, no: &str) {
        self.key("F4");
        let field = self.word("field-no");
        self.window.until("the number is asked for", |w| {
            w.focused().starts_with(&field)
        });
        self.window.type_keys(no);
        self.window.press("Enter");
        self.window.see(&self.word("book-in-day"));
    }

    /// The usual way from 簽收 to the evaluated order.
    pub fn works(&self, worker: &str, done: &str) {
        self.next("accept", |s| s.choose("field-worker", worker));
        self.next("arrive", |_| ());
        self.next("finish", |s| s.fill("field-work-done", done));
        self.confirmed();
    }

    /// The whole of the option with these words in it, of the list field of that label, once it is there.
    pub fn offered(&self, key: &str, words: &str) -> String {
        let label = self.word(key);
        let script = format!(
            "const field = [...document.querySelectorAll('select')].find((s) => [...s.labels]
                .some((l) => l.textContent.trim().startsWith('{label}')));
            return [...(field?.options ?? [])].map((o) => o.text.trim()).find((o) => o.includes('{words}')) ?? '';"
        );
        let mut found = String::new();
        self.window.until(&format!("{words} in {label}"), |w| {
            found = w.script(&script).as_str().unwrap_or_default().to_owned();
            !found.is_empty()
        });
        found
    }

    /// Picks one of a few values that are all in sight.
    pub fn picks(&self, key: &str, option: &str) {
        self.window.pick(&self.word(key), &self.word(option));
    }

    /// The requester was there, was satisfied and signed himself.
    pub fn satisfied(&self) {
        self.picks("field-confirmation", "name-confirmation-signed");
        self.picks("field-evaluation", "common-evaluation-satisfied");
        // By the digit that stands before it.
        self.window
            .reach("radios", &self.word("field-signature-name"));
        self.window.press("1");
    }

    pub fn confirmed(&self) {
        self.next("confirm", Self::satisfied);
    }

    /// The requester is called back and satisfied.
    pub fn calls_back(&self) {
        self.next("follow-up", |s| {
            s.picks("field-outcome", "common-evaluation-satisfied");
        });
    }
}
