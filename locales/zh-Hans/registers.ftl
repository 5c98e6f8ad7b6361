# Registers.
register-search = 搜索
register-from = 从
register-to = 到
register-all = 全部
register-empty = 没有符合的数据。请放宽条件，或清空搜索。
register-export = 导出
register-print = 打印登记簿
register-notified = 通知（部门、对象、方式、时间）
register-taken-by = 受理人
register-order-no = 派工单编号
register-orders = 派工单登记簿
register-requests = 报事报修记录表
