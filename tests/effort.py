"""How much work something takes: its CPU time, beside that of work which is always the same, on this machine just then.

Wall time says what else the machine is busy with, and CPU time in seconds how fast it is; a test judges by neither.
"""

from __future__ import annotations

import contextlib
import signal
import time
from typing import TYPE_CHECKING, TypeVar

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

T = TypeVar("T")

IDLE = 0.14
"""Seconds that the unit takes on a machine that does nothing else: less than this a unit is not worth measuring for."""
GENEROUS = 2
"""How much more than allowed is let pass: the two measurements are of the same machine, but not of the same moment."""
ENDLESS = 20
"""What is cut off, as many times the allowed: without this a test of what never ends would never fail."""


class TooMuchError(BaseException):
    """Work was cut off; no `except Exception` of what is tested may take it for an answer."""


def unit() -> float:
    """Measure the unit: the CPU time that this machine needs just now to read 300,000 elements."""
    start = time.process_time()
    etree.fromstring(b"<a>" + b"<b c='1'>d</b>" * 300_000 + b"</a>")
    return max(IDLE, time.process_time() - start)


def within(units: float, work: Callable[[], T]) -> T:
    """Do some work that may take so many units, and give what comes of it; the better of two tries is judged."""
    for _ in range(2):
        start = time.process_time()
        with _cut_off(units * IDLE * ENDLESS):
            result = work()
        taken = time.process_time() - start
        if taken < units * IDLE or taken < GENEROUS * units * unit():
            return result
    raise AssertionError(f"over {units} units of work")


@contextlib.contextmanager
def _cut_off(seconds: float) -> Generator[None]:
    """Let the work have so many seconds of CPU time, however long the machine takes to give them."""

    def stop(*_: object) -> None:
        raise TooMuchError(f"over {seconds:.0f} seconds of CPU time")

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
