//! Which field stands where: the page of its own (A4, A5) and the low part of a sheet.

use super::super::grid::{Cell, Columns, Content, FormSignature, Overflow, Row, Section, paint};
use super::{FormCopy, FormEvaluation, FormMaterial, FormProfile, WorkOrderForm, dress};
use crate::print::page::Area;
use crate::print::sheet::Sheet;
use crate::text::{Locale, text};

/// Room of a page of its own: head, body, foot, right edge.
fn parts(profile: FormProfile) -> [Area; 4] {
    let (width, height) = profile.paper();
    let (left, right, top, head, foot) = match profile {
        FormProfile::A5 => (8.0, 9.0, 7.0, 18.0, 5.0),
        _ => (13.0, 14.0, 11.0, 25.0, 7.0),
    };
    let inner = Area::new(left, top, width - left - right, height - 2.0 * top);
    let (above, rest) = inner.split_top(head);
    let (body, below) = rest.split_top(rest.h - foot);
    let edge = Area::new(width - right, body.y, right * 0.75, body.h);
    [above, body, below, edge]
}

/// A page of its own, as far as it is the same on every copy.
pub fn page(
    sheet: &mut Sheet<'_>,
    profile: FormProfile,
    form: &WorkOrderForm,
    locale: Locale,
) -> Vec<Overflow> {
    let (rows, title, label) = match profile {
        FormProfile::A5 => (3, 5.5, 14.5),
        _ => (5, 7.5, 20.0),
    };
    let [above, body, below, _] = parts(profile);
    dress::head(sheet, above, form, locale);
    dress::foot(sheet, below, form, locale);
    let fields = Fields { form, locale };
    let note = text(locale, "forms-continued", &[]);
    let sections = fields.page_sections(rows);
    let mut overflow = paint(sheet, body, Columns { title, label }, sections, &note);
    overflow.extend(fields.material_overflow(rows));
    fields.name_materials(&mut overflow);
    overflow
}

/// What tells one copy from another on a page of its own.
pub fn page_copy(
    sheet: &mut Sheet<'_>,
    profile: FormProfile,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) {
    let [above, _, _, edge] = parts(profile);
    dress::head_copy(sheet, above, form, copy, locale);
    dress::edge(sheet, edge, copy, locale);
}

/// A copy on a third of a page: request and dispatch on the left, work and fee on the right.
pub fn strip(
    sheet: &mut Sheet<'_>,
    area: Area,
    form: &WorkOrderForm,
    copy: &FormCopy,
    locale: Locale,
) -> Vec<Overflow> {
    let right = 8.0;
    let inner = Area::new(
        area.x + 8.0,
        area.y + 4.5,
        area.w - 8.0 - right,
        area.h - 7.5,
    );
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
    overflow.extend(paint(sheet, east, columns, fields.strip_east(3), &note));
    overflow.extend(fields.material_overflow(3));
    fields.name_materials(&mut overflow);
    let edge = Area::new(inner.right(), body.y, right * 0.75, body.h);
    dress::edge(sheet, edge, copy, locale);
    dress::foot(sheet, below, form, locale);
    overflow
}

/// The form's fields as cells.
struct Fields<'a> {
    form: &'a WorkOrderForm,
    locale: Locale,
}

