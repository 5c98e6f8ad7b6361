# Queues.
queue-empty = No order at this stage.
