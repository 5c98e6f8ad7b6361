//! The file name of a backup says what it is: ledger, day and time in the office's zone, head of the chain.

use chrono::NaiveDateTime;

/// A backup by its file name, such as `repair-desk-1a2b3c4d-20261123-143005-9f8e7d6c.backup`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackupName {
    /// When it was begun, in office time.
    pub at: NaiveDateTime,
    /// First digits of the ledger's name.
    pub ledger: String,
    /// First digits of the newest act's hash.
    pub head: String,
}

const START: &str = "repair-desk-";
const END: &str = ".backup";
const TIME: &str = "%Y%m%d-%H%M%S";

impl BackupName {
    /// The name of a backup of this ledger.
    pub fn new(ledger_id: &str, at: NaiveDateTime, head: &str) -> Self {
        use chrono::Timelike;
        Self {
            at: at.with_nanosecond(0).unwrap_or(at),
            ledger: ledger_id.chars().take(8).collect(),
            head: head.chars().take(8).collect(),
        }
    }

    /// Whether it is one of this ledger's.
    pub fn is_of(&self, ledger_id: &str) -> bool {
        ledger_id.starts_with(&self.ledger)
    }

    /// Reads a file name; `None` for files that are no backups.
    pub fn parse(name: &str) -> Option<Self> {
        let inner = name.strip_prefix(START)?.strip_suffix(END)?;
        let (ledger, rest) = inner.split_once('-')?;
        let (time, head) = rest.rsplit_once('-')?;
        let read = Self {
            at: NaiveDateTime::parse_from_str(time, TIME).ok()?,
            ledger: ledger.into(),
            head: head.into(),
        };
        // Only what this program would itself have written.
        (read.to_string() == name && ledger.len() == 8 && head.len() == 8).then_some(read)
    }
}

impl std::fmt::Display for BackupName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let time = self.at.format(TIME);
        write!(f, "{START}{}-{time}-{}{END}", self.ledger, self.head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written_and_nothing_else_is() {
        let at = NaiveDateTime::parse_from_str("2026-11-23 14:30:05", "%Y-%m-%d %H:%M:%S").unwrap();
        let name = BackupName::new("1a2b3c4d5e6f", at, "9f8e7d6c5b4a");
        let text = "repair-desk-1a2b3c4d-20261123-143005-9f8e7d6c.backup";
        assert_eq!(name.to_string(), text);
        assert_eq!(BackupName::parse(text), Some(name));
        for other in [
            "",
            "desk.ledger",
            "repair-desk-1a2b3c4d-20261123-143005-9f8e7d6c.backup.partial",
            "repair-desk-1a2b3c4d-20261123-143005-9f8e7d6c.backup.id",
            "repair-desk-1a2b3c4d-20261323-143005-9f8e7d6c.backup",
            "repair-desk-1a2b-20261123-143005-9f8e7d6c.backup",
            "copy of repair-desk-1a2b3c4d-20261123-143005-9f8e7d6c.backup",
        ] {
            assert_eq!(BackupName::parse(other), None, "{other}");
        }
    }
}
