//! Text as it is searched: every letter and digit by itself, in lower case.

/// Characters set apart by blanks, so that phrases find words of any length.
pub fn fts_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// The phrase query for what a person typed; `None` when nothing searchable was typed.
pub fn fts_query(text: &str) -> Option<String> {
    let phrase = fts_text(text);
    (!phrase.is_empty()).then(|| format!("\"{phrase}\""))
}
