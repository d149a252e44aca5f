"""A document held against the one that it was made of: its wording, the numbers of its lists, and what has no text to compare.

It knows documents as `living` reads them, and nothing of what their fields mean. Begin with `_wording`, which pairs the
paragraphs of the two and tells what differs; `_numbers` counts as Word counts, `_placed` sees what was moved, enlarged or
filled, and `_unread` lists comments, pictures and what lies over the text.
"""
