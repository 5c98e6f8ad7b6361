# Taking a report.
intake-title = New report
intake-clear = Clear
intake-find = Resident or place
intake-find-hint = Room 3-1204, end of phone, name, or initials zxm
intake-open-n = { $n } open
intake-not-found = Not found. Choose "Public area" or "Outsider" to write the place in words.
intake-duplicate = { $n } open here already; is it the same fault?
intake-history = Reported lately:
intake-another = Another fault in this call
intake-content-more = Fault { $n }
intake-more = More fields
intake-issue = Record and issue
intake-record = Record only
intake-recorded = { $no } is recorded
