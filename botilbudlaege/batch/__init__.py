"""Many documents at once: on one process or on any `concurrent.futures.Executor`, resumable, with a report.

Rows travel to the workers as plain data or objects, in chunks; there the templates stay compiled. A bad row is a finding
in the report and the rest are made; PDFs are made a chunk at a time. Each file is written whole or not at all, and what
has been made is kept in a journal in the folder, so that a run that was stopped goes on where it was.
"""

from botilbudlaege.batch._many import render_many
from botilbudlaege.batch._report import Report, Row, State
from botilbudlaege.batch._state import JOURNAL

__all__ = ["JOURNAL", "Report", "Row", "State", "render_many"]
