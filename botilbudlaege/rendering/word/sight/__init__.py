"""The sight of what stands in a Word file: its colours, its letters, its place on the page.

It knows XML and numbers, and nothing of what is read. Begin with `word._visible`, which asks `_colours` (ink and
ground), `_cells` (what a table's style says), `_fonts` (letters that are pictures) and `_page` (room for the text).
"""
