# Printing.
print-profile = Layout
print-printer = Printer
print-no-printer = None chosen
print-none-found = No printer is installed on this computer; save a PDF file instead.
print-save = Save as PDF
print-sent = Sent to { $printer }
print-again = Printed before: this print will be marked as a reprint.
