# One sentence per error code: what happened, and what to do next.

error-broken = The program met a problem it cannot solve; this step was not written. Try again; if it fails again, restart the program and give the log to the administrator.
error-bad-call = Two parts of the program are of different versions ({ $detail }); this step was not written. Restart the program; if it fails again, ask the administrator.
error-sign-in-first = You are not signed in, or the session has ended; this step was not written. Sign in and do it again; what was not saved must be typed anew.
error-session-locked = The screen is locked; this step was not written. Unlock it with your PIN or password and do it once more; what you typed is still there.
error-denied = Your role does not allow this; the attempt was recorded. Ask a colleague who may, or have the administrator change your role.
error-wrong-password = The name or the password is wrong. Check capitals and the input method, then try again.
error-wrong-pin = The PIN is wrong, or none is set yet. Try again; who forgot it sets a new one under People with the own password.
error-too-many-tries = Too many wrong tries. Wait { $seconds } seconds. If you forgot the password, the administrator can set a new one.
error-missing = This field is required. Fill it in and save again.
error-too-long = This text is too long; { $max } characters are the most. Shorten it and try again.
error-invalid = “{ $value }” cannot be used here. Correct it and save again.
error-time-unreadable = “{ $value }” cannot be read as a time. Type for example 14:05, 1405 or 11-23 14:05.
error-time-in-future = “{ $value }” lies in the future. For what has happened, enter a time up to now.
error-time-too-early = “{ $value }” lies before the step it follows ({ $earliest }). Check the time and enter it again.
error-bad-phone = “{ $value }” is not a phone number. Use digits, + - # and brackets only, with a comma or slash between several numbers; leave it empty if there is none, and tick “Refused to give a number” if so.
error-time-too-late = “{ $value }” lies after the step that follows it ({ $latest }), and the order of the steps stays. Check the time; if the later step was entered wrong too, correct that one first.
error-time-long-ago = “{ $value }” is more than a week before now ({ $now }). Check the date; if it did happen on { $day }, a supervisor gives the reason, and what happened that day can be entered today.
error-clock-back = This computer says { $now }, which is before the last act in the ledger ({ $last }), so nothing is written for now. Set the computer’s date and time first; if they are right, a supervisor gives the reason to go on.
error-clock-ahead = This computer says { $now }, more than a week after the last act in the ledger ({ $last }), so nothing is written for now. If the computer’s time is wrong, set it first; if nothing was entered in between (the office was closed), a supervisor gives the reason to go on.
error-password-short = The password is too short; it needs at least { $min } characters. Choose a longer one.
error-pin-form = A PIN has four to eight digits. Enter it again.
error-pin-is-own = A PIN is chosen by its own person. You may clear it; the person then sets a new one with the password.
error-pin-there = { $name } has a PIN already. If it was forgotten, an administrator clears it first; then the person types a new one.
error-last-administrator = This is the last administrator who can sign in; the role, the sign-in name and the account must stay. Make someone else administrator first.
error-department-busy = This department still has { $count } open orders. Finish or transfer them, then close the department.
error-department-needed = The office needs a service desk and one department that does the work. Add or reopen another one, then change this.
error-deputy-overlaps = { $name } already stands in for the same person on some of these days. Change the dates, or end the earlier one first.
error-stale = Someone else has just changed this record; this step was not written. The screen is showing the record as it is now, and what you typed is still there: check it and do it once more.
error-not-found = There is no such record; the number may be wrong. Check it and search again.
error-duplicate = A record of that name or number exists already. Choose another name, or use the existing one.
error-already-set-up = This ledger already has an office. Sign in instead.
error-not-set-up = This ledger has no office yet. Finish the first setup.
error-ledger-locked = Another program is using this ledger. Go back to the open window, or close that program and try again.
error-ledger-newer = This ledger was written by a newer program (version { $found }; this one knows up to { $known }). Update the program; the ledger was not touched.
error-ledger-damaged = The ledger file is incomplete or damaged. Write nothing more and have the administrator restore the latest backup; the present file is kept beside it.
error-not-a-ledger = { $path ->
    [none] This file is not a ledger of Repair Desk, or the .id file beside it is missing. Choose the right file; a missing .id file can be copied from beside any backup.
   *[other] “{ $path }” is not a ledger of Repair Desk, or the .id file beside it is missing. Choose the right file; a missing .id file can be copied from beside any backup.
}
error-wrong-key = The key does not fit this ledger. Use the ledger’s own key: its key file, or the recovery key kept in the safe.
error-key-missing = The key of this ledger was not found: the system’s keyring did not answer, and there is no key file beside the ledger. Unlock the keyring (sign in to the computer again) and start the program again; if the key is lost, use the recovery key kept in the safe.
error-ledger-missing = There is no ledger at “{ $path }”. Check that the disk is connected and the path is right; if the file is lost, restore a backup.
error-disk-full = The disk is full; this step was not written, and what was there is safe. Free some space and try again.
error-file-trouble = { $path ->
    [none] A file or folder could not be read or written. Check that the disk is connected and the path exists, then try again.
   *[other] “{ $path }” could not be read or written. Check that the disk is connected and the path exists, then try again.
}
error-no-access = { $path ->
    [none] The system does not allow writing there. Choose another folder, or have the administrator allow it.
   *[other] The system does not allow writing to “{ $path }”. Choose another folder, or have the administrator allow it.
}
error-no-backup-folder = No backup folder is chosen yet. Choose one under Backup in the main menu, preferably on another disk.
error-backup-folder-gone = The backup folder “{ $path }” is not there; no backup was made. Connect the disk or network drive and try again, or choose another folder.
error-ledger-foreign = This backup belongs to another ledger and cannot be restored here. Choose a backup of this ledger; the present one was not touched.
error-not-a-backup = “{ $path }” is not a backup of this program, or is no longer there. Choose a file whose name ends in .backup; the present ledger was not touched.
error-not-a-head = This is no ledger check. Scan the code on the printed page, or type at least the first 16 characters of the check (digits 0–9 and letters a–f; blanks do not matter).
error-backup-damaged = The backup “{ $path }” is incomplete or damaged and cannot be used. Choose another backup; the present ledger was not touched.
error-untrue = The check found { $count } faults, so this file was not used. Take another backup, and give the findings to the administrator.
error-busy = A backup, check or restore is under way. Wait until it is done or stop it first, then try again.
error-cancelled = Stopped as you asked; nothing was changed. Start again when you like.
error-printer-missing = There is no printer “{ $printer }”. Make sure that it is switched on and set up in the system, choose another one, or save the file instead.
error-print-refused = The printer “{ $printer }” did not take this document. The attempt is recorded, but no paper is confirmed. Look at the printer in the system’s settings and print again, or save the file instead.

