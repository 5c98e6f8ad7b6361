# 派工时填写的内容。
issue-worker-open = 未指定
issue-appointment-hint = 留空为希望时间
issue-paper-hint = 先写在纸质单上时填
