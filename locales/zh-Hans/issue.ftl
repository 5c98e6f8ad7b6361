# 派工时填写的内容。
issue-worker-open = 未指定
issue-appointment-hint = 留空为希望时间
issue-paper-hint = 先写在纸质单上时填
issue-anew = { $no }：估价由 { $told } 改为 { $now }，请告知报修人
issue-other-amount = 这个时间的估价是 { $now }（原告知 { $told }），请先告知报修人。
