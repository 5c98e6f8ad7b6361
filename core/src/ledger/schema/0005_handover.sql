-- The night's entries as the day desk took them over (R1): who gave, who took, and up to which request.
CREATE TABLE handover (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    gave       INTEGER NOT NULL REFERENCES person (id),
    took       INTEGER NOT NULL REFERENCES person (id),
    upto       INTEGER NOT NULL REFERENCES request (id),
    entries    INTEGER NOT NULL,
    remarks    TEXT NOT NULL
) STRICT;
