"""A Word file as a thing of its own: opened within limits, written reproducibly, its words, styles and places read.

It knows lxml and zips, and nothing of tags, facts or packs. Begin with `_package` (parts of a docx), then `_refusals`
(opens a file from outside, which the room `outside` holds to what is known), `_text` (its words) and `_places` (where
something stands, as a person would say it).
"""
