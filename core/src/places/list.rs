//! Lists the tree of places: the frame at once, households floor by floor, one place with who lives there.

use std::cmp::Ordering;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::PlaceId;
use crate::ledger::places::{Place, Resident};
use crate::places::views::ResidentView;

/// Lists what stands directly in a place, or the communities; closed ones last.
#[derive(Deserialize, TS)]
pub struct ListPlaces {
    pub parent: Option<PlaceId>,
}

impl ReadVerb for ListPlaces {
    const NAME: &'static str = "places.list";
    const ACTION: Action = Action::SeePlaces;
    type Out = Vec<Place>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Place>> {
        let mut places = Place::children(r, self.parent)?;
        places.sort_by(in_order);
        Ok(places)
    }
}

/// Shows the tree without its households.
#[derive(Deserialize, TS)]
pub struct PlaceTree {}

/// A place with what stands in it.
#[derive(Debug, Serialize, TS)]
pub struct PlaceNode {
    pub place: Place,
    /// Active households directly in it.
    pub households: u32,
    pub children: Vec<PlaceNode>,
}

impl ReadVerb for PlaceTree {
    const NAME: &'static str = "places.tree";
    const ACTION: Action = Action::SeePlaces;
    type Out = Vec<PlaceNode>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<PlaceNode>> {
        let counts = Place::household_counts(r)?;
        let mut by_parent: HashMap<Option<PlaceId>, Vec<Place>> = HashMap::new();
        for place in Place::frame(r)? {
            by_parent.entry(place.parent_id).or_default().push(place);
        }
        Ok(nodes(&mut by_parent, &counts, None))
    }
}

fn nodes(
    by_parent: &mut HashMap<Option<PlaceId>, Vec<Place>>,
    counts: &HashMap<PlaceId, u32>,
    parent: Option<PlaceId>,
) -> Vec<PlaceNode> {
    let mut places = by_parent.remove(&parent).unwrap_or_default();
    places.sort_by(in_order);
    places
        .into_iter()
        .map(|place| PlaceNode {
            households: counts.get(&place.id).copied().unwrap_or(0),
            children: nodes(by_parent, counts, Some(place.id)),
            place,
        })
        .collect()
}

/// Shows one place with those who live or lived there.
#[derive(Deserialize, TS)]
pub struct ShowPlace {
    pub place: PlaceId,
}

/// One place.
#[derive(Debug, Serialize, TS)]
pub struct PlaceView {
    pub place: Place,
    /// What it stands in, the community first.
    pub above: Vec<Place>,
    /// Those who live there first.
    pub residents: Vec<ResidentView>,
}

impl ReadVerb for ShowPlace {
    const NAME: &'static str = "places.show";
    const ACTION: Action = Action::SeePlaces;
    type Out = PlaceView;

    fn run(self, r: &Reader<'_>) -> Result<PlaceView> {
        let place = Place::get(r, self.place)?;
        let mut above = place.clone().path(r)?;
        above.pop();
        let residents = Resident::at(r, place.id)?;
        Ok(PlaceView {
            place,
            above,
            residents: residents
                .into_iter()
                .map(|resident| ResidentView::of(r, resident))
                .collect(),
        })
    }
}

/// Active before closed, buildings before areas, 2 before 10.
fn in_order(a: &Place, b: &Place) -> Ordering {
    (b.active, a.kind)
        .cmp(&(a.active, b.kind))
        .then_with(|| by_number(&a.code, &b.code))
        .then_with(|| by_number(&a.name, &b.name))
}

/// Digits compare by value, everything else by character.
fn by_number(a: &str, b: &str) -> Ordering {
    let pieces = |text: &str| -> Vec<(u64, String)> {
        let chars: Vec<char> = text.chars().collect();
        chars
            .chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit())
            .map(|run| {
                let run: String = run.iter().collect();
                match run.parse() {
                    Ok(number) => (number, String::new()),
                    Err(_) => (u64::MAX, run),
                }
            })
            .collect()
    };
    pieces(a).cmp(&pieces(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_by_value() {
        let mut codes = ["10", "2", "a-2", "2-10", "2-9", "3-1204", "a-10"];
        codes.sort_by(|a, b| by_number(a, b));
        assert_eq!(codes, ["2", "2-9", "2-10", "3-1204", "10", "a-2", "a-10"]);
    }
}
