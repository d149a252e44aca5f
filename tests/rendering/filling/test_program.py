"""Programs: what the instructions say is run, and what is no instruction is refused."""

from __future__ import annotations

from typing import Any

import pytest

from botilbudlaege import TemplateError
from botilbudlaege.rendering.filling import _program
from botilbudlaege.rendering.filling._program import NotAProgramError, UnknownFieldError
from botilbudlaege.rendering.filling._values import Values

VALUES = Values(filters={"stort": str.upper}, printers={int: str})
A, B = ["field", "a"], ["field", "b"]


def filled(program: Any, **seen: Any) -> str:
    """Make the function of a program, and fill it."""
    return _program.filler(program, VALUES)(seen).decode()


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ([], ""),
        ([["text", "<x/>"], ["print", ["const", "<x/>"]]], "<x/>&lt;x/&gt;"),
        ([["print", ["get", ["field", "c"], "d"]]], "e"),
        ([["print", ["filter", "stort", ["const", "é'\\"], []]]], "É'\\"),
        ([["if", ["compare", A, [["lt", B]]], [["text", "<"]], [["text", ">="]]]], "<"),
        ([["if", ["not", ["compare", A, [["in", ["tuple", [["const", 1], B]]]]]], [["text", "ud"]], []]], ""),
        ([["if", ["and", ["none", ["const", None]], ["or", ["const", False], A]], [["print", A]], []]], "1"),
        (
            [
                [
                    "for",
                    "a",
                    ["call", "items", [["field", "l"]]],
                    [
                        ["if", ["loop", "last"], [["text", "og "]], []],
                        ["print", ["loop", "index"]],
                        ["print", A],
                    ],
                ],
                ["print", A],
            ],
            "1xog 2y1",
        ),
        ([["let", "t", A], ["print", ["local", "t"]]], "1"),
        (
            [
                ["let", "d", ["call", "decide", [["const", 0], A]]],
                ["if", ["ask", "d", "yes"], [["text", "ja"]], []],
            ],
            "ja",
        ),
    ],
)
def test_what_a_program_says_is_filled(program: Any, expected: str) -> None:
    """Texts as they are, values escaped, names of a loop only within it."""
    assert filled(program, a=1, b=2, c={"d": "e"}, l=("x", "y")) == expected


@pytest.mark.parametrize(
    "program",
    [
        None,
        {},
        "text",
        [[]],
        ["text"],
        [["text"]],
        [["text", 1]],
        [["text", "a", "b"]],
        [["print", []]],
        [["print", "a"]],
        [["exec", "import os"]],
        [["print", ["exec", "import os"]]],
        [["print", ["const", [1]]]],
        [["print", ["const", float("inf")]]],
        [["print", ["field", 1]]],
        [["print", ["get", A, 1]]],
        [["print", ["local", "fill"]]],
        [["print", ["loop", "index"]]],
        [["for", "x", A, [["print", ["loop", "__class__"]]]]],
        [["for", 1, A, []]],
        [["let", "d", A], ["print", ["ask", "d", "__class__"]]],
        [["print", ["call", "eval", [["const", "1"]]]]],
        [["print", ["call", "__import__", [["const", "os"]]]]],
        [["print", ["filter", "safe", A, []]]],
        [["print", ["filter", "stort(__import__)", A, []]]],
        [["if", ["compare", A, [["is", B]]], [], []]],
        [["if", ["compare", A, ["eq"]], [], []]],
        [["if", A, [], "x"]],
    ],
)
def test_what_is_no_program_is_refused(program: Any) -> None:
    """Whatever there is instead of an instruction, a name or a constant, before anything is run."""
    with pytest.raises(NotAProgramError):
        _program.filler(program, VALUES)


@pytest.mark.parametrize("name", ["__class__", "__import__('os')", "upper", "x\ny", "'"])
def test_a_name_reaches_what_is_seen_and_nothing_else(name: str) -> None:
    """No attribute of an object, no built-in, no name of the function itself; a name is a text however it is written."""
    for value in (["field", name], ["get", A, name], ["get", ["field", "c"], name]):
        with pytest.raises(UnknownFieldError) as caught:
            filled([["print", value]], a="tekst", c={})
        assert caught.value.name == name
    assert filled([["print", ["field", name]]], **{name: "set"}) == "set"


def test_the_names_of_the_function_itself_are_no_fields() -> None:
    """A field of such a name is what the document's facts have, or there is none."""
    for name in ("out", "put", "seen", "escaped", "t0", "fill"):
        with pytest.raises(UnknownFieldError):
            filled([["text", "x"], ["print", ["field", name]]])


def test_a_value_that_cannot_be_printed_is_a_fault_of_the_template() -> None:
    """As a filter is that does not fit."""
    for value in (["field", "a"], ["filter", "stort", ["field", "a"], []]):
        with pytest.raises(TemplateError):
            filled([["print", value]], a=object())
