# 每个错误代码一句：发生了什么，接下来怎么办。

error-broken = 程序出现了自身无法处理的问题，这一步没有写入。请再试一次；若仍不行，请重新打开程序，并把日志交给系统管理员。
error-bad-call = 程序版本不一致（{ $detail }），这一步没有写入。请重新打开程序；若仍不行，请联系系统管理员。
error-sign-in-first = 您尚未登录，或登录已结束，这一步没有写入。请登录后重新办理；还没有保存的内容需要再输入一次。
error-session-locked = 画面已锁定，这一步没有写入。请输入 PIN 或密码解锁，再做一次；已输入的内容还在原处。
error-denied = 您的职务没有这项权限，本次尝试已记录。请由有权限的同事办理，或请系统管理员调整职务。
error-wrong-password = 登录名或密码不正确。请检查大小写和输入法后再试。
error-wrong-pin = PIN 不正确，或还没有设置 PIN。请再试一次；忘记 PIN 的人可在“人员与部门”用自己的密码重新设置。
error-too-many-tries = 连续输错次数过多，请等 { $seconds } 秒再试。忘记密码请联系系统管理员重置。
error-missing = 此项必填。请补上后再保存。
error-too-long = 此项文字过长，最多 { $max } 个字。请精简后再试。
error-invalid = “{ $value }”不能填在此项。请改正后再保存。
error-time-unreadable = 无法识别时间“{ $value }”。请输入例如 14:05、1405 或 11-23 14:05。
error-time-in-future = “{ $value }”还没有到。已经发生的事请填现在或之前的时间。
error-time-too-early = “{ $value }”早于上一步的时间（{ $earliest }）。请核对后再填。
error-bad-phone = “{ $value }”不是电话号码。请只填数字、+ - # 和括号，多个号码用顿号或斜线隔开；没有电话请留空，对方不愿留时请勾选“不愿留电话”。
error-time-too-late = “{ $value }”晚于后一步的时间（{ $latest }）。先后次序不能颠倒：请核对后再填；后一步也记错了的，先更正后一步。
error-time-long-ago = “{ $value }”距离现在（{ $now }）已超过一周。请核对日期；如确实是那天（{ $day }）发生的，请主管输入原因，当天的事今天即可补录。
error-clock-back = 这台电脑现在是 { $now }，早于台账最后一笔操作（{ $last }），为免记错时间，暂不写入。请先校正电脑的日期和时间；如电脑时间无误，请主管输入原因后继续。
error-clock-ahead = 这台电脑现在是 { $now }，距离台账最后一笔操作（{ $last }）已超过一周，为免记错时间，暂不写入。如电脑时间不对，请先校正；如这段时间确实没有登记（例如春节放假），请主管输入原因后继续。
error-password-short = 密码太短，至少 { $min } 个字符。请换一个更长的密码。
error-pin-form = PIN 必须是 4 到 8 位数字。请重新输入。
error-pin-is-own = PIN 只能由本人设置。您可以清除它，请当事人用自己的密码重新设置。
error-last-administrator = 这是最后一位能登录的系统管理员，不能停用、取消登录或取消这项职务。请先让另一位同事担任系统管理员。
error-pin-there = { $name } 已经有 PIN。若忘记了，请系统管理员先清除，再由本人重新输入。
error-department-busy = 这个部门还有 { $count } 张未完的派工单。请先办完或转派，再停用这个部门。
error-department-needed = 办公室至少要有一个服务中心和一个执行部门。请先新增或启用另一个部门，再更改这一个。
error-deputy-overlaps = { $name } 在这段日期内已经代理同一个人。请改日期，或先结束原来的代理。
error-stale = 这条记录刚才已被他人修改，您这一步没有写入。画面正换成最新内容，您输入的都还在；请核对后再做一次。
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
error-key-missing = 找不到这本台账的密钥：系统的钥匙串没有回应，旁边也没有密钥文件。请先解锁钥匙串（重新登录电脑）再打开程序；若密钥已遗失，请使用保管的恢复密钥。
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
error-no-backup-folder = 还没有选定备份文件夹。请在主菜单的“备份”选一个，最好在另一块磁盘上。
error-backup-folder-gone = 找不到备份文件夹“{ $path }”，本次没有备份。请接上磁盘或网络驱动器后再试，或改选其他文件夹。
error-ledger-foreign = 这份备份属于另一本台账，不能恢复到这里。请选择这本台账自己的备份；当前台账没有被改动。
error-not-a-backup = “{ $path }”不是这个程序的备份，或文件已不在原处。请选择文件名以 .backup 结尾的文件；目前的台账没有被更动。
error-not-a-head = 这不是校验码。请扫描打印件上的二维码，或输入校验码的前 16 位以上（数字 0–9 与字母 a–f，空格可省略）。
error-backup-damaged = 备份“{ $path }”不完整或已损坏，无法使用。请改用另一份备份；目前的台账没有被更动。
error-untrue = 检查发现 { $count } 处问题，因此没有采用该文件。请改用另一份备份，并把检查结果交给系统管理员。
error-busy = 备份、检查或恢复正在进行。请等它完成或先取消，再试一次。
error-cancelled = 已按您的要求停止，没有改动任何数据。需要时可重新开始。
error-printer-missing = 找不到打印机“{ $printer }”。请确认它已开机并已在系统中设置，或改选另一台，也可以先保存为文件。
error-print-refused = 打印机“{ $printer }”没有接受这份文件。这次送印已记录，但没有确认出纸。请在系统的打印机设置中查看状态后再打印，或先保存为文件。

