"""A Word file as a thing of its own: opened within limits, written reproducibly, its words, styles and places read.

It knows lxml and zips, and nothing of tags, facts or packs. Begin with `_package` (parts of a docx), then `_refusals`, which
opens a file from outside: it is followed over relationships (`_follow`), its parts are looked into (`_inside`), and what is
left is written anew (`_rebuild`); `_known` and `_known_inside` say, as data, what may be in it. `_text` reads its words,
`_places` says where something stands, as a person would.
"""
