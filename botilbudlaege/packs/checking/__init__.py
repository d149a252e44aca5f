"""Everything that is wrong with a pack: its files, its templates, its clauses, its looks.

It knows packs as they are loaded. Begin with `_check`; `_docxtpl_lint` asks another program.
"""
