"""A file from outside: followed over relationships, held to what is known, and written anew by its usual names.

It knows lxml, and what a Word file is made of; nothing of what is read in it. Begin with `word._refusals.opened`, which
unpacks a file, follows it (`_follow`), looks into its parts (`_inside`), and rebuilds it (`_rebuild`). `_known` and
`_known_inside` say, as data, what may be in it: nothing else in this project does.
"""
