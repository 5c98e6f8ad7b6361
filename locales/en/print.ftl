# Printing.
print-profile = Layout
print-printer = Printer
print-no-printer = None chosen
print-none-found = No printer is installed on this computer; save a PDF file instead.
print-save = Save as PDF
print-sent = Sent to { $printer }
print-again = Printed before: this print will be marked as a reprint.
print-now = Print
print-prints = Prints
print-to-file = file
print-copies = copies { $copies }
print-fact-sent = sent
print-fact-accepted = accepted by the printer
print-fact-finished = left the queue
print-fact-confirmed = paper confirmed
print-confirm = Paper is in hand
