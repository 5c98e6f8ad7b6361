-- Sent, accepted by the spooler, finished, and paper confirmed by a person are four facts; the job's number finds the
-- second and third.
ALTER TABLE order_print ADD COLUMN job TEXT NOT NULL DEFAULT '';
ALTER TABLE order_print ADD COLUMN finished_at INTEGER;
