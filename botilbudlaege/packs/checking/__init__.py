"""Packs checked, and everything that is wrong with one: its files, its templates, its clauses, its looks.

It knows packs as they are loaded. Begin with `_check`; `_docxtpl_lint` asks another program.
"""
