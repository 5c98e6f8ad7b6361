correct-time-of = { $step }的時間
correct-late-of = { $step }的遲到原因
correct-until-of = { $step }所定的下次上門時間
correct-now = 現在記的：{ $value }
correct-nothing = （空白）
correct-in-time = 準時
correct-about = 更正後，時限會重新判定；原來的內容與原來的判定都留存備查。
