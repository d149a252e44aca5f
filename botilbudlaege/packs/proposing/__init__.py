"""A field proposed for each place of a region's own Word document that somebody was to fill in, with why, and how sure.

It knows the places, what stands around them and the tree of facts, and changes nothing. Begin with `_rows`, which tells what
somebody answers; `_places` puts places and proposals together, `_propose` and `_reader` weigh what is said around one, `_what`
and `_whose` find the thing and whose it is, and `_fields` has what an answer may be.
"""
