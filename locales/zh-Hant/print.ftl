# Printing.
print-profile = 版式
print-printer = 印表機
print-no-printer = 未選擇
print-none-found = 這台電腦沒有安裝印表機；可以先存成 PDF 檔。
print-save = 存成 PDF
print-sent = 已送到 { $printer }
print-again = 這張單印過了，再印會標示「補印」。
