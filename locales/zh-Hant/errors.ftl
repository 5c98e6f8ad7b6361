# 每個錯誤代碼一句：發生了什麼事，接下來該怎麼做。

error-broken = 程式發生了自己無法處理的問題，這一步沒有寫入。請再試一次；若仍不行，請重新開啟程式，並把日誌檔交給系統管理員。
error-bad-call = 程式版本不一致（{ $detail }），這一步沒有寫入。請重新開啟程式；若仍不行，請洽系統管理員。
error-sign-in-first = 您尚未登入，或登入已結束，這一步沒有寫入。請登入後重新辦理；還沒有儲存的內容要再輸入一次。
error-session-locked = 畫面已鎖定，這一步沒有寫入。請輸入 PIN 或密碼解鎖，再做一次；已輸入的內容還在原處。
error-denied = 您的職務沒有這項權限，這次嘗試已記錄。請由有權限的同事辦理，或請系統管理員調整職務。
error-wrong-password = 登入名稱或密碼不正確。請檢查大小寫與輸入法後再試一次。
error-wrong-pin = PIN 不正確，或還沒有設定 PIN。請再試一次；忘記 PIN 的人可在「人員與部門」用自己的密碼重新設定。
error-too-many-tries = 連續輸入錯誤太多次，請等 { $seconds } 秒再試。忘記密碼請洽系統管理員重設。
error-missing = 這一欄必須填寫。請補上後再儲存。
error-too-long = 這一欄的文字太長，最多 { $max } 個字。請精簡後再試。
error-invalid = 「{ $value }」不能填在這一欄。請改正後再儲存。
error-time-unreadable = 無法辨識時間「{ $value }」。請輸入例如 14:05、1405 或 11-23 14:05。
error-time-in-future = 「{ $value }」還沒有到。已經發生的事請填現在或之前的時間。
error-time-too-early = 「{ $value }」早於前一步的時間（{ $earliest }）。請核對後再填。
error-bad-phone = 「{ $value }」不是電話號碼。請只填數字、+ - # 與括號，幾個號碼用頓號或斜線隔開；沒有電話請留空，對方不願留時請勾選「不願留電話」。
error-time-too-late = 「{ $value }」晚於後一步的時間（{ $latest }）。先後次序不能顛倒：請核對後再填；後一步也記錯了的，先更正後一步。
error-time-long-ago = 「{ $value }」距離現在（{ $now }）已超過一週。請核對日期；若確實是那天（{ $day }）發生的，請主管輸入原因，當天的事今天就可以補錄。
error-clock-back = 這台電腦現在是 { $now }，比臺賬最後一筆操作（{ $last }）還早，為免記錯時間，暫不寫入。請先把電腦的日期與時間調正；若電腦的時間沒錯，請主管輸入原因後繼續。
error-clock-ahead = 這台電腦現在是 { $now }，距離臺賬最後一筆操作（{ $last }）已超過一週，為免記錯時間，暫不寫入。若電腦的時間不對，請先調正；若這段期間確實沒有登錄（例如春節休假），請主管輸入原因後繼續。
error-password-short = 密碼太短，至少要 { $min } 個字元。請換一個較長的密碼。
error-pin-form = PIN 必須是 4 到 8 位數字。請重新輸入。
error-pin-is-own = PIN 只能由本人設定。您可以清除它，請當事人自己用密碼重新設定。
error-pin-there = { $name } 已經有 PIN。若忘記了，請系統管理員先清除，再由本人重新輸入。
error-last-administrator = 這是最後一位能登入的系統管理員，不能停用、取消登入或取消這項職務。請先讓另一位同事擔任系統管理員。
error-department-busy = 這個部門還有 { $count } 張未完的派工單。請先辦完或轉派，再停用這個部門。
error-department-needed = 辦公室至少要有一個服務中心和一個執行部門。請先新增或啟用另一個部門，再更改這一個。
error-deputy-overlaps = { $name } 在這段日期裡已經代理同一個人。請改日期，或先結束原來的代理。
error-stale = 這筆資料剛才已被別人更改，您這一步沒有寫入。畫面正換成最新內容，您輸入的都還在；請核對後再做一次。
error-not-found = 找不到這筆資料，可能編號有誤。請核對後再查一次。
error-duplicate = 已經有相同名稱或號碼的資料。請改用別的名稱，或直接使用已有的那一筆。
error-already-set-up = 這本臺賬已經建立過辦公室，不能再建一次。請直接登入。
error-not-set-up = 這本臺賬還沒有建立辦公室。請先完成初次設定。
error-ledger-locked = 這本臺賬正由另一個程式使用中。請回到已開啟的視窗，或先關閉那個程式再試。
error-ledger-newer = 這本臺賬由較新的程式寫成（版本 { $found }，本程式只認得到 { $known }）。請更新程式後再開啟，臺賬沒有被更動。
error-ledger-damaged = 臺賬檔案不完整或已損壞。請不要再寫入，並由系統管理員從最近的備份還原；原檔會保留在旁。
error-not-a-ledger = { $path ->
    [none] 這個檔案不是報事報修臺賬，或缺少旁邊同名的 .id 檔。請選取正確的檔案；若少了 .id 檔，請從任一份備份旁複製過來。
   *[other] 「{ $path }」不是報事報修臺賬，或缺少旁邊同名的 .id 檔。請選取正確的檔案；若少了 .id 檔，請從任一份備份旁複製過來。
}
error-wrong-key = 金鑰與這本臺賬不符，無法開啟。請使用這本臺賬自己的金鑰（金鑰檔或保管的復原金鑰）。
error-key-missing = 找不到這本臺賬的金鑰：系統的金鑰圈沒有回應，旁邊也沒有金鑰檔。請先解鎖金鑰圈（重新登入電腦）再開啟程式；若金鑰已遺失，請用保管的復原金鑰。
error-ledger-missing = 在「{ $path }」找不到臺賬。請確認磁碟已連接、路徑正確；若檔案遺失，請從備份還原。
error-disk-full = 磁碟已滿，這一步沒有寫入，原有的資料不受影響。請清出空間後再試一次。
error-file-trouble = { $path ->
    [none] 檔案或資料夾無法讀寫。請確認磁碟已連接、路徑存在後再試。
   *[other] 「{ $path }」無法讀寫。請確認磁碟已連接、路徑存在後再試。
}
error-no-access = { $path ->
    [none] 系統不允許在該處寫入。請改選別的資料夾，或請系統管理員開放寫入權限。
   *[other] 系統不允許寫入「{ $path }」。請改選別的資料夾，或請系統管理員開放寫入權限。
}
error-no-backup-folder = 還沒有選定備份資料夾。請在主選單的「備份」選一個，最好在另一顆磁碟上。
error-backup-folder-gone = 找不到備份資料夾「{ $path }」，這次沒有備份。請接上磁碟或網路磁碟機後再試，或改選其他資料夾。
error-ledger-foreign = 這份備份屬於另一本臺賬，不能還原到這裡。請選取這本臺賬自己的備份；目前的臺賬沒有被更動。
error-not-a-backup = 「{ $path }」不是這個程式的備份，或檔案已不在原處。請選取檔名以 .backup 結尾的檔案；目前的臺賬沒有被更動。
error-not-a-head = 這不是校驗碼。請掃描列印紙上的條碼，或輸入校驗碼的前 16 個字元以上（數字 0–9 與字母 a–f，空格可省略）。
error-backup-damaged = 備份「{ $path }」不完整或已損壞，無法使用。請改用另一份備份；目前的臺賬沒有被更動。
error-untrue = 檢查發現 { $count } 處問題，因此沒有採用這個檔案。請改用另一份備份，並把檢查結果交給系統管理員。
error-busy = 備份、檢查或還原正在進行中。請等它完成或先取消，再試一次。
error-cancelled = 已依您的要求停止，沒有更動任何資料。需要時可重新開始。
error-printer-missing = 找不到印表機「{ $printer }」。請確認它已開啟並已在系統中設定，或改選另一部，也可以先存成檔案。
error-print-refused = 印表機「{ $printer }」沒有接受這份文件。這次送印已記錄，但沒有確認出紙。請在系統的印表機設定中查看狀態後再印，或先存成檔案。

