//! One act in full: which fields it changed, from what to what. Looking is itself recorded (R39).

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ids::ActId;
use crate::ledger::audit_trail::Act;
use crate::ledger::named::Named;

/// Shows an act.
#[derive(Deserialize, TS)]
pub struct ShowAct {
    pub id: ActId,
}

/// An act in full.
#[derive(Debug, Serialize, TS)]
pub struct ActView {
    pub act: Act,
    pub changes: Vec<FieldChange>,
    /// What the act noted beside its changes.
    pub notes: Vec<ActNote>,
    /// Whether values are withheld because the viewer may not see residents' data.
    pub masked: bool,
}

/// One field of one row.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// `table:id`.
    pub row: String,
    /// The record that the row is, or belongs to.
    pub record: Option<Named>,
    pub field: String,
    /// Empty for a new row.
    pub old: Option<String>,
    pub new: Option<String>,
}

/// A note of an act.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub struct ActNote {
    pub name: String,
    pub value: Option<String>,
}

impl WriteVerb for ShowAct {
    const NAME: &'static str = "audit.show";
    const ACTION: Action = Action::SeeAudit;
    type Out = ActView;

    fn run(self, w: &mut Writer<'_>) -> Result<ActView> {
        let act = Act::get(w, self.id)?;
        let body = act.body(w)?;
        let open = w.may(Action::RevealContact);
        w.about("audit", self.id);
        let mut changes = changes(&body, open);
        for change in &mut changes {
            change.record = Named::of(w, &change.row)?;
        }
        Ok(ActView {
            act,
            changes,
            notes: notes(&body, open),
            masked: !open,
        })
    }
}

fn changes(body: &Value, open: bool) -> Vec<FieldChange> {
    let mut out = Vec::new();
    for change in body["changes"].as_array().into_iter().flatten() {
        let row = change["row"].as_str().unwrap_or_default();
        let Some(fields) = change["change"].as_object() else {
            continue;
        };
        let mut add = |field: &str, old: Option<&Value>, new: &Value| {
            out.push(FieldChange {
                row: row.to_owned(),
                record: None,
                field: field.to_owned(),
                old: old.filter(|_| open).map(plain),
                new: open.then(|| plain(new)),
            });
        };
        match fields.get("new").and_then(Value::as_object) {
            Some(new) => new
                .iter()
                .for_each(|(field, value)| add(field, None, value)),
            None => fields
                .iter()
                .for_each(|(field, both)| add(field, Some(&both[0]), &both[1])),
        }
    }
    out
}

fn notes(body: &Value, open: bool) -> Vec<ActNote> {
    let notes = body.as_object().into_iter().flatten();
    notes
        .filter(|(name, _)| *name != "changes")
        .map(|(name, value)| ActNote {
            name: name.clone(),
            value: open.then(|| plain(value)),
        })
        .collect()
}

/// A text as it is, anything else as JSON; nothing as an empty text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn new_rows_and_changes_become_fields_and_masking_keeps_only_their_names() {
        let body = json!({
            "changes": [
                { "row": "person:1", "change": { "new": { "name": "單小明" } } },
                { "row": "person:1", "change": { "phone": ["", "0912"] } },
            ],
            "reason": "call",
        });
        let field = |field: &str, old: Option<&str>, new: Option<&str>| FieldChange {
            row: "person:1".into(),
            record: None,
            field: field.into(),
            old: old.map(Into::into),
            new: new.map(Into::into),
        };
        assert_eq!(
            changes(&body, true),
            [
                field("name", None, Some("單小明")),
                field("phone", Some(""), Some("0912"))
            ]
        );
        assert_eq!(
            changes(&body, false),
            [field("name", None, None), field("phone", None, None)]
        );
        let note = |value: Option<&str>| ActNote {
            name: "reason".into(),
            value: value.map(Into::into),
        };
        assert_eq!(notes(&body, true), [note(Some("call"))]);
        assert_eq!(notes(&body, false), [note(None)]);
    }
}
