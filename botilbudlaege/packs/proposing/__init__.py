"""The places of a region's own Word document that somebody was to fill in, and a field proposed for each.

It knows Word files and the tree of facts, and changes nothing. Begin with `_rows`, which puts the two together; `_page` has
the paragraphs with what stands around them, `_find` the places, `_context` what is said beside and over a place, `_propose`
what follows from it, `_fields` what an answer may be. The words by which fields are known are data: `ordbog.toml`.
"""
