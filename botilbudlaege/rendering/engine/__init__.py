"""A Word template compiled once, and filled as often as asked: tags scanned, held to the language, proven, run.

It knows Jinja and docxtpl, the room `word`, and of the domain only `Mangler`, what stands for a missing fact. Begin with
`_compile`, and `_template` for a render; `_scan` and `_outline` read the tags, `_language` and `_proof` hold them,
`_branches` rewrites them, and `_missing` keeps what a render meets that is missing.
"""
