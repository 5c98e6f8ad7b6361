//! What a careful eye finds on a page: words that are missing, text that is cut off, things that lie over one another,
//! and what keeps people out (axe, WCAG 2.2 AA).

use std::path::Path;

use serde_json::{Value, json};

use super::Window;

/// Says what broke in the page's scripts; what happened before it listens is not heard.
const LISTEN: &str = "if (window.broken) return;
    window.broken = [];
    const note = (what) => window.broken.push(String(what));
    // A virtual list measures its rows, some of them one frame later: browsers tell so as if it were an error.
    const later = 'ResizeObserver loop completed with undelivered notifications.';
    addEventListener('error', (event) => { if (event.message !== later) note(event.message); });
    addEventListener('unhandledrejection', (event) => note(event.reason));
    document.addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective + ' ' + event.blockedURI));
    const told = console.error;
    console.error = (...args) => { note(args.join(' ')); told(...args); };";

/// Runs axe on the page as it is.
const AXE: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    }).then(
      (found) => done(found.violations.flatMap((v) => v.nodes.map((n) =>
        `${v.impact} ${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\\s+/g, ' ')}`))),
      (error) => done([`axe broke: ${error}`]));";

const GO: &str = "const [path, done] = arguments;
    if (location.hash === path) { done(); return; }
    addEventListener('hashchange', () => setTimeout(done), { once: true });
    location.hash = path;";

impl Window {
    /// Waits until every question to the door is answered and the letters are there.
    pub fn settle(&self) {
        self.until("all answers", |w| {
            w.page(vec![json!("asking")]) == json!(0)
                && w.script("return document.fonts.status") == "loaded"
        });
    }

    /// Goes to an address of the page, such as `order/1`, without the keyboard: for looking at every screen.
    pub fn go(&self, path: &str) {
        self.script_async(GO, vec![json!(format!("#/{path}"))]);
        self.settle();
    }

    /// Begins to note what breaks in the page's scripts; [`Window::faults`] tells it.
    pub fn listen(&self) {
        self.script(LISTEN);
    }

    /// What is wrong with the page as it is drawn now.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = strings(&self.script(include_str!("faults.js")));
        faults.extend(strings(
            &self.script("return (window.broken ?? []).splice(0)"),
        ));
        faults
    }

    /// What axe holds against the page.
    pub fn barriers(&self) -> Vec<String> {
        if self.script("return typeof axe") == "undefined" {
            let axe = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../ui/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(axe).expect("the pages' modules are installed");
            self.script(&axe);
        }
        strings(&self.script_async(AXE, Vec::new()))
    }

    /// Runs script that hands its answer to the function behind its arguments.
    pub fn script_async(&self, script: &str, args: Vec<Value>) -> Value {
        match self
            .runtime
            .block_on(self.driver().execute_async(script, args))
        {
            Ok(answer) => answer.json().clone(),
            Err(error) => self.fail(&format!("script failed: {error}")),
        }
    }
}

fn strings(list: &Value) -> Vec<String> {
    let all = list.as_array().into_iter().flatten();
    all.map(|text| text.as_str().unwrap_or_default().to_owned())
        .collect()
}
