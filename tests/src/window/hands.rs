//! The keyboard: every field, button and choice is reached by Tab and worked by keys, as whoever has no mouse does.

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;

use super::{Window, keys};
use std::time::Duration;

/// More stops than any screen has: beyond it the keyboard goes round in circles.
const MOST_STOPS: usize = 120;

impl Window {
    fn keyboard(&self) -> ActionChain {
        self.driver()
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Presses a key or chord such as `Enter` or `Ctrl+K`.
    pub fn press(&self, chord: &str) {
        let keys = keys::chord(chord);
        self.keys.set(self.keys.get() + keys.len());
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

    /// How many keys were pressed while something was done; a chord counts each of its keys.
    pub fn keys_for(&self, done: impl FnOnce(&Self)) -> usize {
        let before = self.keys.get();
        done(self);
        self.keys.get() - before
    }

    /// Types text on the keyboard. Characters beyond the basic plane get lost on the way: use [`Window::compose`].
    pub fn type_keys(&self, text: &str) {
        self.keys.set(self.keys.get() + text.chars().count());
        let chain = self.keyboard();
        if let Err(error) = self.runtime.block_on(chain.send_keys(text).perform()) {
            self.fail(&format!("cannot type {text}: {error}"));
        }
    }

    /// Goes by Tab to the thing of that role (`field`, `button`, `link`, `checkbox`, `table` …) and name. Fails where
    /// the keyboard cannot get there.
    pub fn reach(&self, role: &str, name: &str) {
        self.until(&format!("{role} {name}"), |w| w.has(role, name));
        let mut turns = 0;
        let mut going = String::new();
        for _ in 0..MOST_STOPS {
            let way = self.look("way", role, name);
            match way.as_str().unwrap_or("gone") {
                "here" => return,
                // A page that is just being drawn anew.
                "gone" => self.until(&format!("{role} {name}"), |w| w.has(role, name)),
                key => {
                    if !going.is_empty() && going != key {
                        turns += 1;
                    }
                    if turns > 2 {
                        break;
                    }
                    key.clone_into(&mut going);
                    self.press(key);
                }
            }
        }
        self.fail(&format!("no key leads to {role} {name}"));
    }

    /// Puts the keyboard into the field of that label.
    pub fn focus(&self, label: &str) {
        self.reach("field", label);
    }

    /// What stands in the field of that label; of a list, the words of what is chosen.
    pub fn value(&self, label: &str) -> String {
        self.until(&format!("field {label}"), |w| w.has("field", label));
        let value = self.look("value", "field", label);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Replaces what stands in the field of that label by typing.
    pub fn fill(&self, label: &str, text: &str) {
        self.focus(label);
        self.press("Ctrl+A");
        self.press("Delete");
        self.type_keys(text);
        self.until(&format!("{text} in {label}"), |w| w.value(label) == text);
    }

    /// Presses the button or follows the link of that name.
    pub fn push(&self, role: &str, name: &str) {
        self.reach(role, name);
        self.press("Enter");
    }

    /// Ticks or clears the box of that label.
    pub fn tick(&self, label: &str, on: bool) {
        self.reach("checkbox", label);
        if self.look("checked", "checkbox", label) != json!(on) {
            self.press("Space");
        }
        self.until(&format!("{label}: {on}"), |w| {
            w.look("checked", "checkbox", label) == json!(on)
        });
    }

    /// Chooses the option of that name in the list field of that label.
    pub fn choose(&self, label: &str, option: &str) {
        self.focus(label);
        // What can be chosen may still be on its way from the ledger.
        let mut steps = None;
        self.until(&format!("{option} in {label}"), |w| {
            steps = w.away("field", label, option);
            steps.is_some()
        });
        let steps = steps.unwrap_or_default();
        for _ in 0..steps.abs() {
            self.press(if steps > 0 { "Down" } else { "Up" });
        }
        // The list of languages has another label once one is chosen, but it keeps the keyboard.
        self.until(&format!("{option} is chosen"), |w| {
            w.page(vec![json!("chosen")]) == json!(option)
        });
    }

    /// Picks one of a few values that are all in sight, with the arrow keys.
    pub fn pick(&self, group: &str, option: &str) {
        self.reach("radios", group);
        if self.look("options", "radios", group)["at"] == json!(-1) {
            // Nothing is chosen beforehand: the one that has the keyboard is chosen first.
            self.press("Space");
        }
        let Some(steps) = self.away("radios", group, option) else {
            self.fail(&format!("{group} offers no {option}"));
        };
        for _ in 0..steps.abs() {
            self.press(if steps > 0 { "Right" } else { "Left" });
        }
        self.until(&format!("{option} is picked"), |w| {
            w.away("radios", group, option) == Some(0)
        });
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

    /// How many steps an option lies below the chosen one; nothing where it is not offered.
    fn away(&self, role: &str, name: &str, option: &str) -> Option<i64> {
        let list = self.look("options", role, name);
        let wanted = list["all"].as_array()?.iter().position(|o| o == option)?;
        Some(i64::try_from(wanted).ok()? - list["at"].as_i64()?)
    }

    fn look(&self, want: &str, role: &str, name: &str) -> Value {
        self.page(vec![json!(want), json!(role), json!(name)])
    }

    /// Whether there is such a thing now, in the topmost dialog where one is open.
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.look("has", role, name) == json!(true)
    }
}
