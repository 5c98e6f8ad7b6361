# A printed ledger check, looked for in the ledger.
head-title = Compare a printed ledger check
head-about = The check stands on printed registers and day-end lists. A page kept outside the office, such as by the owners’ committee, proves later that nothing before it was cut off or rewritten.
head-label = Ledger check
head-hint = Scan the code in the upper right corner, or type the check in the foot of the page: at least its first 16 characters
head-check = Compare
head-here = The check belongs to this ledger: act { $act } ({ $what }), { $at }.
head-after = { $after } acts came after it, the last at { $last }.
head-newest = It is the newest act; nothing came after it.
head-times = { $what } × { $times }
head-foreign = This is the check of another ledger ({ $ledger }). Compare it with that ledger or a backup of it.
head-cut = The check was printed at act { $act }, and this ledger has only { $acts }: what came later was cut off, or an older backup was restored. Keep the ledger and the page, and find out why.
head-other = Act { $act } of this ledger is not the one that the page was printed at: what stood before was rewritten, or an older backup was restored. Keep the ledger and the page, and find out why.
head-unknown = This check is not in this ledger. It may be mistyped or belong to another ledger; or what came before it was cut off or rewritten since, or an older backup was restored. Scan the code of the page: it tells which.
head-faults = The chain itself has { $n } faults; “Check the ledger” names them.
