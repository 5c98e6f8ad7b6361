# Queues.
queue-empty = 这一阶段没有派工单。
queue-late = 只看超时
queue-late-none = 这一阶段没有超时的派工单。
