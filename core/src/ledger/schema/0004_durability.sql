-- The ledger's own name, the same as in its sidecar, so that a lost sidecar can be written again.
CREATE TABLE identity (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    ledger_id TEXT NOT NULL
) STRICT;
CREATE TRIGGER identity_no_update BEFORE UPDATE ON identity BEGIN SELECT RAISE(ABORT, 'a ledger keeps its name'); END;
CREATE TRIGGER identity_no_delete BEFORE DELETE ON identity BEGIN SELECT RAISE(ABORT, 'a ledger keeps its name'); END;

-- Where and how often backups are made (R40). A choice of the office's machine, not one of its rules: no approval.
CREATE TABLE backup_plan (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    folder  TEXT NOT NULL,
    daily   INTEGER NOT NULL
) STRICT;

-- Every backup and restore, done or failed (R40).
CREATE TABLE backup_run (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by_person INTEGER REFERENCES person (id),
    file      TEXT NOT NULL,
    size      INTEGER NOT NULL,
    head      TEXT NOT NULL,
    kept      TEXT NOT NULL,
    failed    TEXT
) STRICT;
