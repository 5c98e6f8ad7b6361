# 費用：一張報事單、一張派工單算過幾次，最後一次為準。
quotes-title = 費用明細
quotes-superseded = 已由後面的取代
quotes-total = 合計
quotes-judged-by = 評審人：{ $name }
quotes-hours = 工時：{ $hours }
quotes-purpose-estimate = 報價（接報時）
quotes-purpose-plan = 評審方案
quotes-purpose-reported = 派工時（原報項目）
quotes-purpose-actual = 現場實際項目
quotes-review-actual-case = 按實際情況定價
quotes-review-material-off-list = 材料價格不在標準內
quotes-review-outside = 不在收費標準內
