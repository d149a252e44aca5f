"""A Word document of one's own made into a pack: what was confirmed of its proposal put in, its wording as clauses, and the proof.

It knows what a pack is and how one is written, and settles nothing in silence: what is not confirmed stays as it is. Begin with
`_import`, which tells the whole of it; `_answers` has what was answered, `_plan` says what becomes of the file, `_apply` and `_runs` do it, `_revisions` settles changes and comments,
`_tidy` sets right what is told, `_sections` takes the wording out as clauses, and `_proof` holds the result against the original.
"""
