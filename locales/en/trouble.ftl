# The ledger could not be opened.
trouble-title = The ledger did not open
trouble-again = Try again
trouble-restore = Restore a backup
trouble-restore-hint = The backup is checked first, and the present file is kept. An administrator of the backup signs in here.
trouble-choose = Choose a backup…
trouble-key = Recovery key
trouble-key-hint = Leave it empty if this computer has the key. On another computer, or if the key is lost, type the recovery key kept in the safe.
trouble-restore-now = Check and restore
trouble-with-key = Enter the recovery key
trouble-with-key-hint = If the ledger is whole and only this computer's key was lost, the recovery key opens it. No data is changed.
trouble-open-with-key = Open with this key
