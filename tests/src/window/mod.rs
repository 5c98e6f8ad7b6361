//! A person at the window: sees text, finds things by role and name, works the keyboard.

mod door;
mod hands;
mod home;
mod judge;
mod keys;
mod processes;
mod running;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output};
use std::time::{Duration, Instant};

pub use home::{Home, Prepared};
pub use processes::target;
use processes::{Processes, program};
pub use running::Running;
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Runtime;

/// How long something may take to appear before the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// One open window of the program. Whatever fails leaves a picture and the page's text in `target/e2e`.
pub struct Window {
    driver: Option<WebDriver>,
    runtime: Runtime,
    processes: Processes,
    /// Keys pressed so far.
    keys: Cell<usize>,
}

impl Window {
    /// Starts the program on `home` and waits until its page is there.
    pub fn start(home: &Home) -> Self {
        Self::start_with(home, &[])
    }

    /// The same with environment variables set.
    pub fn start_with(home: &Home, settings: &[(&str, &str)]) -> Self {
        Self::of(&program(), home, settings)
    }

    /// The window of any program.
    pub fn of(program: &Path, home: &Home, settings: &[(&str, &str)]) -> Self {
        let processes = Processes::start(home, settings);
        let runtime = Runtime::new().expect("a runtime starts");
        let mut wanted = Capabilities::new();
        wanted
            .set(
                "webkitgtk:browserOptions",
                json!({ "binary": program, "args": [] }),
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
            keys: Cell::new(0),
        };
        window.until("a page with text", |w| !w.text().is_empty());
        window
    }

    /// The program's process.
    pub fn program(&self) -> Running {
        self.processes.program()
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

    /// How many dialogs are open.
    pub fn dialogs(&self) -> u64 {
        self.page(vec![json!("dialogs")]).as_u64().unwrap_or(0)
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
    pub fn until(&self, what: &str, done: impl FnMut(&Self) -> bool) {
        self.wait(PATIENCE, what, done);
    }

    /// The same for what takes long by its nature.
    pub fn patiently(&self, what: &str, done: impl FnMut(&Self) -> bool) {
        self.wait(4 * PATIENCE, what, done);
    }

    fn wait(&self, patience: Duration, what: &str, mut done: impl FnMut(&Self) -> bool) {
        let begun = Instant::now();
        while !done(self) {
            if begun.elapsed() > patience {
                self.fail(&format!("waited in vain for: {what}"));
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Whether the desktop shows the window.
    pub fn is_shown(&self) -> bool {
        let search = ["search", "--onlyvisible", "--class", "repair-desk"];
        self.ask_desktop(&search).status.success()
    }

    fn ask_desktop(&self, args: &[&str]) -> Output {
        let output = Command::new("xdotool")
            .args(args)
            .envs(self.processes.settings.iter().map(|(k, v)| (k, v)))
            .output();
        output.expect("xdotool is installed")
    }

    /// Works the window from outside, as the desktop does. Returns what xdotool prints.
    pub fn xdotool(&self, args: &[&str]) -> String {
        let output = self.ask_desktop(args);
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
