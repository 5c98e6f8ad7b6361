//! The way from the page to the door as it seldom is: slow, or with another desk at the same door.

use serde_json::{Value, json};

use super::Window;

/// From now on what the page asks by that verb waits, each question by itself.
const HOLD: &str = r#"window.held ??= { verb: "", waiting: [], fetch: window.fetch.bind(window) };
    window.held.verb = VERB;
    window.fetch = (url, init) => {
      const { verb, waiting, fetch } = window.held;
      const asked = verb !== "" && String(init?.body).includes(`"name":"${verb}"`);
      return asked ? new Promise((go) => waiting.push(() => go(fetch(url, init)))) : fetch(url, init);
    };"#;

/// Lets go what waits, the newest question first, each once the one before is answered.
const LET: &str = "const done = arguments[arguments.length - 1];
    window.held.verb = '';
    const asking = () => Number(document.documentElement.dataset.asking ?? 0);
    const next = () => {
      const go = window.held.waiting.pop();
      if (!go) { done(); return; }
      const before = asking();
      go();
      const look = () => (asking() < before ? next() : setTimeout(look, 10));
      look();
    };
    next();";

const CALL: &str = "const [token, name, input, done] = arguments;
    window.__TAURI_INTERNALS__.invoke('call', { token, name, input })
      .then((answer) => done(answer.ok ? answer.ok.value : answer), (error) => done(String(error)));";

impl Window {
    /// Holds back what the page asks by this verb until [`Window::let_through`].
    pub fn hold_back(&self, verb: &str) {
        self.script(&HOLD.replace("VERB", &json!(verb).to_string()));
    }

    /// How many questions wait.
    pub fn held_back(&self) -> u64 {
        let waiting = self.script("return window.held.waiting.length");
        waiting.as_u64().unwrap_or(0)
    }

    /// Lets through what was held back, the newest question first.
    pub fn let_through(&self) {
        self.script_async(LET, Vec::new());
    }

    /// Calls a verb beside the page, as another desk would: the page hears nothing of it.
    pub fn call_beside(&self, token: Value, verb: &str, input: Value) -> Value {
        self.script_async(CALL, vec![token, json!(verb), input])
    }
}
