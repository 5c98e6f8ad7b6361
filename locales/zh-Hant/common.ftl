# Words that forms, exports and the screen share.
common-program = 報事報修臺賬
common-language-zh-hant = 繁體中文
common-language-zh-hans = 简体中文
common-language-en = English
common-yes = 是
common-no = 否
common-none = 無

common-kind-household = 住戶維修
common-kind-public = 公共設施
common-kind-maintenance = 計劃保養
common-kind-service = 服務請求

common-urgency-normal = 一般
common-urgency-soon = 盡快
common-urgency-urgent = 緊急

common-evaluation-satisfied = 滿意
common-evaluation-mostly = 基本滿意
common-evaluation-not-satisfied = 不滿意
common-evaluation-not-reached = 未能聯繫

common-role-clerk = 客戶助理
common-role-desk-supervisor = 客服主管
common-role-monitor = 監控中心值班
common-role-worker = 維修人員
common-role-foreman = 班長
common-role-department-head = 部門主管
common-role-water-power-engineer = 水電工程師
common-role-cashier = 收費員
common-role-manager = 物業經理
common-role-administrator = 系統管理員

common-copy-owner-desk = 客戶服務中心
common-copy-owner-department = 工程部留檔
common-copy-owner-customer = 客戶留存