error-step-not-now = 这张派工单目前的状态不能做这一步。画面正换成最新内容，请看看现在可以做哪些步骤。
error-agree-fee-first = 有应收费用，住户还没有同意。请先登记住户同意的金额，再登记完工或收款。
error-check-material-first = 业主自购的材料“{ $name }”还没有检查结果。请检查后在“更正实际项目”登记合格或不合格；不合格的，连同告知的后果和业主的选择一并登记。
error-owner-gave-up = 业主得知自购材料“{ $name }”不合格后已选择放弃维修，不能再登记完工。请以“业主不同意”结束这张派工单；业主若改变主意，请先在“更正实际项目”更正业主的选择。
error-countersign-first = 这一类派工单要先有主管签名确认，才能返单。
error-copies-out = 还有打印出的联单在外面。请把联单收回，或登记为遗失，再作废。
error-unreached-too-early = 还不能以“未能联系”结束：回访次数或天数不够，或还没有留言。请继续回访。
error-own-paper-signature = 纸质签名不能由承办这张单的维修人员自己见证。请由其他同事登记。
error-own-work = 自己办理的派工单要由别人签核。请由部门主管、班长或指定的代理人签名。
error-signed-by-hand = “{ $name }”已用 PIN 或在屏幕上亲自签名，不能更正成别人。要换人做，请改派。
error-not-the-supervisor = { $name } 不是执行部门的主管或班长，当天也不是指定的代理人。请选别人，或先登记代理。
error-copy-not-lost = 只有登记为遗失的联单才补单。请先把第{ $copy }联登记为遗失。
error-desk-copy-lost = 服务中心这一联已登记遗失。请先补单，再登记返单。
error-request-step-not-now = 这条报事报修目前的状态不能做这一步。画面正换成最新内容，请看看现在可以做哪些步骤。
error-plan-first = 评审还没有提出方案与价格。请先登记方案，再登记业主的答复。
error-consent-first = 这件维修不在收费标准内，业主接受方案和价格之前不能派工。请先评审、报价，取得业主同意。
error-fee-differs = 填写的金额 { $value } 与应收的 { $amount } 不符。请按核算金额向业主说明并确认；金额要改，先改维修项目。
error-open-amount = 还有 { $amount } 元未结清，不能存档。请先收款、减免，或登记挂账。
error-more-than-open = 填写的金额 { $value } 超过可办理的 { $amount }。请改小金额。
error-own-takings = 自己收的款不能由自己接收，请由另一位有权接收的同事清点、登记。
error-no-receipt = 减免与挂账没有收付款项，因此没有收据。请改打收款或退款的收据。
error-no-estimate = 报修单 { $no } 还没有有效的报价，没有估价单可打印。请先报价或完成评审。
error-nothing-to-hand-over = 没有待上交的收款。
error-goes-at-once = 只有不紧急的入户报修可以待约；公共设施、服务类与紧急报修要立刻派工。请直接开派工单。
error-nothing-asked = 还没有请示过主管。请先登记请示，再登记答复。
error-phone-needed = 这条报修没有联系电话，有人手时无法通知报修人。请先点“更正”补上联系电话，再转待约。
error-contact-first = 请先登记联系了哪个部门或单位、对方怎么答复，再以“协助联系”结束。
error-carries-others = 已有邻居的报修并入这一条，它不能再并入别的。请把另一条并入这一条。
error-out-of-bounds = “{ $value }”超出了这一栏的范围，可填 { $least } 到 { $most }。请改正后再试。
error-amount-too-large = 金额超过 { $most } 元，单据上写不下。请核对数量和单价。
error-agreed-outside-range = 议定的 { $value } 元不在收费标准的 { $from } 到 { $to } 元之间。请改为标准以内的金额；确需另行计费的，请改送评审。
error-price-is-fixed = “{ $item }”的价格已有规定，不另行议价。请清空议定金额；确需另行计费的，请改送评审。
error-unknown-variant = “{ $item }”没有“{ $variant }”这种情况的价格。请从该项目列出的情况中选择。
error-variants-clash = “{ $first }”与“{ $second }”不能同时计价。请只保留实际的一种。
error-price-not-listed = “{ $item }”的收费标准中没有 { $value } 元的材料。请选择标准列出的材料，或改按市场价登记。
error-material-not-included = “{ $item }”的收费不含材料费。请改选标准价、市场价或业主自购。
error-price-unsound = 收费标准中“{ $item }”的价格自相矛盾，无法计算。请客服主管核对该项目，并发布更正后的版本。
error-item-unsound = “{ $item }”的价格自相矛盾或无法收取：最低高于最高、金额为负、按时计价没有计时单位，或两种情况同名。请改正标出的字段后再保存。
error-schedule-fixed = “{ $name }”已发布或已作废，不能再更改；这一步没有写入。请以它另建一份草稿再修改。
error-schedule-empty = 这份草稿还没有任何项目。请先填写或导入项目，再发布。
error-validity-overlaps = “{ $name }”已自 { $from } 起生效。请把新版本的生效日改到这一天之后。
error-too-many-rows = 符合的数据超过 { $max } 条，一个文件放不下。请缩小日期范围，分次导出。
error-place-busy = 该地点下还有 { $count } 个使用中的地点或住户。请先停用它们，再停用此处。
error-sheet-unreadable = “{ $file }”不是能读取的电子表格，或文件已损坏。请用表格软件打开，另存为 .xlsx 或 .csv 再导入；没有导入任何数据。
error-sheet-password = “{ $file }”设有密码，无法读取。请在表格软件里取消密码，另存一份再导入。
error-sheet-empty = 这个工作表里没有任何内容。请改选另一个工作表或文件。
error-sheet-too-big = 文件或工作表的文字超过 { $limit } MB。请只保留价目表，另存一份再导入。
error-sheet-bomb = 这个文件解压后大得不合理（上限 { $limit } MB），因此没有打开。请用表格软件把价目表复制到新文件再导入。
error-sheet-rows = 工作表在第 { $limit } 行以下还有内容，超过上限。请只保留价目表，或分成几个文件导入。
error-sheet-columns = 第 { $row } 行的内容超过 { $limit } 列。请删去右边用不到的列再导入。
error-sheet-encoding = 看不出这个文本文件的编码（认得 UTF-8、UTF-16、Big5、GB18030）。请用表格软件打开，另存为 .xlsx 再导入。
error-sheet-formula = 第 { $row } 行 { $column } 列是公式，但文件里没有它的结果。请用表格软件打开并保存一次，或改填数值再导入。
error-sheet-cell-error = 第 { $row } 行 { $column } 列显示错误“{ $value }”。请在表格软件里改正再导入。
error-sheet-no-heading = 找不到标题行（例如“项目”“单位”“收费标准”）。请确认选对了工作表，或自行指定各列的内容。
error-sheet-side-by-side = 表上有两份清单左右并排，第二份从 { $column } 列开始。请改成上下相接或分放两个工作表，再重新读取；没有导入任何项目。
error-sheet-one-column = 文字全在同一列里。价目表至少要有项目名称，旁边有价格；请确认选对了工作表，或是否全部合并成了一格。
error-sheet-merged-over = { $range } 合并成了一格，底下各格的内容看不到。请在表格软件里取消合并，核对露出的内容后再重新读取；没有导入任何项目。
error-sheet-column-open = { $column } 列是什么内容还没有确认。请确认、改选，或略过这一列；没有导入任何项目。
error-sheet-changed = “{ $file }”在您查看之后已有变动，没有导入任何项目。请重新读取文件，核对各行后再导入。
error-row-unsettled = 第 { $row } 行无法识别，也还没有处理（这样的行共 { $count } 行），没有导入任何项目。请为该行填写项目或选择不导入，再导入一次。
