# Words that forms, exports and the screen share.
common-program = 报事报修台账
common-language-zh-hant = 繁體中文
common-language-zh-hans = 简体中文
common-language-en = English
common-yes = 是
common-no = 否
common-none = 无

common-kind-household = 住户维修
common-kind-public = 公共设施
common-kind-maintenance = 计划保养
common-kind-service = 服务请求

common-urgency-normal = 一般
common-urgency-soon = 尽快
common-urgency-urgent = 紧急

common-evaluation-satisfied = 满意
common-evaluation-mostly = 基本满意
common-evaluation-not-satisfied = 不满意
common-evaluation-not-reached = 未能联系

common-role-clerk = 客户助理
common-role-desk-supervisor = 客服主管
common-role-monitor = 监控中心值班
common-role-worker = 维修人员
common-role-foreman = 班长
common-role-department-head = 部门主管
common-role-water-power-engineer = 水电工程师
common-role-cashier = 收费员
common-role-manager = 物业经理
common-role-administrator = 系统管理员

common-copy-owner-desk = 客户服务中心
common-copy-owner-department = 工程部存档
common-copy-owner-customer = 客户留存
