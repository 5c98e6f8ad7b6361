# The ledger could not be opened.
trouble-title = 无法打开台账
trouble-again = 再试一次
trouble-restore = 从备份恢复
trouble-restore-hint = 恢复前会先检查备份；原来的文件会另存保留。请由备份中的系统管理员登录。
trouble-choose = 选择备份文件…
trouble-key = 恢复密钥
trouble-key-hint = 这台电脑存有密钥时可留空；换过电脑或密钥遗失时，请输入保管的恢复密钥。
trouble-restore-now = 检查并恢复
trouble-with-key = 输入恢复密钥
trouble-with-key-hint = 台账完好、只是这台电脑的密钥丢失时，输入保管的恢复密钥即可打开，数据不受影响。
trouble-open-with-key = 用此密钥打开
