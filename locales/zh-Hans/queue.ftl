# Queues.
queue-empty = 这一阶段没有派工单。