error-step-not-now = The order in its present state does not allow this step. The screen is showing it as it is now: see which steps are open.
error-agree-fee-first = A fee is due and the resident has not agreed to it. Record the agreed amount, then the finish or the payment.
error-check-material-first = The owner’s own material “{ $name }” has not been checked. Check it and record under “Correct the item found” whether it is fit; if it is not, also what the owner was told and what the owner chose.
error-owner-gave-up = Told that the own material “{ $name }” is not fit, the owner gave the work up, so it cannot be finished. End the order with “Decline”; should the owner change his mind, correct the choice under “Correct the item found” first.
error-countersign-first = Orders of this kind need the supervisor's signature before copy 1 is returned.
error-copies-out = Printed copies are still out. Take them back, or record them as lost, then void the order.
error-unreached-too-early = Too early to close as not reached: too few calls or days, or no message left. Keep calling.
error-own-paper-signature = The order's own worker cannot witness a signature on its paper. Ask a colleague to record it.
error-own-work = One's own work is signed off by someone else. Ask the department head, foreman or a named deputy.
error-signed-by-hand = “{ $name }” signed with a PIN or on the screen in person and cannot be corrected into someone else. To send another worker, reassign the order.
error-not-the-supervisor = { $name } does not lead the executing department and is no named deputy on that day. Choose someone else, or name a deputy first.
error-copy-not-lost = Only a copy recorded as lost is replaced. Record copy { $copy } as lost first.
error-desk-copy-lost = The desk's copy is recorded as lost. Print its replacement first, then record the return.
error-request-step-not-now = The request in its present state does not allow this step. The screen is showing it as it is now: see which steps are open.
error-plan-first = The review has no plan and price yet. Record the plan, then the owner's answer.
error-consent-first = This repair is outside the fee schedule: no crew can be sent before the owner has accepted plan and price. Have it reviewed, quote the price, and record the owner’s consent first.
error-fee-differs = The amount entered, { $value }, is not what the work comes to, { $amount }. Show the owner the amount worked out; to change it, change the items first.
error-open-amount = { $amount } is still open, so the order cannot be archived. Take the payment, waive it, or put it on account first.
error-more-than-open = The amount entered, { $value }, is more than the { $amount } that is open. Enter a smaller amount.
error-own-takings = Money that you took yourself must be received by someone else who may. Ask a colleague to count and record it.
error-no-receipt = A waiver, or an amount left on account, moves no money and has no receipt. Print that of a payment or refund.
error-no-estimate = No estimate holds for request { $no }, so there is none to print. Estimate it first, or finish its review.
error-nothing-to-hand-over = There are no takings left to hand over.
error-goes-at-once = Only a household's request that is not urgent may wait for a crew; public, service and urgent ones go at once. Issue the work order now.
error-nothing-asked = The supervisor was not asked yet. Record the question, then the reply.
error-phone-needed = This request has no phone, so nobody could be called when a crew is free. Add the phone by “Correct” first, then let it wait.
error-contact-first = First record whom you contacted and the reply, then close it as helped elsewhere.
error-carries-others = Neighbours' reports are joined to this one, so it cannot be joined itself. Join the other one to this.
error-out-of-bounds = “{ $value }” is outside what this field takes, { $least } to { $most }. Correct it and try again.
error-amount-too-large = The amount exceeds { $most }, the most that a form can hold. Check quantities and prices.
error-agreed-outside-range = The agreed { $value } is not within the schedule's { $from } to { $to }. Enter an amount within it; if the case needs another, send it to review.
error-price-is-fixed = “{ $item }” has its price in the schedule; none is agreed besides. Clear the agreed amount; if the case needs another, send it to review.
error-unknown-variant = “{ $item }” has no price for the case “{ $variant }”. Choose one of the cases listed for the item.
error-variants-clash = “{ $first }” and “{ $second }” cannot both be charged. Keep the one that is so.
error-price-not-listed = The schedule has no material at { $value } for “{ $item }”. Choose one that it lists, or record it at market price.
error-material-not-included = The price of “{ $item }” does not include material. Choose list price, market price or the owner's own.
error-price-unsound = The price of “{ $item }” in the schedule contradicts itself and cannot be followed. Ask the desk supervisor to check the item and publish a corrected version.
error-item-unsound = The price of “{ $item }” contradicts itself or cannot be charged: a lowest amount over the highest, a negative amount, no step of time, or two variants of one name. Correct the marked field and save again.
error-schedule-fixed = “{ $name }” is published or was given up and can no longer be changed; this step was not written. Make a new draft from it and change that.
error-schedule-empty = This draft has no items yet. Enter or import the items first, then publish it.
error-validity-overlaps = “{ $name }” already holds from { $from }. Choose a later day from which the new version holds.
error-too-many-rows = More than { $max } rows fit the filter, too many for one file. Narrow the dates and export in parts.
error-place-busy = { $count } places or residents in use still belong here. Close them first, then this place.
error-sheet-unreadable = “{ $file }” is not a spreadsheet that can be read, or it is damaged. Open it in a spreadsheet program, save it as .xlsx or .csv, and import that; nothing was imported.
error-sheet-password = “{ $file }” is protected by a password. Remove the password in a spreadsheet program, save a copy, and import that.
error-sheet-empty = There is nothing in this sheet. Choose another sheet or file.
error-sheet-too-big = The file, or the text of the sheet, is larger than { $limit } MB. Keep only the price list, save a copy, and import that.
error-sheet-bomb = Unpacked, this file would be unreasonably large (limit { $limit } MB), so it was not opened. Copy the price list into a new file and import that.
error-sheet-rows = The sheet goes on below row { $limit }, which is the limit. Keep only the price list, or import it in several files.
error-sheet-columns = Row { $row } holds more than { $limit } columns. Delete the columns on the right that are not needed, then import again.
error-sheet-encoding = The encoding of this text file cannot be told (known are UTF-8, UTF-16, Big5, GB18030). Open it in a spreadsheet program, save it as .xlsx, and import that.
error-sheet-formula = Row { $row }, column { $column } is a formula whose result is not in the file. Open and save the file once in a spreadsheet program, or type the value, then import again.
error-sheet-cell-error = Row { $row }, column { $column } shows the error “{ $value }”. Mend it in the spreadsheet program, then import again.
error-sheet-no-heading = No row of headings was found (such as “item”, “unit”, “price”). Check that this is the right sheet, or say yourself what each column holds.
error-sheet-side-by-side = Two lists stand side by side; the second begins in column { $column }. Put one below the other or on sheets of their own, then read the file again; nothing was imported.
error-sheet-one-column = All text stands in a single column. A price list needs at least a name and a price beside it; check that this is the right sheet, and that text was not merged into one cell.
error-sheet-merged-over = Cells { $range } are merged into one, and what the cells under it hold cannot be seen. Unmerge them in a spreadsheet program, check what comes to light, then read the file again; nothing was imported.
error-sheet-column-open = What column { $column } holds is not decided. Confirm it, choose another, or leave the column out; nothing was imported.
error-sheet-changed = “{ $file }” has changed since you looked at it; nothing was imported. Read the file again, check the rows and import once more.
error-row-unsettled = Row { $row } was not understood and is not settled yet ({ $count } such rows in all); nothing was imported. Enter the item for it or leave the row out, then import again.
