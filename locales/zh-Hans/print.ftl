# Printing.
print-profile = 版式
print-printer = 打印机
print-no-printer = 未选择
print-none-found = 这台电脑没有安装打印机；可以先保存为 PDF 文件。
print-save = 保存为 PDF
print-sent = 已送到 { $printer }
print-again = 这张单打印过了，再打印会标示“补印”。
print-now = 打印
print-prints = 打印记录
print-to-file = 文件
print-copies = 第 { $copies } 联
print-fact-sent = 已送出
print-fact-accepted = 打印机已接收
print-fact-finished = 已离开打印队列
print-fact-confirmed = 纸本已确认
print-confirm = 纸本无误
