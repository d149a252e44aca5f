"""The journal: the documents that have been issued, each with its facts, its pack and its file's digest.

It knows documents, their subjects and the rows of a register. A batch keeps one in its folder, an application where it
likes: as JSON Lines, or in a database (`journal.Sql`). It is only ever added to; what was said last of a file holds.
Begin with `_issued.py`, which says what stands in it, and `_asked.py`, which says what it answers.
"""

from botilbudlaege.journal._asked import Outdated, letters_owed, mark_signed, outdated
from botilbudlaege.journal._home import Home
from botilbudlaege.journal._issued import Issued, Journal, issued
from botilbudlaege.journal._lines import JsonLines
from botilbudlaege.journal._sql import Sql

__all__ = [
    "Home",
    "Issued",
    "Journal",
    "JsonLines",
    "Outdated",
    "Sql",
    "issued",
    "letters_owed",
    "mark_signed",
    "outdated",
]
