# The workbench.
bench-stages = 各階段
bench-nothing = 目前沒有未結的派工單。
bench-late-n = 逾時 { $n }
bench-late = 逾時
bench-late-none = 沒有逾時的派工單。
bench-late-rest = 另有 { $n } 張逾時，可由上方各階段的「逾時」進入。
bench-soon = 半小時內到期
bench-soon-none = 半小時內沒有到期的派工單。
bench-unexplained = 遲辦原因未填
bench-unexplained-n = 共 { $n } 項，請逐項選填原因。
bench-unexplained-none = 原因都已填妥。
bench-recorded = 尚未派工
bench-waiting = 待約、評審、待確認
bench-to-tell = 結果尚未告知
bench-follow-up-link = 今天要回訪的派工單
