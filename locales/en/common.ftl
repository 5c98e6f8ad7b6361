# Words that forms, exports and the screen share.
common-program = Repair Desk
common-language-zh-hant = 繁體中文
common-language-zh-hans = 简体中文
common-language-en = English
common-yes = Yes
common-no = No
common-none = None

common-kind-household = Household repair
common-kind-public = Public facility
common-kind-maintenance = Planned maintenance
common-kind-service = Service

common-urgency-normal = Normal
common-urgency-soon = As soon as possible
common-urgency-urgent = Urgent

common-evaluation-satisfied = Satisfied
common-evaluation-mostly = Mostly satisfied
common-evaluation-not-satisfied = Not satisfied
common-evaluation-not-reached = Not reached

common-role-clerk = Service clerk
common-role-desk-supervisor = Desk supervisor
common-role-monitor = Monitoring centre
common-role-worker = Worker
common-role-foreman = Foreman
common-role-department-head = Department head
common-role-water-power-engineer = Water and power engineer
common-role-cashier = Cashier
common-role-manager = Property manager
common-role-administrator = Administrator

common-copy-owner-desk = Service desk
common-copy-owner-department = Engineering
common-copy-owner-customer = Customer
