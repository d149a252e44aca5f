"""The tools of those who write packs and clauses: a new pack, a clause tried, shown, compared and saved, the cases of a pack.

It knows everything that a pack is; nothing but the command line, the test kit and notebooks knows it. Begin with
`_klausul` for clauses, `_new` for packs.
"""
