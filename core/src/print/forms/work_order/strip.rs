//! Which field stands where on a third of a page.

use super::super::grid::{Columns, Overflow, Section, paint};
use super::fields::{Fields, row};
use super::table::TableRoom;
use super::{FormCopy, WorkOrderForm, dress};
use crate::print::page::Area;
use crate::print::sheet::Sheet;
use crate::text::{Locale, text};

/// A copy on a third of a page: request, dispatch and site on the left, fee and work on the
/// right.
pub fn strip(
    sheet: &mut Sheet<'_>,
    area: Area,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) -> Vec<Overflow> {
    let inner = Area::new(area.x + 8.0, area.y + 4.5, area.w - 16.0, area.h - 7.5);
    let (above, rest) = inner.split_top(11.5);
    let (body, below) = rest.split_top(rest.h - 4.0);
    dress::low_head(sheet, above, form, copy, locale);
    let fields = Fields { form, locale };
    let note = text(locale, "forms-continued", &[]);
    let columns = Columns {
        title: 4.2,
        label: 13.0,
    };
    let (west, east) = body.split_left(body.w * 0.44);
    let mut overflow = paint(sheet, west, columns, fields.strip_west(), &note);
    overflow.extend(paint(sheet, east, columns, fields.strip_east(), &note));
    dress::other_copies(sheet, below, form, copy, locale);
    dress::printed(sheet, below, form, locale);
    overflow
}

impl Fields<'_> {
    fn strip_west(&self) -> Vec<Section> {
        let form = self.form;
        let request = vec![
            self.texts(vec![("caller", &form.caller), ("phone", &form.phone)]),
            self.texts(vec![
                ("relation", &form.relation),
                ("channel", &form.channel),
            ]),
            row(1.0, vec![self.text(1.0, "place", &form.place)]),
            self.texts(vec![("kind", &form.kind), ("urgency", &form.urgency)]),
            row(3.2, vec![self.long("content", &form.content)]),
            row(
                1.0,
                vec![
                    self.time(1.0, "received", &form.received),
                    self.text(1.0, "taken-by", &form.taken_by),
                ],
            ),
        ];
        let dispatch = vec![
            row(
                1.0,
                vec![
                    self.time(1.0, "wished", &form.wished),
                    self.time(1.0, "issued", &form.issued),
                ],
            ),
            self.texts(vec![
                ("department", &form.department),
                ("worker", &form.worker),
            ]),
            row(
                1.0,
                vec![
                    self.time(1.0, "notify-due", &form.notify_due),
                    self.time(1.0, "arrive-due", &form.arrive_due),
                ],
            ),
            row(
                1.1,
                vec![
                    self.accepted(1.0),
                    self.time(1.0, "accepted-at", &form.accepted_at),
                ],
            ),
        ];
        let site = vec![
            row(
                1.0,
                vec![self.time(1.0, "arrived", &form.arrived), self.schedule(1.0)],
            ),
            row(1.0, vec![self.text(1.0, "real-item", &form.real_item)]),
            row(1.0, vec![self.text(1.0, "consent", &form.consent)]),
        ];
        let filed = vec![row(
            1.4,
            vec![
                self.time(1.0, "returned", &form.returned),
                self.text(1.1, "follow-up", &form.follow_up),
            ],
        )];
        vec![
            self.section("request", request),
            self.section("dispatch", dispatch),
            self.section("site", site),
            self.section("filed", filed),
        ]
    }

    fn strip_east(&self) -> Vec<Section> {
        let room = |lines, line| TableRoom {
            lines,
            head: 0.8,
            line,
        };
        let mut fee = self.fees(room(3, 1.2));
        fee.extend(self.materials(room(2, 1.15)));
        fee.extend(self.fee_sums(1.0));
        vec![
            self.section("fee", fee),
            self.section("done", self.done_rows(1.6, 1.0, 2.3)),
        ]
    }
}
