"""Documents that carry their facts: content controls put in, and read again with what was changed around them.

It knows `sight` and `filling`, and gets from its callers what the fields are. To write, begin with `_controls` and
`_carrier`; to read, with `_readback`, which gives paragraphs (`_seen`) and data (`_store`).
"""
