//! The three languages say the same things with the same parameters, each in its own script.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::*;

/// Key → variables of the message, over all files of one locale.
fn messages(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (_, name, source) in FILES.iter().filter(|file| file.0 == locale.tag()) {
        let file = parser::parse(*source).unwrap_or_else(|(_, e)| panic!("{name}: {e:?}"));
        for entry in file.body {
            if let ast::Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                let pattern = message.value.as_ref().expect("every message has a value");
                pattern_variables(pattern, &mut variables);
                let twice = found.insert(message.id.name.to_owned(), variables);
                assert!(twice.is_none(), "{name}: {} stands twice", message.id.name);
            }
        }
    }
    found
}

fn pattern_variables(pattern: &ast::Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Inline(inline) => inline_variables(inline, into),
                ast::Expression::Select { selector, variants } => {
                    inline_variables(selector, into);
                    for variant in variants {
                        pattern_variables(&variant.value, into);
                    }
                }
            }
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inner) = expression.as_ref() {
                inline_variables(inner, into);
            }
        }
        _ => {}
    }
}

#[test]
fn the_three_locales_have_the_same_files_messages_and_variables() {
    let files = |locale: Locale| -> Vec<&str> {
        FILES
            .iter()
            .filter(|f| f.0 == locale.tag())
            .map(|f| f.1)
            .collect()
    };
    let first = messages(Locale::ZhHant);
    assert!(!first.is_empty());
    for other in [Locale::ZhHans, Locale::En] {
        assert_eq!(files(Locale::ZhHant), files(other), "{}", other.tag());
        let second = messages(other);
        for (key, variables) in &first {
            assert_eq!(second.get(key), Some(variables), "{} {key}", other.tag());
        }
        for key in second.keys() {
            assert!(first.contains_key(key), "only in {}: {key}", other.tag());
        }
    }
}

#[test]
fn every_message_resolves_with_its_variables() {
    for locale in Locale::ALL {
        for (key, variables) in messages(locale) {
            let args: Vec<_> = variables
                .iter()
                .map(|name| (name.as_str(), Arg::Text("7")))
                .collect();
            assert!(!resolve(locale, &key, &args).unwrap().is_empty(), "{key}");
        }
    }
}

#[test]
fn keys_begin_with_the_name_of_their_file() {
    for (locale, name, source) in FILES {
        let area = name.trim_end_matches(".ftl");
        for entry in parser::parse(*source).unwrap().body {
            if let ast::Entry::Message(message) = entry {
                let key = message.id.name;
                let singular = area.trim_end_matches('s');
                assert!(
                    key.starts_with(&format!("{area}-"))
                        || key.starts_with(&format!("{singular}-")),
                    "{locale}/{name}: {key}"
                );
            }
        }
    }
}

/// Pairs of characters that differ between the scripts and are frequent in this trade; neither form is correct in
/// the other script.
const TRADITIONAL: &str = "報單維開關應時間發電話號業務員門區層樓內與為這個們來說對會總記錄項類條頁數據設備檢測驗準備戶稱\
    請選擇確認後續處緊難誰錯誤輸儲檔導讀寫網絡顯語標簽題訊圖表達權讓產議並聯繫範圍臺賬";
const SIMPLIFIED: &str = "报单维开关应时间发电话号业务员门区层楼内与为这个们来说对会总记录项类条页数据设备检测验准备户称\
    请选择确认后续处紧难谁错误输储档导读写网络显语标签题讯图表达权让产议并联系范围台账";

#[test]
fn each_chinese_locale_keeps_to_its_script() {
    let only = |of: &str, not: &str| -> BTreeSet<char> {
        of.chars()
            .filter(|c| c.is_alphabetic() && !not.contains(*c))
            .collect()
    };
    // Characters of one list that may stand in the other script with another sense.
    let shared: BTreeSet<char> = "系准台里".chars().collect();
    for (locale, foreign) in [
        (Locale::ZhHant, only(SIMPLIFIED, TRADITIONAL)),
        (Locale::ZhHans, only(TRADITIONAL, SIMPLIFIED)),
    ] {
        for (_, name, source) in FILES.iter().filter(|f| f.0 == locale.tag()) {
            for line in source
                .lines()
                .filter(|line| !line.starts_with('#') && !line.starts_with("common-language-"))
            {
                let wrong: Vec<_> = line
                    .chars()
                    .filter(|c| foreign.contains(c) && !shared.contains(c))
                    .collect();
                assert!(
                    wrong.is_empty(),
                    "{}/{name}: {wrong:?} in {line}",
                    locale.tag()
                );
            }
        }
    }
}

#[test]
fn a_missing_key_or_parameter_is_an_error() {
    assert!(resolve(Locale::En, "no-such-key", &[]).is_err());
    assert!(resolve(Locale::En, "forms-page-of", &[("page", "1".into())]).is_err());
    assert!(!has(Locale::En, "no-such-key"));
    assert!(has(Locale::En, "forms-page-of"));
}

#[test]
#[should_panic(expected = "no message")]
fn a_missing_key_stops_a_debug_build() {
    text(Locale::ZhHant, "no-such-key", &[]);
}

#[test]
fn tags_and_json_agree() {
    for locale in Locale::ALL {
        assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
        assert_eq!(
            serde_json::to_string(&locale).unwrap(),
            format!("\"{}\"", locale.tag())
        );
    }
    assert_eq!(Locale::default(), Locale::ZhHant);
}
