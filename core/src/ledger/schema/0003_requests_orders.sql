-- Calls and visits, each written with the requests it brought (R2).
CREATE TABLE call (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    channel    TEXT NOT NULL,
    at         INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    caller     TEXT NOT NULL,
    phone      TEXT NOT NULL,
    place_text TEXT NOT NULL,
    content    TEXT NOT NULL,
    taken_by   INTEGER NOT NULL REFERENCES person (id)
) STRICT;

-- The request register (報事報修記錄表).
CREATE TABLE request (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    no            TEXT NOT NULL UNIQUE,
    entry_day     TEXT NOT NULL,
    seq           INTEGER NOT NULL,
    call_id       INTEGER NOT NULL REFERENCES call (id),
    kind          TEXT NOT NULL,
    source        TEXT NOT NULL,
    place_id      INTEGER REFERENCES place (id),
    place_text    TEXT NOT NULL,
    resident_id   INTEGER REFERENCES resident (id),
    caller        TEXT NOT NULL,
    relation      TEXT NOT NULL,
    phone         TEXT NOT NULL,
    phone_state   TEXT NOT NULL,
    channel       TEXT NOT NULL,
    content       TEXT NOT NULL,
    urgency       TEXT NOT NULL,
    danger        TEXT NOT NULL,
    wished_at     INTEGER,
    received_at   INTEGER NOT NULL,
    entered_at    INTEGER NOT NULL,
    late_entry    INTEGER NOT NULL,
    duty          TEXT NOT NULL,
    taken_by      INTEGER NOT NULL REFERENCES person (id),
    department_id INTEGER REFERENCES department (id),
    remarks       TEXT NOT NULL,
    state         TEXT NOT NULL,
    ending        TEXT,
    ended_at      INTEGER,
    ended_by      INTEGER REFERENCES person (id),
    plan          TEXT NOT NULL,
    quote         INTEGER,
    consent_at    INTEGER,
    told_whom     TEXT NOT NULL,
    told_at       INTEGER,
    told_by       INTEGER REFERENCES person (id),
    joined_to     INTEGER REFERENCES request (id)
) STRICT;
CREATE UNIQUE INDEX request_number ON request (entry_day, seq);
CREATE INDEX request_state ON request (state, id);
CREATE INDEX request_call ON request (call_id, id);
CREATE INDEX request_place ON request (place_id, id);
CREATE INDEX request_open_place ON request (place_id) WHERE state <> 'ended';
CREATE INDEX request_received ON request (received_at, id);
CREATE INDEX request_joined ON request (joined_to) WHERE joined_to IS NOT NULL;
CREATE INDEX request_to_tell ON request (id) WHERE state = 'ended' AND told_at IS NULL;

-- A request's time line: what was done about it, asked of whom, and the reply.
CREATE TABLE request_entry (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    request_id INTEGER NOT NULL REFERENCES request (id),
    step       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    by_person  INTEGER NOT NULL REFERENCES person (id),
    whom       TEXT NOT NULL,
    content    TEXT NOT NULL
) STRICT;
CREATE INDEX request_entry_request ON request_entry (request_id, id);

