# Booking in returned paper.
book-in-no-hint = Order number or scan
book-in-this = Book in this order
book-in-open = Open
book-in-not-open = This order cannot be booked in now.
book-in-accepted = Accepted
book-in-arrived = Arrived
book-in-finished = Finished
book-in-confirmed = Signed
book-in-fee = Fee agreed on the paper
book-in-fee-announced = Announced: { $fee }
book-in-countersigned = Countersigned
book-in-returned = Returned
book-in-now = Empty is now
book-in-opinion = Requester's remarks
book-in-save = Book in
book-in-done = { $no } is booked in
book-in-recorded = Recorded already
