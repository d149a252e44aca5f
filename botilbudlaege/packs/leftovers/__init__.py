"""The words of a region's file that no contract is to have: guidance to who fills it in, stamps of drafts, the data of an example.

It knows the places of a form with what is proposed for each, and changes nothing: what it finds is asked about as a place is,
for it may be the region's own wording. Begin with `_left`, which numbers all of it; `_asides` finds guidance and stamps,
`_echoes` the words of examples that stand elsewhere too, and `_shapes` what has the shape of somebody's data. `_pieces` tells
which words go with a fact that is missing, and `_stumps` which lead to nothing where a place is deleted.
"""
