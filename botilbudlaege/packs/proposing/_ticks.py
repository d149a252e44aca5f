"""Choices: tick boxes, words with a stroke between them, the options of a control, and figures typed as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.proposing._evidence import OR, Proposal, short
from botilbudlaege.packs.surroundings._around import COLUMN, ROW
from botilbudlaege.packs.surroundings._form import last_column
from botilbudlaege.packs.surroundings._lexicon import HVAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._around import Around
    from botilbudlaege.packs.surroundings._lexicon import Choice, Lexicon

_LED_BY = re.compile(r"\s*(?:ved|på|via|med|pr\.?)\s", re.IGNORECASE)
_OF_PARTIES = frozenset({"plan.aftalepart", "opsigelse.opsagt_af"})
_HOURS = "plan.timer_pr_maaned"
_BOTH = frozenset({"begge", "begge dele"})


class Ticks:
    """The tick boxes and choices of a file.

    Args:
        lexicon: The words that are known.
        paths: The fields that the document sees.
    """

    def __init__(self, lexicon: Lexicon, paths: Mapping[str, object]) -> None:
        """Keep what it goes by."""
        self._lexicon, self._paths = lexicon, paths

    def chosen(self, spot: Spot) -> Proposal | None:
        """Read the words of a place as options of one field: "kommunal/privat", or those of a control."""
        texts = spot.options or tuple(
            re.split(r"\s*(?:/|,|\bog/eller\b|\beller\b)\s*", spot.words.casefold())
        )
        if len([text for text in texts if text.strip()]) < 2:  # noqa: PLR2004 - one is no choice
            return None
        texts = tuple(text for text in texts if text.strip() not in _BOTH) or texts
        for choice in self._lexicon.choices:
            if choice.only_after or choice.field not in self._paths:
                continue
            codes = [choice.code(_without_unit(text, choice)) for text in texts if text.strip()]
            if all(codes) and len(set(codes)) > 1:
                value = choice.field
                if value == _HOURS:
                    value += hours_filter(spot, spot.after)
                why = f"Valget mellem {_listed(texts)}."
                if spot.options or not all(_LED_BY.match(text) for text in texts):
                    return Proposal(value, why, sure=True)
                return Proposal(
                    value, f"{why} Ordet foran (ved, på) forsvinder: skriv det uden for feltet i Word."
                )
        return None

    def coded(self, spot: Spot) -> Proposal | None:
        """Read words that are one option of a field, as a sample has them: "kommunalt", "servicelovens § 108"."""
        found = [
            choice
            for choice in self._lexicon.choices
            if choice.field in self._paths
            and not choice.only_after
            and choice.field not in {*_OF_PARTIES, _HOURS}
            and choice.code(spot.words)
        ]
        return Proposal(found[0].field, f"Eksemplet »{short(spot.words)}«.") if len(found) == 1 else None

    def tick(self, spot: Spot, around: Around) -> Proposal:
        """Propose the code that a tick box is for."""
        text = _option(spot, around)
        found = self._choices(text, spot, around)
        why = f"Afkrydsningen ved »{short(text)}«."
        if len(found) == 1:
            sure = not text.isdecimal() and self._may_be(found[0][0], spot, around)
            return Proposal(f"{found[0][0].field} = {found[0][1]}", why, sure=sure)
        if found:
            return Proposal(
                OR.join(f"{choice.field} = {code}" for choice, code in found),
                f"{why} Det kan være flere felter.",
            )
        inside = self._within(text)
        if len(inside) == 1:
            return Proposal(f"{inside[0][0]} = {inside[0][1]}", why)
        return Proposal(
            "", "Der er intet felt for denne afkrydsning; den bliver stående, hvis du svarer nej."
        )

    def _choices(self, text: str, spot: Spot, around: Around) -> list[tuple[Choice, str]]:
        """List the choices that a text names, each with the code it names; of several the one that is spoken of."""
        found = [
            (choice, code)
            for choice in self._lexicon.choices
            if choice.field in self._paths
            and (code := next((each for part in _shorter(text) if (each := choice.code(part))), None))
            and (not choice.only_after or self._speaks_of(choice.only_after, spot, around))
        ]
        said = [each for each in found if len(found) > 1 and self._is_said(each[0], spot, around)]
        return said if len(said) == 1 else found

    def _within(self, text: str) -> list[tuple[str, str]]:
        """List the fields of which a text names a code among other words."""
        return [
            (choice.field, code)
            for choice in self._lexicon.choices
            if choice.field in self._paths and not choice.only_after and choice.field not in _OF_PARTIES
            for code in choice.within(text)
        ]

    def _may_be(self, choice: Choice, spot: Spot, around: Around) -> bool:
        """Tell whether what stands before the tick boxes leaves no doubt of what is chosen."""
        if self._is_said(choice, spot, around):
            return True
        if choice.field in _OF_PARTIES:
            return False
        before = re.split("[☐☑☒□❏❑❒⬜▢]", spot.paragraph.text[: spot.end])[0]
        labels = [before, *(source.text for source in around.near if source.name in (ROW, COLUMN))]
        return all(self._lexicon.read(label).is_understood for label in labels)

    def _is_said(self, choice: Choice, spot: Spot, around: Around) -> bool:
        """Tell whether the words before a tick box name the field."""
        texts = [spot.paragraph.text[: spot.start], *(source.text for source in (*around.near, *around.far))]
        said = {
            self._lexicon.fields[hvad].get("plan", "")
            for text in texts
            for hvad in self._lexicon.read(text).of(HVAD)
        }
        return choice.field in said

    def _speaks_of(self, name: str, spot: Spot, around: Around) -> bool:
        texts = [spot.paragraph.text, *(source.text for source in (*around.near, *around.far))]
        return any(name in self._lexicon.read(text).of(HVAD) for text in texts)


def _without_unit(text: str, choice: Choice) -> str:
    return (
        text
        if choice.code(text)
        else re.sub(r"[^\d]", "", text)
        if choice.field.endswith("timer_pr_maaned")
        else text
    )


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"»{text.strip()}«" for text in texts if text.strip())


def _option(spot: Spot, around: Around) -> str:
    """Give the words that a tick box is for: after it, or before it where nothing stands after."""
    after = re.split(r"[☐☑☒□❏❑❒⬜▢\t\n]|\s{3,}|\[\s?\]", around.up_to_next)[0].strip(
        " .,;:-–\N{NO-BREAK SPACE}"
    )
    if re.search(r"\w", after):
        return after
    before = re.split(r"[☐☑☒□❏❑❒⬜▢\t\n:]|\s{3,}|\[\s?\]", spot.before)[-1].strip(" .,;-–\N{NO-BREAK SPACE}")
    if re.search(r"\w", before):
        return before
    return next((source.text for source in around.near if source.name in (ROW, COLUMN)), "")


def _shorter(text: str) -> Iterator[str]:
    """Give a text, and its beginnings up to a comma, a bracket or "(": what is explained after an option is no part of it."""
    yield text
    for cut in (r"\s*\(", r"\s*[,;:]", r"\s+[-–]\s+", r"\s+\bpå botilbuddet\b"):
        first = re.split(cut, text)[0]
        if first and first != text:
            yield first


def figure(spot: Spot) -> Proposal:
    """Propose the fact that a figure typed as text is."""
    words = spot.words.casefold()
    told = "" if words[:1].isdigit() else " Tallet bliver skrevet med cifre."
    if spot.figure == "varsel":
        return Proposal(
            "plan.varsel_maaneder", f"Varslet i overenskomsten, skrevet som tekst.{told}", sure=True
        )
    if spot.figure == "timer_valg":
        return Proposal(_HOURS, "Valget mellem 2 og 3, skrevet som tekst.")
    if spot.figure == "timer_begge":
        return Proposal(
            "plan.timer_der_kan_aftales" + ' | opremsning("eller")',
            f"De timetal, der kan aftales, skrevet som tekst.{told}",
            sure=not told,
        )
    return Proposal("plan.timer_pr_maaned", f"Planens timetal, skrevet som tekst.{told}", sure=not told)


def hours_filter(spot: Spot, after: str) -> str:
    """Say "timer" once: with the filter, where no word beside the place says it."""
    cell = spot.paragraph.cell
    labels = [last_column(spot.before)] + ([] if cell is None else [cell.label, cell.head])
    labels += re.findall("»(.*)«", spot.asked)
    said = re.match(r"\s*(?:\(?(?:hele )?time|t\.|t\b)", after, re.IGNORECASE) or any(
        re.search(r"\btime(?:r|tal|tallet|antal)\b", label, re.IGNORECASE)
        and not re.search(r"\w", label.rpartition(":")[2])
        for label in labels
    )
    return "" if said else " | timer"
