correct-time-of = Time: { $step }
correct-late-of = Reason for lateness: { $step }
correct-until-of = Next date set: { $step }
correct-now = On record: { $value }
correct-nothing = (nothing)
correct-in-time = in time
correct-about = After a correction the deadlines are judged anew. What was recorded and judged before stays on record.
