# repairctl in the terminal.
ctl-password = Password of { $login }:{" "}
ctl-stage-copy = Copying
ctl-stage-pages = Checking every page
ctl-stage-structure = Checking tables and indexes
ctl-stage-references = Checking references
ctl-stage-chain = Checking the chain of acts
ctl-stage-rows = Holding every row against its acts
ctl-stage-swap = Putting the files in place
ctl-fault-page = page damaged or changed
ctl-fault-structure = table or index inconsistent
ctl-fault-reference = reference leads nowhere
ctl-fault-schema = table structure does not match this program
ctl-fault-chain = chain of acts broken
ctl-fault-body = act does not fit its digest
ctl-fault-identity = The ledger’s name is not that of its setup, its .id file or its backups
ctl-fault-row-untrue = value that no act gave
ctl-fault-row-unaudited = row that no act wrote
ctl-fault-row-gone = row that is not there
ctl-head = { $acts } acts, head of the chain { $head }
ctl-jump-back = Time went back  act { $act } { $verb }{ $outcome ->
    [refused] {" "}(refused)
   *[done] {""}
}: after { $last } comes { $at }{ $reason ->
    [none] {""}
   *[other] ; reason: { $reason }
}
ctl-jump-ahead = Gap of more than a week  act { $act } { $verb }{ $outcome ->
    [refused] {" "}(refused)
   *[done] {""}
}: after { $last } comes { $at }{ $reason ->
    [none] {""}
   *[other] ; reason: { $reason }
}
ctl-jumps = The times of acts are out of order in { $count } places; look at those above.
ctl-rows = { $rows } rows held against their acts
ctl-sound = All checks passed; no faults found.
ctl-faults = { $count } faults found. Keep this file, and restore a backup that passes the checks.
ctl-backed-up = Backed up and checked: { $file }
    head of the chain { $head }
ctl-restored = Restored to { $ledger }. Sign in again and look over the latest records.
ctl-kept = The replaced ledger is kept at { $file }
ctl-demo-counts = { $calls } calls; { $tried } steps to be refused, { $refused } refused
ctl-demo-open = The demo ledger is { $ledger }. Sign in as { $login } with the password { $password }.
