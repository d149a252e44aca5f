"""A Word template compiled once, to be filled as often as asked: tags scanned, held to the language, proven, written as a program.

It knows Jinja and docxtpl, the rooms `word`, `sight` and `filling`, and of the domain only `Mangler`, what stands for a
missing fact. Begin with `_compile`; `_scan` and `_outline` read the tags, `_language` and `_proof` hold them, `_branches`
rewrites them, `_instructions` makes of them the program that `filling` runs, and `_asked` tells what a form asks for.
"""
