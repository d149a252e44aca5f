"""A plan with what a row of a change tells, over what was known of it."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import attrs

from botilbudlaege import _structure
from botilbudlaege.domain import Samarbejdsplan

_CONTACTS = ("botilbud.kontaktperson", "praksis.kontaktperson")


def over(before: Samarbejdsplan, told: Samarbejdsplan) -> Samarbejdsplan:
    """Give a plan with what a row tells of it in place of what was known; a contact as a whole."""
    after = _structure.unstructure(before)
    news = _structure.unstructure(told)
    for path in _CONTACTS:
        if attrgetter(path)(told) != attrgetter(path)(Samarbejdsplan()):
            after.get(path.split(".")[0], {}).pop("kontaktperson", None)
    for never in ("ikrafttraeden", "indgaaet_den"):
        news.pop(never, None)
    plan = _structure.structure(_merged(after, news), Samarbejdsplan)
    begge = Samarbejdsplan().moedeformer
    return attrs.evolve(plan, moedeformer=begge) if {*plan.moedeformer} == {*begge} else plan


def _merged(before: dict[str, Any], news: dict[str, Any]) -> dict[str, Any]:
    both = {
        name: _merged(before[name], value)
        if isinstance(value, dict) and isinstance(before.get(name), dict)
        else value
        for name, value in news.items()
    }
    return {**before, **both}
