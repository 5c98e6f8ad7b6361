//! The full-text index against a plain search through the same texts: both must name the same rows.

use proptest::prelude::*;
use rusqlite::Connection;

use crate::fold::{fold, fts_query, fts_text};

/// Characters that tokenizers like to split at, merge or drop, between ones they keep.
const TRICKY: &str =
    "漏漏水臺台aAａée\u{301}1１ \u{3000}，,\"'*()-^:+.「」😀👩\u{200d}𠮷㐀\u{9fd5}かがｶﾞß_\u{f900}";

fn rows(conn: &Connection, query: &str) -> Vec<i64> {
    let mut statement = conn
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid")
        .unwrap();
    let found = statement.query_map([query], |row| row.get(0)).unwrap();
    found.collect::<Result<_, _>>().unwrap()
}

fn text(max: usize) -> impl Strategy<Value = String> {
    let tricky = proptest::sample::select(TRICKY.chars().collect::<Vec<_>>());
    let c = prop_oneof![9 => tricky, 1 => any::<char>()];
    proptest::collection::vec(c, 0..max).prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn typed_words_find_what_a_plain_search_finds(
        texts in proptest::collection::vec(text(30), 1..40),
        queries in proptest::collection::vec(text(4), 1..40),
    ) {
        for tokenizer in ["unicode61 remove_diacritics 0", "unicode61", "ascii"] {
            crate::ledger::file::start();
            let conn = Connection::open_in_memory().unwrap();
            conn.execute_batch(&format!(
                "CREATE VIRTUAL TABLE search USING fts5 (text, content = '', tokenize = '{tokenizer}')"
            ))
            .unwrap();
            for (id, text) in (0_i64..).zip(&texts) {
                conn.prepare_cached("INSERT INTO search (rowid, text) VALUES (?1, ?2)")
                    .unwrap()
                    .execute((id, fts_text(text)))
                    .unwrap();
            }
            for query in &queries {
                let folded = fold(query);
                let wanted: Vec<&str> = folded.split_whitespace().collect();
                let holds_all = |text: &str| wanted.iter().all(|word| fold(text).contains(word));
                let naive: Vec<i64> = (0..).zip(&texts)
                    .filter(|(_, text)| !wanted.is_empty() && holds_all(text))
                    .map(|(id, _)| id)
                    .collect();
                let found = fts_query(query).map(|q| rows(&conn, &q)).unwrap_or_default();
                prop_assert_eq!(found, naive, "{:?} by {}", query, tokenizer);
            }
        }
    }
}
