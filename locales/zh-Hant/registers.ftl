# Registers.
register-search = 搜尋
register-from = 從
register-to = 到
register-all = 全部
register-empty = 沒有符合的資料。請放寬條件，或清空搜尋。
register-export = 匯出
register-print = 列印登記簿
register-notified = 通知（部門、對象、方式、時間）
register-taken-by = 受理人
register-order-no = 派工單編號
register-orders = 派工單登記簿
register-requests = 報事報修記錄表
