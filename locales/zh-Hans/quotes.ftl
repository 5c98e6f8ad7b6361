# 费用：一张报事单、一张派工单算过几次，最后一次为准。
quotes-title = 费用明细
quotes-superseded = 已由后面的取代
quotes-total = 合计
quotes-judged-by = 评审人：{ $name }
quotes-hours = 工时：{ $hours }
quotes-purpose-estimate = 报价（接报时）
quotes-purpose-plan = 评审方案
quotes-purpose-reported = 派工时（原报项目）
quotes-purpose-actual = 现场实际项目
quotes-review-actual-case = 按实际情况定价
quotes-review-material-off-list = 材料价格不在标准内
quotes-review-outside = 不在收费标准内
