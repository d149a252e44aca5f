"""The settling of a template: what in it changes, is worked out or left to be filled in, and so keeps it from being used.

It knows Word and the tags of a template, and nothing of facts. Begin with `_unsettled`, which lists what no template may
have, of fields that show another thing than they stand for too (`_stale`); `_leftovers` lists what in it is still to be
filled in, which `_placeholders` tells by its words, and `_settled` takes out what is in nobody's way.
"""
