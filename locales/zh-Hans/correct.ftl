correct-time-of = { $step }的时间
correct-late-of = { $step }的迟到原因
correct-until-of = { $step }所定的下次上门时间
correct-now = 现在记的：{ $value }
correct-nothing = （空白）
correct-in-time = 准时
correct-about = 更正后，时限会重新判定；原来的内容与原来的判定都留存备查。
