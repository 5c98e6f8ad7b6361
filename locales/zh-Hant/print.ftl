# Printing.
print-profile = 版式
print-printer = 印表機
print-no-printer = 未選擇
print-none-found = 這台電腦沒有安裝印表機；可以先存成 PDF 檔。
print-save = 存成 PDF
print-sent = 已送到 { $printer }
print-again = 這張單印過了，再印會標示「補印」。
print-now = 列印
print-prints = 列印紀錄
print-to-file = 檔案
print-copies = 第 { $copies } 聯
print-fact-sent = 已送出
print-fact-accepted = 印表機已接收
print-fact-finished = 已離開列印佇列
print-fact-confirmed = 紙本已確認
print-confirm = 紙本無誤
