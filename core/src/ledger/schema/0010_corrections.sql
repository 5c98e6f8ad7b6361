-- The time that a step set for later: the appointment of an issue, the next date of a pause. Steps entered before this
-- tell none.
ALTER TABLE order_step ADD COLUMN sets_at INTEGER;

-- Which payment a refund gives back. Refunds entered before this tell none.
ALTER TABLE payment ADD COLUMN gives_back INTEGER REFERENCES payment (id);
