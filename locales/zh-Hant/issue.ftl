# 派工時填的內容。
issue-worker-open = 未指定
issue-appointment-hint = 空白為希望時間
issue-paper-hint = 先寫在紙本上時填
issue-anew = { $no }：估價由 { $told } 改為 { $now }，請告知報修人
issue-other-amount = 這個時間的估價是 { $now }（原告知 { $told }），請先告知報修人。
