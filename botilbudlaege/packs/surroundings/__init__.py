"""The texts around the places of a form: the label, the row and column, the lines and headings over it, each read word by word.

It knows forms and the words of `ordbog.toml`, and settles nothing of what a place is to hold. Begin with `_surroundings`, which
puts together what stands around one place; `_lexicon` reads a text, `_near` has what stands beside a place, `_lines_over` and
`_rows_over` what stands over it, and `_empty` the places that hold nothing and are known by their label alone.
"""
