-- Versions of the fee schedule (維修項目收費標準): drafts, and what was published with who approved it and from when it
-- holds (R35).
CREATE TABLE fee_schedule (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    name         TEXT NOT NULL,
    state        TEXT NOT NULL,
    base_id      INTEGER REFERENCES fee_schedule (id),
    surcharges   TEXT NOT NULL,
    calendar     TEXT NOT NULL,
    entered_at   INTEGER NOT NULL,
    entered_by   INTEGER NOT NULL REFERENCES person (id),
    valid_from   TEXT UNIQUE,
    approved_by  TEXT NOT NULL,
    approval     TEXT NOT NULL,
    published_at INTEGER,
    published_by INTEGER REFERENCES person (id)
) STRICT;

-- What is charged for. `item` is the whole item; name, code and what it is searched by stand beside it. An item that a
-- draft dropped keeps its row.
CREATE TABLE fee_item (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    schedule_id INTEGER NOT NULL REFERENCES fee_schedule (id),
    position    INTEGER NOT NULL,
    code        TEXT NOT NULL,
    item        TEXT NOT NULL,
    search      TEXT NOT NULL,
    dropped     INTEGER NOT NULL
) STRICT;
CREATE INDEX fee_item_schedule ON fee_item (schedule_id, position);

-- What a repair costs as it was worked out at one time: of a request before a crew goes, of an order once one goes.
-- Never changed; a later one stands beside it.
CREATE TABLE quote (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    request_id  INTEGER NOT NULL REFERENCES request (id),
    order_id    INTEGER REFERENCES work_order (id),
    purpose     TEXT NOT NULL,
    schedule_id INTEGER REFERENCES fee_schedule (id),
    at          INTEGER NOT NULL,
    entered_at  INTEGER NOT NULL,
    by_person   INTEGER NOT NULL REFERENCES person (id),
    urgent      INTEGER NOT NULL,
    lines       TEXT NOT NULL,
    order_adds  TEXT NOT NULL,
    total_from  INTEGER NOT NULL,
    total_to    INTEGER,
    verdict     TEXT NOT NULL,
    judged_by   TEXT NOT NULL,
    hours       TEXT NOT NULL
) STRICT;
CREATE INDEX quote_request ON quote (request_id, id);
CREATE INDEX quote_order ON quote (order_id, id) WHERE order_id IS NOT NULL;

-- The quote that holds now: the plan consented to on a request, the actual work on an order.
ALTER TABLE request ADD COLUMN quote_id INTEGER REFERENCES quote (id);
ALTER TABLE request ADD COLUMN consent_quote INTEGER REFERENCES quote (id);
ALTER TABLE work_order ADD COLUMN quote_id INTEGER REFERENCES quote (id);
-- What is still owed of what was agreed; and that it may be owed (掛賬).
ALTER TABLE work_order ADD COLUMN owed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE work_order ADD COLUMN on_account INTEGER NOT NULL DEFAULT 0;
CREATE INDEX work_order_owed ON work_order (id) WHERE owed <> 0;

-- Money taken, given back, waived, or left on account. Payments and refunds have a receipt number without gaps within
-- the year.
CREATE TABLE payment (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES work_order (id),
    kind         TEXT NOT NULL,
    method       TEXT,
    amount       INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    entered_at   INTEGER NOT NULL,
    by_person    INTEGER NOT NULL REFERENCES person (id),
    taken_by     INTEGER REFERENCES person (id),
    payer        TEXT NOT NULL,
    reference    TEXT NOT NULL,
    reason       TEXT NOT NULL,
    receipt_year INTEGER,
    receipt_seq  INTEGER,
    receipt_no   TEXT UNIQUE,
    printed      INTEGER NOT NULL,
    takings_id   INTEGER REFERENCES takings (id)
) STRICT;
CREATE INDEX payment_order ON payment (order_id, id);
CREATE UNIQUE INDEX payment_receipt ON payment (receipt_year, receipt_seq) WHERE receipt_seq IS NOT NULL;
CREATE INDEX payment_to_hand_over ON payment (taken_by, id) WHERE taken_by IS NOT NULL AND takings_id IS NULL;
CREATE INDEX payment_takings ON payment (takings_id, id) WHERE takings_id IS NOT NULL;

-- Takings handed over: by whom, to whom, what the receipts say and what was counted.
CREATE TABLE takings (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    received_by INTEGER NOT NULL REFERENCES person (id),
    at          INTEGER NOT NULL,
    expected    TEXT NOT NULL,
    counted     INTEGER NOT NULL,
    note        TEXT NOT NULL
) STRICT;
CREATE INDEX takings_person ON takings (person_id, id);
