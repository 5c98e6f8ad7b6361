# The workbench.
bench-stages = Stages
bench-nothing = No open orders.
bench-late-n = { $n } late
bench-late = Running late
bench-late-none = Nothing is late.
bench-late-rest = Further late orders: { $n }. Choose a stage’s late number above.
bench-soon = Due within half an hour
bench-soon-none = Nothing is due soon.
bench-unexplained = Late, reason missing
bench-unexplained-n = { $n } late steps; choose one to give its reason.
bench-unexplained-none = Every reason is given.
bench-recorded = Not ordered yet
bench-waiting = Waiting
bench-to-tell = To be told
bench-follow-up-link = Orders to follow up
