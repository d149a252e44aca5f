"""A compiled template filled: its program run on the facts of a document, without Jinja, docxtpl or lxml.

It knows zips, and of the domain only `Mangler`, what stands for a missing fact. Begin with `_template` for a render, then
`_program`, the instructions that a template is compiled into and the function that is made of them; `_values` prints,
`_missing` keeps what a render meets that is missing, `_rounds` numbers the lists of loops, and `_fields` is what is asked of
whoever makes fields that can be typed in.
"""
