# Booking in returned paper.
book-in-no-hint = 派工單編號或掃碼
book-in-this = 登記這張返單
book-in-open = 開啟
book-in-not-open = 這張單目前不能返單登記。
book-in-accepted = 簽收時間
book-in-arrived = 到場時間
book-in-finished = 完工時間
book-in-confirmed = 簽名時間
book-in-fee = 紙本上同意的費用（元）
book-in-fee-announced = 原告知 { $fee }
book-in-countersigned = 主管簽名時間
book-in-returned = 返單時間
book-in-now = 空白為現在
book-in-opinion = 報修人意見
book-in-save = 登記返單
book-in-done = { $no } 已返單
book-in-recorded = 已經登記的部分
