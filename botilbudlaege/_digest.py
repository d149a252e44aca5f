"""Digests: one of content, which says whether two templates or packs are the same; one of facts, as a text.

Documents bear both, so what they give for a text or a file does not change.
"""

from __future__ import annotations

import hashlib


def of_content(*pieces: bytes) -> str:
    """Give the digest of a file; of several pieces, which are told apart, of all in their order.

    >>> of_content(b"ab") == of_content(b"a", b"b")
    False
    """
    found = hashlib.sha256()
    for piece in pieces:
        if len(pieces) > 1:
            found.update(b"%d:" % len(piece))
        found.update(piece)
    return f"sha256:{found.hexdigest()}"


def of_facts(text: str) -> str:
    """Give the digest of facts, or of words, as they are written; what UTF-8 cannot hold counts as a question mark.

    >>> of_facts("")
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    """
    return of_content(text.encode("utf-8", "replace"))
