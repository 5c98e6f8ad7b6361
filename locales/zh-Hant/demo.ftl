# The demo office of a build for trying out.
demo-offer = 只想先試用？可以先載入一個示範辦公室，有住戶、派工單和進行中的報修。
demo-play = 載入示範辦公室
demo-playing = 正在載入…
demo-access = 這是示範辦公室。每個人的密碼都是「{ $password }」，PIN 是 { $pin }；可以先用「{ $login }」（物業經理）登入。
