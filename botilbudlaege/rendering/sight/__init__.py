"""The sight of what stands in a Word file: looks, colours, letters and room, signs and labels, and what is not settled.

It knows XML and numbers, and nothing of tags or facts. Begin with `_visible`, which tells of a run whether a reader
sees it, and asks `_colours` (ink and ground), `_inside_cells` and `_cells` (what a table and its style say), `_fonts` (letters
that are pictures), `_page` and `_room` (room for the text); `_unsettled` lists what keeps a template
from being used, `_leftovers` what is left to fill in in it, and `_settled` takes out what is in nobody's way.
"""
