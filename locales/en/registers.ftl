# Registers.
register-search = Search
register-from = From
register-to = To
register-all = All
register-empty = Nothing found. Widen the filter or clear the search.
register-export = Export
register-print = Print the register
register-notified = Notified (department, whom, how, when)
register-taken-by = Taken by
register-order-no = Order no.
register-orders = Order register
register-requests = Request register
