# Issuing an order.
issue-worker-open = Not named
issue-appointment-hint = Empty takes the preferred time
issue-paper-hint = If it was written on paper first
