# Costs: worked out more than once for a request or an order, the last one holds.
quotes-title = Costs
quotes-superseded = superseded by a later one
quotes-total = Total
quotes-judged-by = Judged by { $name }
quotes-hours = Hours: { $hours }
quotes-purpose-estimate = Estimate at the desk
quotes-purpose-plan = Plan of the review
quotes-purpose-reported = Reported items
quotes-purpose-actual = Actual items on site
quotes-review-actual-case = priced by the actual case
quotes-review-material-off-list = material price not in the schedule
quotes-review-outside = outside the fee schedule
