"""The letters of a Word file as they are printed: their colours, fonts and sizes, and whether a reader can make them out.

It knows XML and numbers, and neither where on a page letters stand nor what they say. Begin with `_marks`, what a look
says of letters; `_faint` tells which of them nobody can make out, by their colour (`_colours`, with the file's `_theme`)
or their size, and `_look` how a reader sees those that are left, by `_fonts` whose letters are pictures too.
"""
