-- Communities, buildings, units, households, public areas and facilities: one tree.
CREATE TABLE place (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    parent_id INTEGER REFERENCES place (id),
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    code      TEXT NOT NULL,
    label     TEXT NOT NULL,
    active    INTEGER NOT NULL
) STRICT;
CREATE INDEX place_parent ON place (parent_id, id);
CREATE INDEX place_code ON place (code);

CREATE TABLE resident (
    id       INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    place_id INTEGER NOT NULL REFERENCES place (id),
    name     TEXT NOT NULL,
    relation TEXT NOT NULL,
    phones   TEXT NOT NULL,
    note     TEXT NOT NULL,
    active   INTEGER NOT NULL
) STRICT;
CREATE INDEX resident_place ON resident (place_id);

-- Outside parties that the desk asks for help (R5).
CREATE TABLE party (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL UNIQUE,
    trade   TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone   TEXT NOT NULL,
    active  INTEGER NOT NULL
) STRICT;

-- By what a place or resident is found: rooms, endings of phones, names and pinyin initials, all folded.
-- resident_id 0 is the place itself. Derived: only what is active stands here.
CREATE TABLE place_key (
    kind        TEXT NOT NULL,
    key         TEXT NOT NULL,
    place_id    INTEGER NOT NULL REFERENCES place (id),
    resident_id INTEGER NOT NULL,
    PRIMARY KEY (kind, key, place_id, resident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_key_owner ON place_key (place_id, resident_id);