impl Fields<'_> {
    fn words(&self, key: &str) -> String {
        text(self.locale, &format!("forms-order-{key}"), &[])
    }

    fn cell(&self, width: f32, key: &str, content: Content) -> Cell {
        Cell {
            width,
            label: Some(self.words(key)),
            content,
        }
    }

    fn text(&self, width: f32, key: &str, value: &Option<String>) -> Cell {
        self.cell(width, key, Content::Text(value.clone()))
    }

    fn time(&self, width: f32, key: &str, value: &Option<String>) -> Cell {
        let pattern = self.pattern();
        let at = value.clone();
        self.cell(width, key, Content::Time { at, pattern })
    }

    fn long(&self, key: &str, value: &Option<String>) -> Cell {
        self.cell(1.0, key, Content::Long(value.clone()))
    }

    fn sign(&self, width: f32, key: &str, by: &Option<FormSignature>) -> Cell {
        let content = Content::Signature {
            words: None,
            by: by.clone(),
            pattern: self.pattern(),
        };
        self.cell(width, key, content)
    }

    /// The one who took the order; the time has a cell of its own.
    fn accepted(&self, width: f32) -> Cell {
        let by = self.form.accepted.clone().map(|by| FormSignature {
            when: String::new(),
            ..by
        });
        let content = Content::Signature {
            words: None,
            by,
            pattern: String::new(),
        };
        self.cell(width, "accepted", content)
    }

    fn pattern(&self) -> String {
        text(self.locale, "forms-date-time-blank", &[])
    }

    fn section(&self, key: &str, rows: Vec<Row>) -> Section {
        Section {
            title: self.words(&format!("section-{key}")),
            rows,
        }
    }

    fn page_sections(&self, material_rows: usize) -> Vec<Section> {
        let form = self.form;
        let request = vec![
            row(
                1.0,
                vec![
                    self.text(1.0, "caller", &form.caller),
                    self.text(1.0, "relation", &form.relation),
                    self.text(1.0, "phone", &form.phone),
                ],
            ),
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
        let mut site = vec![
            row(
                1.0,
                vec![
                    self.time(1.0, "arrived", &form.arrived),
                    self.text(2.0, "reported-item", &form.reported_item),
                ],
            ),
            row(
                1.0,
                vec![
                    self.text(2.0, "real-item", &form.real_item),
                    self.schedule(1.0),
                ],
            ),
        ];
        site.extend(self.materials(material_rows, 0.8));
        site.push(row(
            1.0,
            vec![
                self.cell(1.0, "labour", Content::Amount(form.labour.clone())),
                self.cell(
                    1.0,
                    "material-total",
                    Content::Amount(form.material.clone()),
                ),
                self.cell(1.0, "total", Content::Amount(form.total.clone())),
            ],
        ));
        site.push(row(
            1.0,
            vec![self.text(1.0, "capitals", &form.total_capitals)],
        ));
        site.push(row(1.25, vec![self.agreement()]));
        let done = vec![
            row(2.2, vec![self.long("work-done", &form.work_done)]),
            row(
                1.0,
                vec![
                    self.text(2.0, "remarks", &form.worker_remarks),
                    self.time(1.0, "finished", &form.finished),
                ],
            ),
            row(1.0, vec![self.evaluation()]),
            row(
                2.3,
                vec![
                    self.sign(1.0, "worker-signature", &form.worker_signature),
                    self.sign(1.0, "requester-signature", &form.requester_signature),
                    self.sign(1.0, "supervisor-signature", &form.supervisor_signature),
                ],
            ),
        ];
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
            self.section("done", done),
            self.section("filed", filed),
        ]
    }

    fn strip_west(&self) -> Vec<Section> {
        let form = self.form;
        let request = vec![
            row(
                1.0,
                vec![
                    self.text(1.0, "caller", &form.caller),
                    self.text(1.0, "phone", &form.phone),
                ],
            ),
            row(
                1.0,
                vec![
                    self.text(1.0, "relation", &form.relation),
                    self.text(1.0, "channel", &form.channel),
                ],
            ),
            row(1.0, vec![self.text(1.0, "place", &form.place)]),
            row(
                1.0,
                vec![
                    self.text(1.0, "kind", &form.kind),
                    self.text(1.0, "urgency", &form.urgency),
                ],
            ),
            row(1.9, vec![self.long("content", &form.content)]),
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
            row(
                1.0,
                vec![
                    self.text(1.0, "department", &form.department),
                    self.text(1.0, "worker", &form.worker),
                ],
            ),
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
        let filed = vec![
            row(
                1.0,
                vec![
                    self.time(1.0, "arrived", &form.arrived),
                    self.time(1.0, "returned", &form.returned),
                ],
            ),
            row(1.5, vec![self.text(1.0, "follow-up", &form.follow_up)]),
        ];
        vec![
            self.section("request", request),
            self.section("dispatch", dispatch),
            self.section("filed", filed),
        ]
    }

    fn strip_east(&self, material_rows: usize) -> Vec<Section> {
        let form = self.form;
        let mut site = vec![
            row(
                1.0,
                vec![
                    self.text(1.0, "reported-item", &form.reported_item),
                    self.schedule(1.0),
                ],
            ),
            row(1.0, vec![self.text(1.0, "real-item", &form.real_item)]),
        ];
        site.extend(self.materials(material_rows, 0.85));
        site.push(row(
            1.0,
            vec![
                self.cell(1.0, "labour", Content::Amount(form.labour.clone())),
                self.cell(
                    1.0,
                    "material-total",
                    Content::Amount(form.material.clone()),
                ),
                self.cell(1.0, "total", Content::Amount(form.total.clone())),
            ],
        ));
        site.push(row(
            1.0,
            vec![self.text(1.0, "capitals", &form.total_capitals)],
        ));
        site.push(row(1.15, vec![self.agreement()]));
        let done = vec![
            row(1.7, vec![self.long("work-done", &form.work_done)]),
            row(
                1.0,
                vec![
                    self.text(1.0, "remarks", &form.worker_remarks),
                    self.time(1.0, "finished", &form.finished),
                ],
            ),
            row(1.0, vec![self.evaluation()]),
            row(
                2.1,
                vec![
                    self.sign(1.0, "worker-signature", &form.worker_signature),
                    self.sign(1.0, "requester-signature", &form.requester_signature),
                    self.sign(1.0, "supervisor-signature", &form.supervisor_signature),
                ],
            ),
        ];
        vec![self.section("site", site), self.section("done", done)]
    }

    fn schedule(&self, width: f32) -> Cell {
        let ticks = vec![
            (
                self.words("in-schedule"),
                self.form.in_schedule == Some(true),
            ),
            (
                self.words("out-of-schedule"),
                self.form.in_schedule == Some(false),
            ),
        ];
        self.cell(width, "schedule", Content::Ticks { ticks, text: None })
    }

    fn evaluation(&self) -> Cell {
        let tick = |key: &str, value| {
            let words = text(self.locale, &format!("common-evaluation-{key}"), &[]);
            (words, self.form.evaluation == Some(value))
        };
        let ticks = vec![
            tick("satisfied", FormEvaluation::Satisfied),
            tick("mostly", FormEvaluation::Mostly),
            tick("not-satisfied", FormEvaluation::NotSatisfied),
        ];
        let text = self.form.evaluation_remarks.clone();
        self.cell(1.0, "evaluation", Content::Ticks { ticks, text })
    }

    fn agreement(&self) -> Cell {
        let content = Content::Signature {
            words: Some(self.words("agreement-text")),
            by: self.form.fee_agreed.clone(),
            pattern: self.pattern(),
        };
        self.cell(1.0, "agreement", content)
    }

    /// Head and lines of the material table, filled up with blank lines.
    fn materials(&self, rows: usize, height: f32) -> Vec<Row> {
        const WIDTHS: [(f32, &str); 7] = [
            (27.0, "name"),
            (19.0, "spec"),
            (11.0, "quantity"),
            (12.0, "price"),
            (13.0, "amount"),
            (9.0, "own"),
            (9.0, "check"),
        ];
        let cell = |index: usize, content| Cell {
            width: WIDTHS[index].0,
            label: None,
            content,
        };
        let head = WIDTHS.iter().enumerate().map(|(index, (_, key))| {
            cell(index, Content::Head(self.words(&format!("material-{key}"))))
        });
        let mut out = vec![row(height, head.collect())];
        let lines = self.materials_shown(rows);
        for line in 0..lines {
            let material = self.form.materials.get(line);
            let shown = |read: fn(&FormMaterial) -> &str| {
                material
                    .map(read)
                    .filter(|t| !t.is_empty())
                    .map(str::to_owned)
            };
            let own = material.filter(|m| m.own).map(|_| "✓".to_owned());
            out.push(row(
                height,
                vec![
                    cell(0, Content::Text(shown(|m| &m.name))),
                    cell(1, Content::Text(shown(|m| &m.spec))),
                    cell(2, Content::Amount(shown(|m| &m.quantity))),
                    cell(3, Content::Amount(shown(|m| &m.price))),
                    cell(4, Content::Amount(shown(|m| &m.amount))),
                    cell(5, Content::Text(own)),
                    cell(6, Content::Text(shown(|m| &m.check))),
                ],
            ));
        }
        if lines < rows {
            let words = text(self.locale, "forms-continued", &[]);
            out.push(row(
                height,
                vec![Cell {
                    width: 1.0,
                    label: None,
                    content: Content::Head(words),
                }],
            ));
        }
        out
    }

    /// Lines of the table that show material; where there are more, the last one points to the continuation.
    fn materials_shown(&self, rows: usize) -> usize {
        if self.form.materials.len() > rows {
            rows - 1
        } else {
            rows
        }
    }

    /// Material lines beyond the table's.
    fn material_overflow(&self, rows: usize) -> Option<Overflow> {
        let shown = self.materials_shown(rows);
        let beyond = self.form.materials.get(shown..).filter(|m| !m.is_empty())?;
        let lines: Vec<String> = beyond
            .iter()
            .enumerate()
            .map(|(index, m)| {
                let own = if m.own {
                    self.words("material-own")
                } else {
                    String::new()
                };
                let parts = [
                    &m.name,
                    &m.spec,
                    &m.quantity,
                    &m.price,
                    &m.amount,
                    &own,
                    &m.check,
                ];
                let parts: Vec<&str> = parts
                    .into_iter()
                    .map(String::as_str)
                    .filter(|part| !part.is_empty())
                    .collect();
                format!("{}. {}", shown + index + 1, parts.join("  "))
            })
            .collect();
        Some((self.words("materials"), lines.join("\n")))
    }

    /// Cells of the material table have no label of their own.
    fn name_materials(&self, overflow: &mut [Overflow]) {
        for (label, _) in overflow.iter_mut().filter(|(label, _)| label.is_empty()) {
            *label = self.words("materials");
        }
    }
}

fn row(height: f32, cells: Vec<Cell>) -> Row {
    Row { height, cells }
}
