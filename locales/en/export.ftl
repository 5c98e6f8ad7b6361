# Tables saved as files.
export-sheet = Sheet
