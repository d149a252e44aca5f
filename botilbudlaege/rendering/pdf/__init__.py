"""A document as PDF, page pictures and HTML, by programs of others that are watched.

It knows `word` and the programs. Begin with `_convert` (LibreOffice, in batches); `_conform` is pikepdf's pass to PDF/UA,
`_preview` shows pages by Poppler and text by mammoth.
"""
