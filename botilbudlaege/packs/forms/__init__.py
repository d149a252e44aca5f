"""A Word document of somebody's own as a form: its paragraphs as a person reads them, and the places that are to be filled in.

It knows Word files and how people mark a place, by brackets, lines, controls or colour, and no fact that is to stand there.
Begin with `_find`, which names the ways in which a place is known; `_page` has the paragraphs and tables, `_spot` a place.
"""
