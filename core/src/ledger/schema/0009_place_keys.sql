-- Residents are found by whole pinyin and by ear, areas by words in order: every key is made anew from the names when
-- the ledger is opened next.
DELETE FROM place_key;
