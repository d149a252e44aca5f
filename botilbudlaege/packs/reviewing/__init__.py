"""A pack told to those who decide on it: every document as it looks, every clause beside the layer below, in one file.

It knows everything that a pack is and how its cases are made; nothing but the command line knows it. Begin with `_review`.
"""
