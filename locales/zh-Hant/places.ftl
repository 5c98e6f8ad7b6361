# 地點與住戶。
places-kind-community = 小區
places-kind-building = 樓棟
places-kind-unit = 單元
places-kind-household = 戶
places-kind-public-area = 公共區域
places-kind-facility = 公共設施

places-relation-owner = 業主
places-relation-tenant = 租戶
places-relation-family = 家屬
places-relation-other = 其他

places-found-by-room = 房號
places-found-by-phone = 電話
places-found-by-name = 姓名或名稱
places-found-by-initials = 拼音首字母
