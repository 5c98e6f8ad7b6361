//! Kinds that an item's name lists: 9W/16W, (普/特).

/// The one list of `count` kinds in a name. `None` where there is none, or more than one.
pub(super) fn in_name(name: &str, count: usize) -> Option<Vec<String>> {
    let outside = [
        '(', ')', '（', '）', '、', '，', ',', ' ', '\n', '[', ']', '【', '】',
    ];
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut start = 0;
    for (at, mark) in name.match_indices(outside).chain([(name.len(), "")]) {
        let piece = &name[start..at];
        let closed = start > 0
            && "(（[【".contains(name[..start].chars().next_back().unwrap_or(' '))
            && [")", "）", "]", "】"].contains(&mark);
        start = at + mark.len();
        let parts: Vec<&str> = piece.split(['/', '／']).map(str::trim).collect();
        if parts.len() != count || count < 2 {
            continue;
        }
        found.extend(if closed {
            whole(&parts)
        } else {
            figures(&parts)
        });
    }
    let only = found.pop()?;
    found.is_empty().then_some(only)
}

/// In brackets the list is all there is.
fn whole(parts: &[&str]) -> Option<Vec<String>> {
    let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    (!parts.iter().any(String::is_empty)).then_some(parts)
}

/// In the running name only figures and letters show where the list begins and ends: LED燈管9W/16W.
fn figures(parts: &[&str]) -> Option<Vec<String>> {
    let part_of = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let (first, rest) = parts.split_first()?;
    let (last, middle) = rest.split_last()?;
    let tail = first.trim_end_matches(part_of).len();
    let head = last.len() - last.trim_start_matches(part_of).len();
    let mut kinds = vec![first[tail..].to_owned()];
    kinds.extend(middle.iter().map(|part| (*part).to_owned()));
    kinds.push(last[..head].to_owned());
    let plain = kinds
        .iter()
        .all(|kind| kind.starts_with(|c: char| c.is_ascii_digit()) && kind.chars().all(part_of));
    plain.then_some(kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_found_where_nothing_else_can_be_meant() {
        let kinds = |name, count| in_name(name, count).map(|kinds| kinds.join("|"));
        for (name, count, expected) in [
            ("更換LED燈管9W/16W(不含改線路)", 2, Some("9W|16W")),
            ("更換LED射燈3W/9W", 2, Some("3W|9W")),
            ("排風扇拆、裝(普/特)", 2, Some("普|特")),
            ("LED 3W/9W射燈", 2, Some("3W|9W")),
            ("燈管（9W/16W/20W）", 3, Some("9W|16W|20W")),
            ("單相/三相開關", 2, None),
            ("更換燈管", 2, None),
            ("燈(普/特)9W/16W", 2, None),
            ("燈管9W/16W", 3, None),
        ] {
            assert_eq!(kinds(name, count).as_deref(), expected, "{name}");
        }
    }
}
