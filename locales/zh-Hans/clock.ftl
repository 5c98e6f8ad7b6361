# 电脑时间与补录时间，由主管确认。
clock-title = 请主管确认时间
clock-login = 主管的登录名
clock-password = 主管的密码
clock-reason = 原因
clock-reason-hint = 例如：春节放假、电脑电池更换后已校正、纸单上周漏登
clock-go-on = 确认并继续
clock-recorded = 已记录。请再做一次刚才那一步。
clock-zone = 这台电脑的时区是 { $computer }，办公室的时区是 { $office }，两者时间不同。程序里的时间一律是办公室的时间，可能与电脑任务栏上的不一样。
clock-jumps = 操作时间有 { $n } 处不连续：
clock-jump-back = 第 { $act } 笔“{ $what }”：{ $last } 之后是 { $at }，时间倒退
clock-jump-ahead = 第 { $act } 笔“{ $what }”：{ $last } 之后是 { $at }，间隔超过一周
clock-jump-reason = 主管的原因：{ $reason }
