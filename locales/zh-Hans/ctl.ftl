# 终端上的 repairctl。
ctl-password = { $login } 的密码：
ctl-stage-copy = 正在复制
ctl-stage-pages = 检查每一页
ctl-stage-structure = 检查表和索引
ctl-stage-references = 检查数据关联
ctl-stage-chain = 检查操作记录链
ctl-stage-rows = 逐条核对记录
ctl-stage-swap = 更换文件
ctl-fault-page = 页面损坏或被改动
ctl-fault-structure = 表或索引不一致
ctl-fault-reference = 关联的数据不存在
ctl-fault-schema = 数据表结构与程序不符
ctl-fault-chain = 操作记录链断裂
ctl-fault-body = 操作内容与摘要不符
ctl-fault-identity = 台账代号与建账记录、.id 文件或备份不一致
ctl-fault-row-untrue = 字段与操作记录不符
ctl-fault-row-unaudited = 没有操作记录的数据
ctl-fault-row-gone = 数据已不存在
ctl-head = 操作 { $acts } 条，链首 { $head }
ctl-jump-back = 时间倒退  第 { $act } 笔 { $verb }{ $outcome ->
    [refused] （被拒绝）
   *[done] {""}
}：{ $last } 之后是 { $at }{ $reason ->
    [none] {""}
   *[other] ；原因：{ $reason }
}
ctl-jump-ahead = 间隔超过一周  第 { $act } 笔 { $verb }{ $outcome ->
    [refused] （被拒绝）
   *[done] {""}
}：{ $last } 之后是 { $at }{ $reason ->
    [none] {""}
   *[other] ；原因：{ $reason }
}
ctl-jumps = 操作时间有 { $count } 处不连续，请核对上列各笔。
ctl-rows = 已逐条核对 { $rows } 条数据
ctl-sound = 检查通过，没有发现问题。
ctl-faults = 发现 { $count } 处问题。请保留该文件，并从通过检查的备份恢复。
ctl-backed-up = 已备份并检查：{ $file }
    链首 { $head }
ctl-restored = 已恢复到 { $ledger }。请重新登录，并核对最近的数据。
ctl-kept = 原来的台账保留在 { $file }
ctl-demo-counts = 执行 { $calls } 个操作；应拒绝的步骤 { $tried } 项，已拒绝 { $refused } 项
ctl-demo-open = 示范台账在 { $ledger }。登录名 { $login }，密码 { $password }。
