"""A mapping of an office's columns, proposed for a person to read: which column is which, and which words mean which code.

It knows registers and the facts that their columns can hold; nothing rests on what it guesses until somebody has confirmed it.

Begin with `_propose_columns`. `_which` says which column of theirs is which of ours, `_words` what is written in them in words of
their own, and `_meanings` what a cell means.
"""
