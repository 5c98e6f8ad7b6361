# 終端機上的 repairctl。
ctl-password = { $login } 的密碼：
ctl-stage-copy = 複製中
ctl-stage-pages = 檢查每一頁
ctl-stage-structure = 檢查表格與索引
ctl-stage-references = 檢查資料關聯
ctl-stage-chain = 檢查操作紀錄鏈
ctl-stage-rows = 逐筆核對紀錄
ctl-stage-swap = 更換檔案
ctl-fault-page = 頁面損壞或被改動
ctl-fault-structure = 表格或索引不一致
ctl-fault-reference = 關聯的資料不存在
ctl-fault-schema = 資料表結構與程式不符
ctl-fault-chain = 操作紀錄鏈斷裂
ctl-fault-body = 操作內容與摘要不符
ctl-fault-identity = 臺賬代號與建賬時的紀錄、.id 檔或備份不符
ctl-fault-row-untrue = 欄位與操作紀錄不符
ctl-fault-row-unaudited = 沒有操作紀錄的資料
ctl-fault-row-gone = 資料已不存在
ctl-head = 操作 { $acts } 筆，鏈首 { $head }
ctl-jump-back = 時間倒退  第 { $act } 筆 { $verb }{ $outcome ->
    [refused] （被拒絕）
   *[done] {""}
}：{ $last } 之後是 { $at }{ $reason ->
    [none] {""}
   *[other] ；原因：{ $reason }
}
ctl-jump-ahead = 間隔超過一週  第 { $act } 筆 { $verb }{ $outcome ->
    [refused] （被拒絕）
   *[done] {""}
}：{ $last } 之後是 { $at }{ $reason ->
    [none] {""}
   *[other] ；原因：{ $reason }
}
ctl-jumps = 操作時間有 { $count } 處不連續，請核對上列各筆。
ctl-rows = 已逐筆核對 { $rows } 筆資料
ctl-sound = 檢查通過，沒有發現問題。
ctl-faults = 發現 { $count } 處問題。請保留這份檔案，並從通過檢查的備份還原。
ctl-backed-up = 已備份並檢查：{ $file }
    鏈首 { $head }
ctl-restored = 已還原到 { $ledger }。請重新登入，並核對最近的資料。
ctl-kept = 原來的臺賬保留在 { $file }
ctl-demo-counts = 執行 { $calls } 個操作；應拒絕的步驟 { $tried } 項，已拒絕 { $refused } 項
ctl-demo-open = 示範臺賬在 { $ledger }。登入名稱 { $login }，密碼 { $password }。
