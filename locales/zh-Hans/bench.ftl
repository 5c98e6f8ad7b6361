# The workbench.
bench-stages = 各阶段
bench-nothing = 目前没有未结的派工单。
bench-late-n = 超时 { $n }
bench-late = 超时
bench-late-none = 没有超时的派工单。
bench-late-rest = 另有 { $n } 张超时，可由上方各阶段的“超时”进入。
bench-soon = 半小时内到期
bench-soon-none = 半小时内没有到期的派工单。
bench-unexplained = 迟办原因未填
bench-unexplained-n = 共 { $n } 项，请逐项选填原因。
bench-unexplained-none = 原因都已填妥。
bench-recorded = 尚未派工
bench-waiting = 待约、评审、待确认
bench-to-tell = 结果尚未告知
bench-follow-up-link = 今天要回访的派工单
