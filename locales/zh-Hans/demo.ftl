# The demo office of a build for trying out.
demo-offer = 只想先试用？可以先加载一个示范办公室，有住户、派工单和进行中的报修。
demo-play = 加载示范办公室
demo-playing = 正在加载…
demo-access = 这是示范办公室。每个人的密码都是“{ $password }”，PIN 是 { $pin }；可以先用“{ $login }”（物业经理）登录。
