//! Which field stands where on a page of its own (A4, A5).

use super::super::grid::{Columns, Overflow, Row, Section, paint};
use super::fields::{Fields, row};
use super::table::TableRoom;
use super::{FormCopy, FormProfile, WorkOrderForm, dress};
use crate::print::page::Area;
use crate::print::sheet::Sheet;
use crate::text::{Locale, text};

/// Room of a page of its own: head, body, foot.
fn parts(profile: FormProfile) -> [Area; 3] {
    let (width, height) = profile.paper();
    let (side, top, head, foot) = match profile {
        FormProfile::A5 => (8.0, 7.0, 18.0, 5.0),
        _ => (13.0, 11.0, 25.0, 7.0),
    };
    let inner = Area::new(side, top, width - 2.0 * side, height - 2.0 * top);
    let (above, rest) = inner.split_top(head);
    let (body, below) = rest.split_top(rest.h - foot);
    [above, body, below]
}

/// A page of its own, as far as it is the same on every copy.
pub fn page(
    sheet: &mut Sheet<'_>,
    profile: FormProfile,
    form: &WorkOrderForm,
    locale: Locale,
) -> Vec<Overflow> {
    let (fees, materials, title, label) = match profile {
        FormProfile::A5 => (3, 2, 5.5, 14.5),
        _ => (5, 3, 7.5, 20.0),
    };
    let [above, body, below] = parts(profile);
    dress::head(sheet, above, form, locale);
    dress::printed(sheet, below, form, locale);
    let fields = Fields { form, locale };
    let note = text(locale, "forms-continued", &[]);
    let sections = fields.page_sections(fees, materials);
    paint(sheet, body, Columns { title, label }, sections, &note)
}

/// What tells one copy from another on a page of its own.
pub fn page_copy(
    sheet: &mut Sheet<'_>,
    profile: FormProfile,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) {
    let [above, _, below] = parts(profile);
    dress::head_copy(sheet, above, form, copy, locale);
    dress::other_copies(sheet, below, form, copy, locale);
}

impl Fields<'_> {
    fn page_sections(&self, fee_lines: usize, material_lines: usize) -> Vec<Section> {
        let form = self.form;
        let request = vec![
            self.texts(vec![
                ("caller", &form.caller),
                ("relation", &form.relation),
                ("phone", &form.phone),
            ]),
            row(
                1.0,
                vec![
                    self.text(2.0, "place", &form.place),
                    self.text(1.0, "channel", &form.channel),
                ],
            ),
            row(
                1.0,
                vec![
                    self.text(1.0, "kind", &form.kind),
                    self.text(1.0, "urgency", &form.urgency),
                    self.time(1.0, "wished", &form.wished),
                ],
            ),
            row(2.2, vec![self.long("content", &form.content)]),
            row(
                1.0,
                vec![
                    self.time(1.0, "received", &form.received),
                    self.text(1.0, "taken-by", &form.taken_by),
                    self.time(1.0, "issued", &form.issued),
                ],
            ),
        ];
        let dispatch = vec![
            row(
                1.0,
                vec![
                    self.text(1.0, "department", &form.department),
                    self.text(1.0, "worker", &form.worker),
                    self.time(1.0, "notify-due", &form.notify_due),
                ],
            ),
            row(
                1.25,
                vec![
                    self.accepted(1.0),
                    self.time(1.0, "accepted-at", &form.accepted_at),
                    self.time(1.0, "arrive-due", &form.arrive_due),
                ],
            ),
        ];
        let site = vec![
            row(
                1.0,
                vec![self.time(1.0, "arrived", &form.arrived), self.schedule(2.0)],
            ),
            row(1.0, vec![self.text(1.0, "real-item", &form.real_item)]),
            row(1.0, vec![self.text(1.0, "consent", &form.consent)]),
        ];
        let room = |lines, line| TableRoom {
            lines,
            head: 0.8,
            line,
        };
        let mut fee = self.fees(room(fee_lines, 1.1));
        fee.extend(self.materials(room(material_lines, 0.9)));
        fee.extend(self.fee_sums(1.25));
        let filed = vec![row(
            1.4,
            vec![
                self.time(1.0, "returned", &form.returned),
                self.text(2.0, "follow-up", &form.follow_up),
            ],
        )];
        vec![
            self.section("request", request),
            self.section("dispatch", dispatch),
            self.section("site", site),
            self.section("fee", fee),
            self.section("done", self.done_rows(2.2, 2.0, 2.3)),
            self.section("filed", filed),
        ]
    }

    /// The work as it was done, evaluated and signed (R12, R13). Heights of work and signatures, width of the remarks.
    pub fn done_rows(&self, work: f32, remarks: f32, signatures: f32) -> Vec<Row> {
        let form = self.form;
        let finished = vec![
            self.text(remarks, "remarks", &form.worker_remarks),
            self.time(1.0, "finished", &form.finished),
        ];
        let signed = vec![
            self.sign(1.0, "worker-signature", &form.worker_signature),
            self.sign(1.0, "requester-signature", &form.requester_signature),
            self.sign(1.0, "supervisor-signature", &form.supervisor_signature),
        ];
        vec![
            row(work, vec![self.long("work-done", &form.work_done)]),
            row(1.0, finished),
            row(1.0, vec![self.evaluation()]),
            row(signatures, signed),
        ]
    }
}
