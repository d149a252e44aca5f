"""A living document read back: evidence is gathered, judged fact by fact, and told.

It knows packs, since what was issued is made again to be compared with. Begin with `_read`; `_source` finds what was
issued, `_facts` what stands there now, `_verdict` judges, `_subject` builds the object, `_text` tells of the wording.
"""
