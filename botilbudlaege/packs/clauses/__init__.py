"""Clauses: Markdown read into blocks, and blocks put into a Word template.

It knows the Markdown that a clause may have and the room `rendering.word`; nothing of packs. Begin with `_markdown`;
`_splice` puts clauses into a document, `_given` is a clause that a caller brings.
"""
