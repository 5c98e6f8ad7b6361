# 派工時填的內容。
issue-worker-open = 未指定
issue-appointment-hint = 空白為希望時間
issue-paper-hint = 先寫在紙本上時填
