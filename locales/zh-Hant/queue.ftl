# Queues.
queue-empty = 這一階段沒有派工單。
queue-late = 只看逾時
queue-late-none = 這一階段沒有逾時的派工單。
