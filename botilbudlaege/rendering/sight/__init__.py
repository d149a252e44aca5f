"""The sight of what stands in a Word file: whether a reader sees it where it stands, signs and labels, and what is not settled.

It knows XML and numbers, and nothing of tags or facts. Begin with `_visible`, which tells of a run whether a reader
sees it, and asks `letters` what it looks like and `_whereabouts` where it stands: on the page (`_page`), in a cell
(`_inside_cells`, with `_cells` and `_room`) or in a box, and whether it fits (`_fit`); `_unsettled` lists what keeps a template
from being used, `_leftovers` what in it is still to be filled in, and `_settled` takes out what is in nobody's way.
"""
