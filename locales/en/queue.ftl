# Queues.
queue-empty = No order at this stage.
queue-late = Late only
queue-late-none = No order at this stage is late.
