# Booking in returned paper.
book-in-no-hint = 派工单编号或扫码
book-in-this = 登记这张返单
book-in-open = 打开
book-in-not-open = 这张单目前不能返单登记。
book-in-accepted = 签收时间
book-in-arrived = 到场时间
book-in-finished = 完工时间
book-in-confirmed = 签名时间
book-in-fee = 纸质单上同意的费用（元）
book-in-fee-announced = 原告知 { $fee }
book-in-countersigned = 主管签名时间
book-in-returned = 返单时间
book-in-now = 空白为现在
book-in-opinion = 报修人意见
book-in-save = 登记返单
book-in-done = { $no } 已返单
book-in-recorded = 已经登记的部分
