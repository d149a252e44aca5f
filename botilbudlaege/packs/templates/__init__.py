"""A pack's Word template with its clauses in place, and the facts that its tags see.

It knows the domain's fields and the engine. Begin with `_template`; `_context` builds what tags see, `_types` says what
kind of value each field is, `_typecheck` holds the tags to it, `_fields` says what can be typed in.
"""
