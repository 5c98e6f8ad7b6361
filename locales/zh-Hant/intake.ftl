# Taking a report.
intake-title = 新報修
intake-clear = 清空
intake-find = 住戶或地點
intake-find-hint = 房號 3-1204、電話後四碼、姓名或拼音字首 zxm
intake-open-n = 未結 { $n } 筆
intake-not-found = 找不到；可改選「公共區域」或「外來人員」用文字填地點。
intake-duplicate = 這裡還有 { $n } 筆未結的報修，請確認是不是同一件事：
intake-history = 最近報修：
intake-another = 同一通電話還有一件
intake-content-more = 第 { $n } 件
intake-more = 更多欄位
intake-issue = 登記並派工
intake-record = 只登記
intake-recorded = 已登記 { $no }
