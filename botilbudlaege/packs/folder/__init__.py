"""A pack as files: where packs are found, what stands in `pakke.toml`, the layers that they build on.

It knows files, and clauses as text; no templates yet. Begin with `_manifest`, then `_layers`; `_discovery` finds
installed packs, `_origin` says which layer something comes from.
"""
