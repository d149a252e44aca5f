"""A register that is written comes back as it was."""

from __future__ import annotations

import datetime
import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbudlaege import (
    Botilbud,
    DataError,
    Kommune,
    Moedeaftale,
    Moedeform,
    Part,
    Praksis,
    Registerpost,
    Samarbejdsplan,
    dump,
)
from botilbudlaege._files import Source
from botilbudlaege.data._columns import columns
from botilbudlaege.data._footers import is_end
from botilbudlaege.data.tables import _tables
from botilbudlaege.data.tables._characters import cleaned
from botilbudlaege.domain import _checks, _kommuner
from botilbudlaege.domain._checks import tekst
from botilbudlaege.domain._fields import fields
from tests.builders import en_plan, et_botilbud
from tests.data.registers import ENDINGS, FORMULAS, D, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from botilbudlaege.domain._fields import Type


@pytest.mark.parametrize("subject", [Praksis(navn="A"), {"navn": "A"}, None, "A"])
def test_only_rows_are_written(subject: object, tmp_path: Path) -> None:
    """Nothing else, and no empty file instead."""
    with pytest.raises(DataError, match="Angiv Registerpost, Samarbejdsplan eller Botilbud"):
        dump([et_botilbud(), subject], tmp_path / "a.csv")

    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    """Homes without a name, and texts longer than a workbook's cell, which would be cut off."""
    long = Botilbud(navn="a" * 32_768)
    with pytest.raises(DataError) as nameless:
        dump([Botilbud(), et_botilbud(), en_plan(botilbud=Botilbud())], tmp_path / "a.csv")
    with pytest.raises(DataError, match=r"række 2, kolonne A: Teksten er længere end de 32767 tegn"):
        dump([long], tmp_path / "a.xlsx")
    dump([long], tmp_path / "a.csv")

    assert [finding.path for finding in nameless.value.findings] == ["række 2", "række 4"]
    assert loaded(tmp_path / "a.csv", tuple[Botilbud, ...]) == (long,)


def test_only_columns_that_say_something_are_written(tmp_path: Path) -> None:
    """The name always, the others where a row has them."""
    dump([Botilbud(navn="A"), Botilbud(navn="B", antal_beboere=7)], tmp_path / "a.csv")

    assert (tmp_path / "a.csv").read_bytes().decode("utf-8-sig") == (
        "Navn på botilbud;Antal beboere på botilbud\r\nA;\r\nB;7\r\n"
    )


WORDS = [
    "Æble",
    "ærø",
    "Åen; øst",
    "a:b",
    '"hos"',
    "§ 108",
    "ingen",
    "[1]",
    "ja",
    "007",
    "1,5",
    "a|b",
    "'s",
    *FORMULAS,
]
CHECKED: dict[Any, tuple[str, ...]] = {
    _checks.cvr: ("38990608", "34037655"),
    _checks.postnr: ("0800", "8660"),
    _checks.telefon: ("86123456", "+45 86 12 34 56"),
    _checks.email: ("a@b.dk", "ærø@ø.example"),
    _checks.ydernummer: ("012345", "987654"),
}
"""Values that a check lets through."""
OF_TYPE: dict[Any, tuple[Any, ...]] = {
    int: (1, 18, 99_999),
    bool: (True, False),
    datetime.date: (D(1850, 2, 28), D(1900, 1, 15), D(2024, 2, 29)),
    Kommune: _kommuner.alle(),
}


def some_text(rng: random.Random) -> str:
    """Make a line of words that are hard on a table."""
    return " ".join(rng.choices(WORDS, k=rng.randint(1, 3)))


def some_lines(rng: random.Random) -> str:
    """Make a text of lines, some of them empty."""
    return rng.choice(["\n", "\n\n", "\n\n\n"]).join(some_text(rng) for _ in range(rng.randint(1, 3)))


def some(rng: random.Random, *values: Any) -> Any:
    """Choose one, or nothing."""
    return rng.choice((None, *values))


def some_object(rng: random.Random, cls: Any, **given: Any) -> Any:
    """Make an object: the facts that are given, and of the others some, whatever the class has."""
    others = {
        field.name: some_fact(rng, field.type, CHECKED.get(field.felt.check, ()))
        for field in fields(cls)
        if field.name not in given
    }
    return cls(**given, **others)


def some_fact(rng: random.Random, type_: Type, checked: tuple[str, ...]) -> Any:
    """Make a fact of a type, or none."""
    if type_.kind == "objekt":
        return some_object(rng, type_.cls)
    if type_.item is not None:
        return tuple(some_text(rng) for _ in range(rng.randint(0, 3)))
    if type_.kind == "kode":
        return some(rng, *type_.cls)
    return some(rng, *(checked or OF_TYPE.get(type_.cls) or (some_text(rng),)))


