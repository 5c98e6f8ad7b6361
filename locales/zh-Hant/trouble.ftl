# The ledger could not be opened.
trouble-title = 無法開啟臺賬
trouble-again = 再試一次
trouble-restore = 從備份還原
trouble-restore-hint = 還原前會先檢查備份；原來的檔案會另存保留。請由備份中的系統管理員登入。
trouble-choose = 選取備份檔…
trouble-key = 復原金鑰
trouble-key-hint = 這台電腦存有金鑰時可留空；換過電腦或金鑰遺失時，請輸入保管的復原金鑰。
trouble-restore-now = 檢查並還原
trouble-with-key = 輸入復原金鑰
trouble-with-key-hint = 臺賬完好、只是這台電腦的金鑰遺失時，輸入保管的復原金鑰即可開啟，資料不受影響。
trouble-open-with-key = 以此金鑰開啟
