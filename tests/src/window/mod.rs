//! A person at the window: sees text, finds things by role and name, types on the keyboard.

mod home;
mod keys;
mod processes;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

pub use home::Home;
pub use processes::target;
use processes::{Processes, program};
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::runtime::Runtime;

/// How long something may take to appear before the test fails.
const PATIENCE: Duration = Duration::from_secs(15);

/// One open window of the program. Whatever fails leaves a picture and the page's text in `target/e2e`.
pub struct Window {
    driver: Option<WebDriver>,
    runtime: Runtime,
    processes: Processes,
}

impl Window {
    /// Starts the program on `home` and waits until its page is there.
    pub fn start(home: &Home) -> Self {
        Self::start_with(home, &[])
    }

    /// The same with environment variables set.
    pub fn start_with(home: &Home, settings: &[(&str, &str)]) -> Self {
        let processes = Processes::start(home, settings);
        let runtime = Runtime::new().expect("a runtime starts");
        let mut wanted = Capabilities::new();
        wanted
            .set(
                "webkitgtk:browserOptions",
                json!({ "binary": program(), "args": [] }),
            )
            .expect("capabilities are JSON");
        let url = format!("http://127.0.0.1:{}", processes.port);
        let driver = runtime
            .block_on(async {
                WebDriver::builder(url, wanted)
                    .request_timeout(Duration::from_secs(60))
                    .await
            })
            .expect("the program starts under WebDriver");
        let window = Self {
            driver: Some(driver),
            runtime,
            processes,
        };
        window.until("a page with text", |w| !w.text().is_empty());
        window
    }

    fn driver(&self) -> &WebDriver {
        self.driver
            .as_ref()
            .expect("the window is open until it is dropped")
    }

    fn page(&self, args: Vec<Value>) -> Value {
        let script = include_str!("page.js");
        let answer = self.runtime.block_on(self.driver().execute(script, args));
        // A page that is just being replaced has nothing to say.
        answer.map(|ret| ret.json().clone()).unwrap_or(Value::Null)
    }

