# Queues.
queue-empty = 這一階段沒有派工單。
