# 每个错误代码一句：发生了什么，接下来怎么办。

error-broken = 程序出现了自身无法处理的问题，这一步没有写入。请再试一次；若仍不行，请重新打开程序，并把日志交给系统管理员。
error-bad-call = 程序的两个部分没有对上（{ $detail }），这一步没有写入。请重新打开程序；若仍不行，请联系系统管理员。
error-sign-in-first = 您尚未登录，或登录已结束。请登录后再操作，已输入的内容会保留。
error-session-locked = 屏幕已锁定。请输入 PIN 或密码解锁后继续。
error-denied = 您的岗位没有这项权限，本次尝试已记录。请由有权限的同事办理，或请系统管理员调整岗位。
error-wrong-password = 登录名或密码不正确。请检查大小写和输入法后再试。
error-wrong-pin = PIN 不正确，或您还没有设置 PIN。请再试一次，或改用密码。
error-too-many-tries = 连续输错次数过多，请等 { $seconds } 秒再试。忘记密码请联系系统管理员重置。
error-missing = 此项必填。请补上后再保存。
error-too-long = 此项文字过长，最多 { $max } 个字。请精简后再保存。
error-invalid = “{ $value }”不能填在此项。请改正后再保存。
error-time-unreadable = 无法识别时间“{ $value }”。请输入例如 14:05、1405 或 11-23 14:05。
error-time-in-future = “{ $value }”还没有到。已经发生的事请填现在或之前的时间。
error-time-too-early = “{ $value }”早于上一步的时间（{ $earliest }）。请核对后再填。
error-bad-phone = “{ $value }”不是电话号码。请只填数字和 + - # ( )；没有电话请选“拒绝提供”或“没有”。
error-password-short = 密码太短，至少 { $min } 个字符。请换一个更长的密码。
error-pin-form = PIN 必须是 4 到 8 位数字。请重新输入。
error-stale = 这条记录刚才已被他人修改，您的修改没有写入。请查看最新内容后再操作，已输入的内容会保留。
error-not-found = 找不到这条记录，编号可能有误。请核对后再查。
error-duplicate = 已有相同名称或号码的记录。请换一个名称，或直接使用已有的那一条。
error-already-set-up = 这本台账已建立过办公室，不能再建。请直接登录。
error-not-set-up = 这本台账还没有建立办公室。请先完成初始设置。
error-ledger-locked = 这本台账正被另一个程序使用。请回到已打开的窗口，或先关闭那个程序再试。
error-ledger-newer = 这本台账由较新的程序写成（版本 { $found }，本程序只支持到 { $known }）。请升级程序后再打开，台账没有被改动。
error-ledger-damaged = 台账文件不完整或已损坏。请不要继续写入，由系统管理员从最近的备份恢复；原文件会保留在旁边。
error-not-a-ledger = { $path ->
    [none] 该文件不是报事报修台账，或缺少旁边同名的 .id 文件。请选择正确的文件；若缺少 .id 文件，请从任一备份旁复制过来。
   *[other] “{ $path }”不是报事报修台账，或缺少旁边同名的 .id 文件。请选择正确的文件；若缺少 .id 文件，请从任一备份旁复制过来。
}
error-wrong-key = 密钥与这本台账不符，无法打开。请使用这本台账自己的密钥（密钥文件或保管的恢复密钥）。
error-ledger-missing = 在“{ $path }”找不到台账。请确认磁盘已连接、路径正确；若文件丢失，请从备份恢复。
error-disk-full = 磁盘已满，这一步没有写入，原有数据不受影响。请清理出空间后再试。
error-file-trouble = { $path ->
    [none] 文件或文件夹无法读写。请确认磁盘已连接、路径存在后再试。
   *[other] “{ $path }”无法读写。请确认磁盘已连接、路径存在后再试。
}
error-no-access = { $path ->
    [none] 系统不允许在该处写入。请改选其他文件夹，或请系统管理员开放写入权限。
   *[other] 系统不允许写入“{ $path }”。请改选其他文件夹，或请系统管理员开放写入权限。
}
error-no-backup-folder = 还没有选定备份文件夹。请到“设置 › 备份”选一个，最好在另一块磁盘上。
error-backup-folder-gone = 备份文件夹“{ $path }”不在了，本次没有备份。请接上磁盘或网络驱动器后再试，或改选其他文件夹。
error-ledger-foreign = 这份备份属于另一本台账，不能恢复到这里。请选择这本台账自己的备份；当前台账没有被改动。
error-untrue = 检查发现 { $count } 处问题，因此没有采用该文件。请改用另一份备份，并把检查结果交给系统管理员。
error-busy = 备份、检查或恢复正在进行。请等它完成或先取消，再试一次。
error-cancelled = 已按您的要求停止，没有改动任何数据。需要时可重新开始。
