//! Lists that stand side by side.

use crate::fold::fold;

use super::below::{Below, Kind};
use super::columns::{Columns, Field};
use super::heading;

/// Where a second list begins beside the first, counted from 0.
pub(super) fn second(columns: &Columns, below: &[Below]) -> Option<usize> {
    by_headings(columns).or_else(|| by_contents(columns, below))
}

/// The heading of the names, and one behind it, stand there once more.
fn by_headings(columns: &Columns) -> Option<usize> {
    let texts: Vec<String> = columns.headings.iter().map(|text| fold(text)).collect();
    let is_name = |at: &usize| {
        let text = &columns.headings[*at];
        heading::known(text).or_else(|| heading::hint(text)) == Some(Field::Name)
    };
    let names: Vec<usize> = (0..texts.len()).filter(is_name).collect();
    let again = |first: usize, second: usize| {
        texts[first] == texts[second]
            && (1..second - first).any(|next| {
                let (left, right) = (&texts[first + next], texts.get(second + next));
                !left.is_empty() && Some(left) == right
            })
    };
    let (first, second) = names.iter().enumerate().find_map(|(n, first)| {
        let mut later = names[n + 1..].iter();
        let second = later.find(|second| again(*first, **second))?;
        Some((*first, *second))
    })?;
    // What stands before the names of the first list stands before those of the second.
    let before = (1..=first)
        .take_while(|back| {
            let (left, right) = (&texts[first - back], &texts[second - back]);
            !left.is_empty() && left == right
        })
        .count();
    Some(second - before)
}

/// What stands in the columns repeats, names and prices among it: 水電類|價格|泥木類|價格, or a list without headings.
fn by_contents(columns: &Columns, below: &[Below]) -> Option<usize> {
    let filled = |at: &usize| below[*at].kind != Kind::Blank;
    let used: Vec<usize> = (0..below.len()).filter(filled).collect();
    let heading = |at: usize| fold(&columns.headings[at]);
    let bare = used.iter().all(|at| columns.headings[*at].is_empty());
    (2..=used.len() / 2).find_map(|width| {
        let (first, rest) = used.split_at(width);
        let priced = |at: &usize| matches!(below[*at].kind, Kind::Money | Kind::Figures);
        let names = first.iter().any(|at| below[*at].names());
        if !used.len().is_multiple_of(width) || !names || !first.iter().any(priced) {
            return None;
        }
        let mut same = false;
        for (n, at) in rest.iter().enumerate() {
            let left = first[n % width];
            if below[left].kind != below[*at].kind || (below[left].names() && !below[*at].differ())
            {
                return None;
            }
            same |= !heading(left).is_empty() && heading(left) == heading(*at);
        }
        (bare || same).then(|| rest[0])
    })
}
