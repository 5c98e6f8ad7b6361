//! The departments of the office.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::DepartmentId;
use crate::ledger::orders::Order;
use crate::ledger::people::{Department, DepartmentKind};
use crate::text_field::{phone, required_line};

/// Lists every department, the active first.
#[derive(Deserialize, TS)]
pub struct ListDepartments {}

impl ReadVerb for ListDepartments {
    const NAME: &'static str = "departments.list";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<Department>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Department>> {
        Department::all(r)
    }
}

/// Adds a department.
#[derive(Deserialize, TS)]
pub struct AddDepartment {
    pub name: String,
    pub kind: DepartmentKind,
    pub phone: Option<String>,
}

impl WriteVerb for AddDepartment {
    const NAME: &'static str = "departments.add";
    const ACTION: Action = Action::ManagePeople;
    type Out = Department;

    fn run(self, w: &mut Writer<'_>) -> Result<Department> {
        Department {
            id: DepartmentId(0),
            version: 0,
            name: required_line("name", &self.name)?,
            kind: self.kind,
            phone: phone("phone", self.phone.as_deref().unwrap_or(""))?,
            active: true,
        }
        .insert(w)
    }
}

/// Changes a department or closes it. A closed one keeps its history and takes no new orders.
#[derive(Deserialize, TS)]
pub struct ChangeDepartment {
    pub department: DepartmentId,
    /// Version as it was shown.
    pub version: i64,
    pub name: String,
    pub kind: DepartmentKind,
    pub phone: Option<String>,
    pub active: bool,
}

impl WriteVerb for ChangeDepartment {
    const NAME: &'static str = "departments.change";
    const ACTION: Action = Action::ManagePeople;
    type Out = Department;

    fn run(self, w: &mut Writer<'_>) -> Result<Department> {
        let old = Department::get_at(w, self.department, self.version)?;
        let mut new = old.clone();
        new.name = required_line("name", &self.name)?;
        new.kind = self.kind;
        new.phone = phone("phone", self.phone.as_deref().unwrap_or(""))?;
        new.active = self.active;
        if old.active && !new.active {
            let open = Order::open_in(w, old.id)?;
            if open > 0 {
                return Err(Error::new(Code::DepartmentBusy).with("count", open));
            }
        }
        w.about(Department::TABLE, old.id);
        let department = new.update(w, &old)?;
        still_works(w)?;
        Ok(department)
    }
}

/// Someone must take the calls, and someone must do the work. Errors: `DepartmentNeeded`.
fn still_works(r: &Reader<'_>) -> Result<()> {
    let all = Department::all(r)?;
    let some = |desk: bool| {
        all.iter()
            .any(|d| d.active && (d.kind == DepartmentKind::Desk) == desk)
    };
    if some(true) && some(false) {
        Ok(())
    } else {
        Err(Error::new(Code::DepartmentNeeded))
    }
}
