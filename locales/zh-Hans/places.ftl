# 位置与住户。
places-kind-community = 小区
places-kind-building = 楼栋
places-kind-unit = 单元
places-kind-household = 户
places-kind-public-area = 公共区域
places-kind-facility = 公共设施

places-relation-owner = 业主
places-relation-tenant = 租户
places-relation-family = 家属
places-relation-other = 其他

places-found-by-room = 房号
places-found-by-phone = 电话
places-found-by-name = 姓名或名称
places-found-by-initials = 拼音首字母
