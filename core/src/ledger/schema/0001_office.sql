-- The trail of every act. Rows are only ever added; what an act changed stands in audit_body, whose salted digest
-- the chain holds (R36, R41).
CREATE TABLE audit (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    person_id INTEGER,
    verb      TEXT NOT NULL,
    subject   TEXT,
    outcome   TEXT NOT NULL,
    digest    TEXT NOT NULL,
    prev      TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject, id);

CREATE TABLE audit_body (
    audit_id INTEGER PRIMARY KEY REFERENCES audit (id),
    salt     TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never go'); END;
CREATE TRIGGER audit_body_no_update BEFORE UPDATE ON audit_body BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
CREATE TRIGGER audit_body_no_delete BEFORE DELETE ON audit_body BEGIN SELECT RAISE(ABORT, 'audit rows never go'); END;

-- Versions of the office's settings, each with who approved it and from when it holds (R35).
CREATE TABLE settings (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    body        TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    approved_by TEXT NOT NULL,
    reason      TEXT NOT NULL,
    entered_by  INTEGER REFERENCES person (id),
    entered_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE department (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL UNIQUE,
    kind    TEXT NOT NULL,
    phone   TEXT NOT NULL,
    active  INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    name          TEXT NOT NULL,
    initials      TEXT NOT NULL,
    phone         TEXT NOT NULL,
    department_id INTEGER NOT NULL REFERENCES department (id),
    roles         TEXT NOT NULL,
    login         TEXT UNIQUE,
    password      TEXT,
    pin           TEXT,
    active        INTEGER NOT NULL
) STRICT;

CREATE TABLE deputy (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    principal_id INTEGER NOT NULL REFERENCES person (id),
    deputy_id    INTEGER NOT NULL REFERENCES person (id),
    from_day     TEXT NOT NULL,
    to_day       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    ended        INTEGER NOT NULL
) STRICT;
CREATE INDEX deputy_by_deputy ON deputy (deputy_id, to_day);
