# Taking a report.
intake-title = 新报修
intake-clear = 清空
intake-find = 住户或地点
intake-find-hint = 房号 3-1204、电话后四位、姓名或拼音首字母 zxm
intake-open-n = 未结 { $n } 条
intake-not-found = 找不到；可改选“公共区域”或“外来人员”用文字填地点。
intake-duplicate = 这里还有 { $n } 条未结的报修，请确认是不是同一件事：
intake-history = 最近报修：
intake-another = 同一通电话还有一件
intake-content-more = 第 { $n } 件
intake-more = 更多项目
intake-issue = 登记并派工
intake-record = 只登记
intake-recorded = 已登记 { $no }
