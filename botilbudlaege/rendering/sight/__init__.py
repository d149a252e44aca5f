"""The sight of what stands in a Word file: whether a reader sees it where it stands, and the signs and labels of it.

It knows XML and numbers, and nothing of tags or facts. Begin with `_visible`, which tells of a run whether a reader
sees it, and asks `letters` what it looks like and `_whereabouts` where it stands: on the page (`_page`), in a cell
(`_inside_cells`, with `_cells` and `_room`) or in a box, and whether it fits (`_fit`); `_signs` and `_labels` say what is
seen beside plain text, and `_around` what stands around it on the pages.
"""
