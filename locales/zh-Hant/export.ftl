# Tables saved as files.
export-sheet = 工作表