error-step-not-now = 這張派工單目前的狀態不能做這一步。畫面正換成最新內容，請看看現在可以做哪些步驟。
error-agree-fee-first = 有應收費用，住戶還沒有同意。請先登記住戶同意的金額，再登記完工或收款。
error-check-material-first = 業主自購的材料「{ $name }」還沒有檢查結果。請檢查後在「更正實際項目」登記合格或不合格；不合格的，連同告知的後果和業主的選擇一併登記。
error-owner-gave-up = 業主得知自購材料「{ $name }」不合格後已選擇放棄維修，不能再登記完工。請以「業主不同意」結束這張派工單；業主若改變主意，請先在「更正實際項目」更正業主的選擇。
error-countersign-first = 這一類派工單要先有主管簽名確認，才能返單。
error-copies-out = 還有印出的聯單在外面。請把聯單收回，或登記為遺失，再作廢。
error-unreached-too-early = 還不能以「未能聯繫」結束：回訪次數或日數不足，或還沒有留言。請繼續回訪。
error-own-paper-signature = 紙本簽名不能由承辦這張單的維修人員自己見證。請由其他同事登記。
error-own-work = 自己辦理的派工單要由別人簽核。請由部門主管、班長或指定的代理人簽名。
error-signed-by-hand = 「{ $name }」已用 PIN 或在畫面上親自簽名，不能更正成別人。要換人做，請改派。
error-not-the-supervisor = { $name } 不是執行部門的主管或班長，當天也不是指定的代理人。請選別人，或先登記代理。
error-copy-not-lost = 只有登記為遺失的聯單才補單。請先把第{ $copy }聯登記為遺失。
error-desk-copy-lost = 服務中心這一聯已登記遺失。請先補單，再登記返單。
error-request-step-not-now = 這筆報事報修目前的狀態不能做這一步。畫面正換成最新內容，請看看現在可以做哪些步驟。
error-plan-first = 評審還沒有提出方案與價格。請先登記方案，再登記業主的答覆。
error-consent-first = 這件維修不在收費標準內，業主接受方案和價錢之前不能派工。請先評審、報價，取得業主同意。
error-fee-differs = 填寫的金額 { $value } 與應收的 { $amount } 不符。請按核算金額向業主說明並確認；金額要改，先改維修項目。
error-open-amount = 還有 { $amount } 元未結清，不能存檔。請先收款、減免，或登記掛賬。
error-more-than-open = 填寫的金額 { $value } 超過可辦理的 { $amount }。請改小金額。
error-own-takings = 自己收的款不能由自己接收，請由另一位有權接收的同事清點、登記。
error-no-receipt = 減免與掛賬沒有收付款項，因此沒有收據。請改印收款或退款的收據。
error-no-estimate = 報修單 { $no } 還沒有有效的報價，沒有估價單可印。請先報價或完成評審。
error-nothing-to-hand-over = 沒有待上交的收款。
error-goes-at-once = 只有不緊急的住戶報修可以待約；公共設施、服務類與緊急報修要立刻派工。請直接開派工單。
error-nothing-asked = 還沒有請示過主管。請先登記請示，再登記答覆。
error-phone-needed = 這筆報修沒有聯繫電話，有人力時無法通知報修人。請先按「更正」補上聯繫電話，再轉待約。
error-contact-first = 請先登記聯繫了哪個部門或單位、對方怎麼答覆，再以「協助聯繫」結束。
error-carries-others = 已有鄰居的報修併入這一筆，它不能再併入別筆。請把另一筆併入這一筆。
error-out-of-bounds = 「{ $value }」超出這一欄的範圍，可填 { $least } 到 { $most }。請改正後再試。
error-amount-too-large = 金額超過 { $most } 元，單據上寫不下。請核對數量與單價。
error-agreed-outside-range = 議定的 { $value } 元不在收費標準的 { $from } 到 { $to } 元之間。請改為標準之內的金額；確需另行計價者，請改送評審。
error-price-is-fixed = 「{ $item }」的價格已有規定，不另議價。請清空議定金額；確需另行計價者，請改送評審。
error-unknown-variant = 「{ $item }」沒有「{ $variant }」這種情況的價格。請從該項目列出的情況中選擇。
error-variants-clash = 「{ $first }」與「{ $second }」不能同時計價。請只保留實際的一種。
error-price-not-listed = 「{ $item }」的收費標準裡沒有 { $value } 元的材料。請選標準列出的材料，或改以市價登記。
error-material-not-included = 「{ $item }」的收費不含材料費。請改選標準價、市價或業主自購。
error-price-unsound = 收費標準中「{ $item }」的價格自相矛盾，無法計算。請客服主管核對該項目，並發布更正後的版本。
error-item-unsound = 「{ $item }」的價格自相矛盾或無法收取：最低高於最高、金額為負、按時計價沒有計時單位，或兩種情況同名。請改正標出的欄位後再儲存。
error-schedule-fixed = 「{ $name }」已公布或已作廢，不能再更改；這一步沒有寫入。請以它另立一份草稿再修改。
error-schedule-empty = 這份草稿還沒有任何項目。請先填寫或匯入項目，再公布。
error-validity-overlaps = 「{ $name }」已自 { $from } 起生效。請把新版本的生效日改到這一天之後。
error-too-many-rows = 符合的資料超過 { $max } 筆，一個檔案放不下。請縮小日期範圍，分次匯出。
error-place-busy = 這個地點之下還有 { $count } 個使用中的地點或住戶。請先停用它們，再停用這裡。
error-sheet-unreadable = 「{ $file }」不是能讀的試算表，或檔案已損壞。請用試算表程式開啟，另存成 .xlsx 或 .csv 再匯入；沒有匯入任何資料。
error-sheet-password = 「{ $file }」設有密碼，無法讀取。請在試算表程式裡取消密碼，另存一份再匯入。
error-sheet-empty = 這個工作表裡沒有任何內容。請改選另一個工作表或檔案。
error-sheet-too-big = 檔案或工作表的文字超過 { $limit } MB。請只留下價目表，另存一份再匯入。
error-sheet-bomb = 這個檔案解壓縮後大得不合理（上限 { $limit } MB），因此沒有開啟。請用試算表程式把價目表複製到新檔案再匯入。
error-sheet-rows = 工作表在第 { $limit } 列以下還有內容，超過上限。請只留下價目表，或分成幾個檔案匯入。
error-sheet-columns = 第 { $row } 列的內容超過 { $limit } 欄。請刪去右邊用不到的欄位再匯入。
error-sheet-encoding = 看不出這個文字檔的編碼（認得 UTF-8、UTF-16、Big5、GB18030）。請用試算表程式開啟，另存成 .xlsx 再匯入。
error-sheet-formula = 第 { $row } 列 { $column } 欄是公式，但檔案裡沒有它的結果。請用試算表程式開啟並儲存一次，或改填數值再匯入。
error-sheet-cell-error = 第 { $row } 列 { $column } 欄顯示錯誤「{ $value }」。請在試算表程式裡改正再匯入。
error-sheet-no-heading = 找不到標題列（例如「項目」「單位」「收費標準」）。請確認選對了工作表，或自行指定各欄的內容。
error-sheet-side-by-side = 表上有兩份清單左右並排，第二份從 { $column } 欄開始。請改成上下相接或分放兩個工作表，再重新讀取；沒有匯入任何項目。
error-sheet-one-column = 文字全在同一欄裡。價目表至少要有項目名稱，旁邊有價格；請確認選對了工作表，或是否全部合併成了一格。
error-sheet-merged-over = { $range } 合併成了一格，底下各格的內容看不到。請在試算表程式裡取消合併，核對露出的內容後再重新讀取；沒有匯入任何項目。
error-sheet-column-open = { $column } 欄是什麼內容還沒有確認。請確認、改選，或略過這一欄；沒有匯入任何項目。
error-sheet-changed = 「{ $file }」在您查看之後已有變動，沒有匯入任何項目。請重新讀取檔案，核對各列後再匯入。
error-row-unsettled = 第 { $row } 列無法辨識，也還沒有處理（這樣的列共 { $count } 列），沒有匯入任何項目。請為該列填寫項目或選擇不匯入，再匯入一次。
