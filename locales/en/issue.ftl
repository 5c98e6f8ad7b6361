# Issuing an order.
issue-worker-open = Not named
issue-appointment-hint = Empty takes the preferred time
issue-paper-hint = If it was written on paper first
issue-anew = { $no }: the estimate is now { $now }, not { $told }; tell the caller
issue-other-amount = At this time it costs { $now }; the caller was told { $told }. Tell the caller first.
