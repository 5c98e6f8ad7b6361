# 電腦時間與補錄時間，由主管確認。
clock-title = 請主管確認時間
clock-login = 主管的登入名稱
clock-password = 主管的密碼
clock-reason = 原因
clock-reason-hint = 例如：春節休假、電腦電池更換後已調正、紙本上週漏登
clock-go-on = 確認並繼續
clock-recorded = 已記錄。請再做一次剛才那一步。
clock-zone = 這台電腦的時區是 { $computer }，辦公室的時區是 { $office }，兩者時間不同。程式裡的時間一律是辦公室的時間，可能與電腦工作列上的不一樣。
clock-jumps = 操作時間有 { $n } 處不連續：
clock-jump-back = 第 { $act } 筆「{ $what }」：{ $last } 之後是 { $at }，時間倒退
clock-jump-ahead = 第 { $act } 筆「{ $what }」：{ $last } 之後是 { $at }，間隔超過一週
clock-jump-reason = 主管的原因：{ $reason }
