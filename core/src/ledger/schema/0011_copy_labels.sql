-- The office's own name of a copy (聯) beside its number and owner (R10).
ALTER TABLE order_copy ADD COLUMN label TEXT NOT NULL DEFAULT '';
