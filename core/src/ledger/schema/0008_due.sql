-- The next deadline an open order runs against. No act says it: it follows from the order's times and from the settings
-- that held when it was issued, and is worked out anew whenever one of them is written.
ALTER TABLE work_order ADD COLUMN due_at INTEGER;
CREATE INDEX work_order_due ON work_order (state, due_at, id) WHERE due_at IS NOT NULL;
