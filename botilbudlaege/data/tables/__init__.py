"""Tables as files: CSV and workbooks to rows of cells and back.

It knows files, cells and findings, and nothing of the domain; a cell that cannot be read is the finding that says why.

Begin with `_tables`, which reads and writes by the file's ending. `_csv_file` and `_workbook` are the two formats, the latter
written in `_workbook_written`; `_sheet` is what the XML of a sheet tells beside its values, and `_characters` the characters of a text.
"""
