//! What was found of the owner's own material (業主自購): result, warning and choice are recorded (R21).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::names::names;
use crate::pricing::line::{Supply, Used, Work};
use crate::pricing::quoted::LineInput;
use crate::text_field::required_line;

/// How the owner's material was found on site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum MaterialCheck {
    /// It will do.
    Fit,
    /// It will not; the owner was told, and chose.
    NotFit {
        /// The consequence that the owner was warned of.
        warning: String,
        choice: OwnerChoice,
    },
}

names! {
    /// What the owner chose when told that his material will not do.
    OwnerChoice {
        /// It is used all the same.
        UseAnyway = "use_anyway",
        /// The office supplies other material.
        OfficeSupplies = "office_supplies",
        /// The work is given up.
        GivesUp = "gives_up",
    }
}

impl Used {
    /// The check stands only beside the owner's own, and a warning says something.
    ///
    /// Errors: `Invalid` on `check`; `Missing` and `TooLong` on `check.warning`.
    pub(super) fn sound_check(&self) -> Result<()> {
        match &self.check {
            None => Ok(()),
            Some(_) if self.supply != Supply::Owner => Err(Error::invalid("check", &self.name)),
            Some(MaterialCheck::Fit) => Ok(()),
            Some(MaterialCheck::NotFit { warning, .. }) => required_line("warning", warning)
                .map(|_| ())
                .map_err(|e| e.within("check")),
        }
    }

    /// The owner's own, and nobody has looked at it yet.
    fn unchecked(&self) -> bool {
        self.supply == Supply::Owner && self.check.is_none()
    }
}

/// Refuses owner's material that nobody has checked; `works` are those of the lines, in their order.
///
/// Errors: [`Code::CheckMaterialFirst`], on `lines.N.materials.M.check`.
pub fn all_checked<'a>(works: impl Iterator<Item = &'a Work>) -> Result<()> {
    for (line, work) in works.enumerate() {
        if let Some(n) = work.materials.iter().position(Used::unchecked) {
            return Err(Error::new(Code::CheckMaterialFirst)
                .with("name", &work.materials[n].name)
                .on("check")
                .within(&format!("lines.{line}.materials.{n}")));
        }
    }
    Ok(())
}

/// Refuses to finish work that the owner gave up when told that his material will not do.
///
/// Errors: [`Code::OwnerGaveUp`].
pub fn not_given_up<'a>(works: impl Iterator<Item = &'a Work>) -> Result<()> {
    let gave_up = |used: &&Used| {
        let choice = |check: &MaterialCheck| matches!(check, MaterialCheck::NotFit { choice, .. } if *choice == OwnerChoice::GivesUp);
        used.check.as_ref().is_some_and(choice)
    };
    match works.flat_map(|work| &work.materials).find(gave_up) {
        None => Ok(()),
        Some(used) => Err(Error::new(Code::OwnerGaveUp).with("name", &used.name)),
    }
}

/// Refuses a check that was entered before anybody was on site to see the material.
///
/// Errors: `Invalid` on `lines.N.materials.M.check`.
pub fn unseen(lines: &[LineInput]) -> Result<()> {
    for (n, line) in lines.iter().enumerate() {
        if let Some(m) = line
            .work
            .materials
            .iter()
            .position(|used| used.check.is_some())
        {
            let name = &line.work.materials[m].name;
            return Err(Error::invalid("check", name).within(&format!("lines.{n}.materials.{m}")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::item::Quantity;

    fn used(supply: Supply, check: Option<MaterialCheck>) -> Used {
        Used {
            name: "燈管".into(),
            spec: String::new(),
            quantity: Quantity(1000),
            supply,
            check,
        }
    }

    fn not_fit(warning: &str) -> Option<MaterialCheck> {
        Some(MaterialCheck::NotFit {
            warning: warning.into(),
            choice: OwnerChoice::UseAnyway,
        })
    }

    #[test]
    fn only_the_owners_material_is_checked_and_who_was_warned_was_told_something() {
        let refused = |used: Used| {
            let error = used.sound_check().unwrap_err();
            (error.code, error.field.unwrap())
        };
        assert_eq!(
            refused(used(Supply::Included, Some(MaterialCheck::Fit))),
            (Code::Invalid, "check".into())
        );
        let warned = |text: &str| used(Supply::Owner, not_fit(text));
        let field = || "check.warning".to_owned();
        assert_eq!(refused(warned("　")), (Code::Missing, field()));
        assert_eq!(refused(warned(&"長".repeat(201))), (Code::TooLong, field()));
        for check in [None, Some(MaterialCheck::Fit), not_fit("易漏水")] {
            used(Supply::Owner, check).sound_check().unwrap();
        }
    }

    #[test]
    fn what_nobody_looked_at_is_named_by_line_and_material() {
        let work = |materials: Vec<Used>| Work {
            materials,
            ..Work::default()
        };
        let seen = || used(Supply::Owner, Some(MaterialCheck::Fit));
        let works = [
            work(vec![used(Supply::Included, None), seen()]),
            work(vec![seen(), used(Supply::Owner, None)]),
        ];
        all_checked(works[..1].iter()).unwrap();
        let error = all_checked(works.iter()).unwrap_err();
        assert_eq!(error.code, Code::CheckMaterialFirst);
        assert_eq!(error.params["name"], "燈管");
        assert_eq!(error.field.as_deref(), Some("lines.1.materials.1.check"));
    }

    #[test]
    fn a_material_kept_before_there_were_checks_can_still_be_read() {
        let kept = r#"{"name":"燈管","spec":"","quantity":1000,"supply":{"supply":"owner"}}"#;
        let read: Used = serde_json::from_str(kept).unwrap();
        assert_eq!(read, used(Supply::Owner, None));
    }
}
