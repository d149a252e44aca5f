"""Many documents at once: on one process or on any `concurrent.futures.Executor`, resumable, with a report.

Rows travel to the workers as plain data or objects, in chunks; there the templates stay compiled. A bad row is a finding
in the report and the rest are made; PDFs are made a chunk at a time. Each file is written whole or not at all, is bound to
its home by the journal in the folder, and is replaced only where nobody has touched it. It knows packs and the journal.
Begin with `_many.py`.
"""

from botilbudlaege.batch._aside import Moved, set_aside
from botilbudlaege.batch._intents import JOURNAL as JOURNAL
from botilbudlaege.batch._many import render_many
from botilbudlaege.batch._report import LeftOver, Report, Row

__all__ = ["LeftOver", "Moved", "Report", "Row", "render_many", "set_aside"]