    /// All text on the page that a person can see, blanks squeezed.
    pub fn text(&self) -> String {
        self.page(vec![json!("text")])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Name of the element that has the keyboard.
    pub fn focused(&self) -> String {
        self.page(vec![json!("focused")])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        let name = self.xdotool(&[
            "search",
            "--onlyvisible",
            "--class",
            "repair-desk",
            "getwindowname",
        ]);
        name.trim().to_owned()
    }

    /// Waits until the page shows `text`.
    pub fn see(&self, text: &str) {
        self.until(text, |w| w.text().contains(text));
    }

    /// Waits until the page no longer shows `text`.
    pub fn see_no(&self, text: &str) {
        self.until(&format!("no {text}"), |w| !w.text().contains(text));
    }

    /// Waits for `done`; fails with a picture.
    pub fn until(&self, what: &str, mut done: impl FnMut(&Self) -> bool) {
        let begun = Instant::now();
        while !done(self) {
            if begun.elapsed() > PATIENCE {
                self.fail(&format!("waited in vain for: {what}"));
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Whether there is such a thing now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self
            .page(vec![json!("element"), json!(role), json!(name)])
            .is_null()
    }

    fn find(&self, role: &str, name: &str) -> WebElement {
        self.until(&format!("{role} {name}"), |w| w.has(role, name));
        let script = include_str!("page.js");
        let args = vec![json!("element"), json!(role), json!(name)];
        let found = self
            .runtime
            .block_on(async { self.driver().execute(script, args).await?.element() });
        found.unwrap_or_else(|_| self.fail(&format!("{role} {name} went away")))
    }

    /// Clicks the thing of that role (`button`, `link`, `tab`, `row`, `option`, `checkbox` …) and name.
    pub fn click(&self, role: &str, name: &str) {
        let element = self.find(role, name);
        if let Err(error) = self.runtime.block_on(element.click()) {
            self.fail(&format!("cannot click {role} {name}: {error}"));
        }
    }

    /// Puts the keyboard into the field of that label.
    pub fn focus(&self, label: &str) {
        let element = self.find("field", label);
        if let Err(error) = self.runtime.block_on(element.focus()) {
            self.fail(&format!("cannot focus {label}: {error}"));
        }
    }

    /// What stands in the field of that label.
    pub fn value(&self, label: &str) -> String {
        let element = self.find("field", label);
        let value = self.runtime.block_on(element.prop("value"));
        value.ok().flatten().unwrap_or_default()
    }

    /// Replaces what stands in the field of that label by typing.
    pub fn fill(&self, label: &str, text: &str) {
        self.focus(label);
        self.press("Ctrl+A");
        self.press("Delete");
        self.type_keys(text);
        self.until(&format!("{text} in {label}"), |w| w.value(label) == text);
    }

    fn keyboard(&self) -> ActionChain {
        self.driver()
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Types text on the keyboard. Characters beyond the basic plane get lost on the way: use [`Window::compose`].
    pub fn type_keys(&self, text: &str) {
        let chain = self.keyboard();
        if let Err(error) = self.runtime.block_on(chain.send_keys(text).perform()) {
            self.fail(&format!("cannot type {text}: {error}"));
        }
    }

    /// Chooses the option of that name in the list field of that label, by keyboard.
    pub fn choose(&self, label: &str, option: &str) {
        self.focus(label);
        let script = "const [list, name] = arguments;
            const at = [...list.options].findIndex((o) => o.text.trim() === name);
            return at < 0 ? null : at - list.selectedIndex;";
        let list = self
            .find("field", label)
            .to_json()
            .expect("an element is JSON");
        let away = self
            .runtime
            .block_on(self.driver().execute(script, vec![list, json!(option)]));
        let Some(steps) = away.ok().and_then(|ret| ret.json().as_i64()) else {
            self.fail(&format!("{label} offers no {option}"));
        };
        for _ in 0..steps.abs() {
            self.press(if steps > 0 { "Down" } else { "Up" });
        }
    }

    /// Presses a key or chord such as `Enter` or `Ctrl+K`.
    pub fn press(&self, chord: &str) {
        let keys = keys::chord(chord);
        let mut chain = self.keyboard();
        for key in &keys {
            chain = chain.key_down(*key);
        }
        for key in keys.iter().rev() {
            chain = chain.key_up(*key);
        }
        if let Err(error) = self.runtime.block_on(chain.perform()) {
            self.fail(&format!("cannot press {chord}: {error}"));
        }
    }

    /// Begins to compose a character as an input method does: its code is shown underlined until `Return` ends it.
    pub fn begin_composing(&self, character: char) {
        self.xdotool(&[
            "search",
            "--onlyvisible",
            "--class",
            "repair-desk",
            "windowfocus",
            "--sync",
        ]);
        self.xdotool(&["key", "--clearmodifiers", "ctrl+shift+u"]);
        let code = format!("{:x}", u32::from(character));
        let digits: Vec<_> = code.chars().map(String::from).collect();
        let mut args = vec!["key", "--delay", "20"];
        args.extend(digits.iter().map(String::as_str));
        self.xdotool(&args);
    }

    /// Types text as an input method does, character by character, in the focused field.
    pub fn compose(&self, text: &str) {
        for character in text.chars() {
            self.begin_composing(character);
            self.xdotool(&["key", "Return"]);
        }
    }

    /// Works the window from outside, as the desktop does. Returns what xdotool prints.
    pub fn xdotool(&self, args: &[&str]) -> String {
        let output = Command::new("xdotool")
            .args(args)
            .envs(self.processes.settings.iter().map(|(k, v)| (k, v)))
            .output();
        let output = output.expect("xdotool is installed");
        if !output.status.success() {
            self.fail(&format!(
                "xdotool {args:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            ));
        }
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Starts the program once more on the same desktop and waits for that second one to end.
    pub fn start_again(&self) -> ExitStatus {
        let mut second = Command::new(program())
            .envs(self.processes.settings.iter().map(|(k, v)| (k, v)))
            .spawn()
            .expect("the program starts");
        let begun = Instant::now();
        loop {
            if let Some(status) = second.try_wait().expect("it is our child") {
                return status;
            }
            if begun.elapsed() > PATIENCE {
                second.kill().expect("it is our child");
                self.fail("the second start did not end");
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Sets the window's size in pixels.
    pub fn size(&self, width: u32, height: u32) {
        if let Err(error) = self
            .runtime
            .block_on(self.driver().set_window_rect(0, 0, width, height))
        {
            self.fail(&format!("cannot be {width} × {height}: {error}"));
        }
    }

    /// Runs script in the page and returns what it returns; for what no person could do, such as measuring.
    pub fn script(&self, script: &str) -> Value {
        match self
            .runtime
            .block_on(self.driver().execute(script, Vec::new()))
        {
            Ok(answer) => answer.json().clone(),
            Err(error) => self.fail(&format!("script failed: {error}")),
        }
    }

    /// Takes a picture of the page. WebKit waits for the next frame, which a page at rest never draws: so it is kept
    /// drawing for two seconds by a change that nobody sees.
    pub fn shot(&self, path: &Path) {
        self.page(vec![json!("draw")]);
        if let Err(error) = self.runtime.block_on(self.driver().screenshot(path)) {
            panic!("no picture at {}: {error}", path.display());
        }
    }

    /// Fails the test with a picture of the page and its text.
    pub fn fail(&self, why: &str) -> ! {
        let stem = std::thread::current()
            .name()
            .unwrap_or("window")
            .replace("::", "-");
        let picture: PathBuf = target("e2e").join(format!("{stem}.png"));
        let _ = self.runtime.block_on(self.driver().screenshot(&picture));
        panic!(
            "{why}\npicture: {}\non the page: {}",
            picture.display(),
            self.text()
        );
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // A window that is gone already cannot be closed; the process group is ended in any case.
            let _ = self.runtime.block_on(async {
                tokio::time::timeout(Duration::from_secs(5), driver.quit()).await
            });
        }
    }
}