def some_home(rng: random.Random, number: int) -> Botilbud:
    """Make a home that is like no other."""
    made: Botilbud = some_object(
        rng, Botilbud, navn=f"{some_text(rng)} {number}", p_nummer=some(rng, f"{number:010}")
    )
    return made


def some_clauses(rng: random.Random) -> tuple[Moedeaftale, ...] | None:
    """Make meeting clauses: not decided, none, or some with colons, empty lines and missing parts."""
    return rng.choice(
        (
            None,
            (),
            (Moedeaftale(titel="Sygdom", tekst=some_lines(rng)),),
            (Moedeaftale(titel=some_text(rng), tekst=some_lines(rng)), Moedeaftale(titel="Ferie: uge 29")),
            (Moedeaftale(tekst=some_lines(rng)), Moedeaftale()),
        )
    )


def some_plan(rng: random.Random, number: int) -> Samarbejdsplan:
    """Make a plan, with a start."""
    moedeformer = [
        (Moedeform.FYSISK, Moedeform.VIDEO),
        (Moedeform.VIDEO,),
        (Moedeform.VIDEO, Moedeform.FYSISK),
    ]
    made: Samarbejdsplan = some_object(
        rng,
        Samarbejdsplan,
        botilbud=some_home(rng, number),
        timer_pr_maaned=some(rng, 2, 3),
        ikrafttraeden=D(2025, 1, 1) + datetime.timedelta(days=rng.randrange(365)),
        moedeformer=rng.choice(moedeformer),
        moedeaftaler=some_clauses(rng),
    )
    return made


def some_post(rng: random.Random, number: int) -> Registerpost:
    """Make a row: a home without an agreement, or a plan that may be changed or terminated."""
    kind = rng.randrange(5)
    if kind == 0:
        return Registerpost(plan=Samarbejdsplan(botilbud=some_home(rng, number)))
    plan = some_plan(rng, number)
    before = {None: rng.choice([2, 3]), 2: 3, 3: 2}[plan.timer_pr_maaned]
    changed = {"tidligere_timer": before, "timer_aendret": D(2026, 1, rng.randint(1, 31))}
    ended = {"opsagt_af": some(rng, *Part), "modtaget": D(2026, rng.randint(1, 6), 1)}
    wished = {"oensket_ophoer": some(rng, D(2026, 12, 31), D(2027, 3, 31))}
    facts = {1: {}, 2: changed, 3: {**ended, **wished}, 4: {**changed, **ended}}[kind]
    return Registerpost(plan=plan, **facts)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("seed", range(3))
def test_a_register_comes_back_unchanged(seed: int, ending: str, tmp_path: Path) -> None:
    """200 rows that between them fill every column, all that is hard on a table in them."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    register = tuple(some_post(rng, number) for number in range(1, 201))
    path = tmp_path / f"register.{ending}"
    dump(register, path)
    (_, header), *rows = _tables.read(Source.of(path), is_header=bool).rows

    assert header == [column.header for column in columns()]
    assert len(rows) == 200
    assert loaded(path) == register


CHARACTERS = st.characters(
    exclude_categories=("Cs",)
)  # `st.text()` alone asks each of a million: is it UTF-8?


def stays(text: str) -> bool:
    """Tell whether a text is as tables give it: composed, of characters that are seen, with all its letters."""
    return cleaned(f"x{text}") == f"x{text}"


TEXT = st.text(CHARACTERS, min_size=1, max_size=40).filter(lambda text: tekst(text) is None and stays(text))
LINES = st.text(CHARACTERS, min_size=1, max_size=80).filter(
    lambda text: tekst(text, flerlinjet=True) is None and stays(text)
)
NAME = TEXT.filter(lambda text: not is_end([text]))
"""What a row that has nothing else is not refused for: a home that is called "*" is told, as a note is."""
CLAUSE = st.builds(Moedeaftale, titel=st.none() | TEXT, tekst=st.none() | LINES)


@pytest.mark.parametrize("ending", ENDINGS)
def test_any_text_comes_back_unchanged(ending: str, tmp_path: Path) -> None:
    """Also in lists, and in meeting clauses with line breaks."""
    path = tmp_path / f"register.{ending}"

    @given(navn=NAME, emner=st.lists(TEXT, max_size=3), clauses=st.none() | st.lists(CLAUSE, max_size=3))
    def round_trip(navn: str, emner: list[str], clauses: list[Moedeaftale] | None) -> None:
        plan = Samarbejdsplan(
            botilbud=Botilbud(navn=navn),
            emner=emner,
            moedeaftaler=None if clauses is None else tuple(clauses),
        )
        dump([plan], path, overwrite=True)

        assert loaded(path) == (Registerpost(plan=plan),)

    round_trip()