-- Work orders (派工單) as they stand.
CREATE TABLE work_order (
    id                 INTEGER PRIMARY KEY,
    version            INTEGER NOT NULL,
    no                 TEXT NOT NULL UNIQUE,
    entry_day          TEXT NOT NULL,
    seq                INTEGER NOT NULL,
    paper_no           TEXT NOT NULL,
    request_id         INTEGER NOT NULL REFERENCES request (id),
    kind               TEXT NOT NULL,
    first_id           INTEGER REFERENCES work_order (id),
    chain_pos          INTEGER NOT NULL,
    state              TEXT NOT NULL,
    department_id      INTEGER NOT NULL REFERENCES department (id),
    worker_id          INTEGER REFERENCES person (id),
    urgent             INTEGER NOT NULL,
    content            TEXT NOT NULL,
    appointment_at     INTEGER,
    issued_at          INTEGER NOT NULL,
    issued_by          INTEGER NOT NULL REFERENCES person (id),
    intake_at          INTEGER NOT NULL,
    notify_from        INTEGER NOT NULL,
    entered_at         INTEGER NOT NULL,
    notified_at        INTEGER,
    notified_whom      TEXT NOT NULL,
    notified_how       TEXT,
    accepted_at        INTEGER,
    arrival_from       INTEGER,
    arrived_at         INTEGER,
    real_item          TEXT NOT NULL,
    fee                INTEGER,
    fee_agreed_at      INTEGER,
    finished_at        INTEGER,
    work_done          TEXT NOT NULL,
    worker_remarks     TEXT NOT NULL,
    confirmed_at       INTEGER,
    confirmation       TEXT,
    evaluation         TEXT,
    evaluation_remarks TEXT NOT NULL,
    countersigned_at   INTEGER,
    countersigned_by   INTEGER REFERENCES person (id),
    waiting_for        TEXT,
    waiting_until      INTEGER,
    coordination       TEXT NOT NULL,
    returned_at        INTEGER,
    called_at          INTEGER,
    ended_at           INTEGER,
    ended_by           INTEGER REFERENCES person (id),
    end_reason         TEXT NOT NULL,
    exempt_record      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX work_order_number ON work_order (entry_day, seq);
CREATE INDEX work_order_request ON work_order (request_id, id);
CREATE INDEX work_order_first ON work_order (first_id) WHERE first_id IS NOT NULL;
CREATE INDEX work_order_state ON work_order (state, id);
CREATE INDEX work_order_issued ON work_order (issued_at, id);

-- An order's time line: each step with when it happened, when it was entered, and why it was late (R37).
CREATE TABLE order_step (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    order_id    INTEGER NOT NULL REFERENCES work_order (id),
    step        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    entered_at  INTEGER NOT NULL,
    by_person   INTEGER NOT NULL REFERENCES person (id),
    how         TEXT,
    note        TEXT NOT NULL,
    late_by     INTEGER,
    late_reason TEXT,
    late_note   TEXT NOT NULL
) STRICT;
CREATE INDEX order_step_order ON order_step (order_id, id);
CREATE INDEX order_step_unexplained ON order_step (id) WHERE late_by IS NOT NULL AND late_reason IS NULL;

-- Where each copy (聯) of each order is (R10).
CREATE TABLE order_copy (
    id       INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    order_id INTEGER NOT NULL REFERENCES work_order (id),
    copy_no  INTEGER NOT NULL,
    owner    TEXT NOT NULL,
    place    TEXT NOT NULL,
    holder   TEXT NOT NULL,
    printed  INTEGER NOT NULL,
    replaced INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX order_copy_no ON order_copy (order_id, copy_no);

CREATE TABLE copy_move (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    copy_id    INTEGER NOT NULL REFERENCES order_copy (id),
    at         INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    by_person  INTEGER NOT NULL REFERENCES person (id),
    place      TEXT NOT NULL,
    holder     TEXT NOT NULL,
    reason     TEXT NOT NULL
) STRICT;
CREATE INDEX copy_move_copy ON copy_move (copy_id, id);

CREATE TABLE signature (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    order_id  INTEGER NOT NULL REFERENCES work_order (id),
    purpose   TEXT NOT NULL,
    how       TEXT NOT NULL,
    name      TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),
    seen_by   INTEGER REFERENCES person (id),
    strokes   TEXT,
    at        INTEGER NOT NULL,
    digest    TEXT NOT NULL
) STRICT;
CREATE INDEX signature_order ON signature (order_id, id);

CREATE TABLE follow_up (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES work_order (id),
    request_id   INTEGER NOT NULL REFERENCES request (id),
    at           INTEGER NOT NULL,
    entered_at   INTEGER NOT NULL,
    by_person    INTEGER NOT NULL REFERENCES person (id),
    whom         TEXT NOT NULL,
    outcome      TEXT NOT NULL,
    message_left INTEGER NOT NULL,
    shoe_covers  INTEGER,
    left_clean   INTEGER,
    explained    INTEGER,
    remarks      TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_order ON follow_up (order_id, id);

-- Every print of an order: sent, accepted by the spooler, and paper confirmed are different facts.
CREATE TABLE order_print (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES work_order (id),
    at           INTEGER NOT NULL,
    by_person    INTEGER NOT NULL REFERENCES person (id),
    profile      TEXT NOT NULL,
    printer      TEXT NOT NULL,
    copies       TEXT NOT NULL,
    reprint      INTEGER NOT NULL,
    accepted_at  INTEGER,
    confirmed_at INTEGER
) STRICT;
CREATE INDEX order_print_order ON order_print (order_id, id);

-- Corrections keep the old value (R36).
CREATE TABLE correction (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    subject   TEXT NOT NULL,
    field     TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    reason    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by_person INTEGER NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX correction_subject ON correction (subject, id);

-- Characters of requests, folded and set apart, to be found by phrase: what everyone may find them by, and names and
-- phones apart from it (R39).
CREATE VIRTUAL TABLE request_search USING fts5 (
    open, contact, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
