//! Names of keys and chords: `Enter`, `Ctrl+K`, `Shift+Tab`, `F2`.

use thirtyfour::Key;

/// The keys of a chord, modifiers first.
pub fn chord(text: &str) -> Vec<char> {
    // A trailing plus is the key itself: `Ctrl++`.
    let (modifiers, last) = match text.strip_suffix('+') {
        Some(rest) => (rest.trim_end_matches('+'), "+"),
        None => text.rsplit_once('+').unwrap_or(("", text)),
    };
    let modifiers = modifiers.split('+').filter(|name| !name.is_empty());
    modifiers.chain([last]).map(key).collect()
}

fn key(name: &str) -> char {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.to_ascii_lowercase();
    }
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        "F4" => Key::F4,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F10" => Key::F10,
        other => panic!("no key is called {other}"),
    };
    key.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_read() {
        assert_eq!(chord("k"), ['k']);
        assert_eq!(chord("Enter"), [Key::Enter.value()]);
        assert_eq!(chord("Ctrl+K"), [Key::Control.value(), 'k']);
        assert_eq!(
            chord("Ctrl+Shift+F2"),
            [Key::Control.value(), Key::Shift.value(), Key::F2.value()]
        );
        assert_eq!(chord("Ctrl++"), [Key::Control.value(), '+']);
        assert_eq!(chord("+"), ['+']);
    }
}
