"""Errors carry their findings wherever they go."""

from __future__ import annotations

import pickle

import pytest

from botilbudlaege import errors


@pytest.mark.parametrize(
    ("name", "builtin"),
    [
        ("DataError", ValueError),
        ("MissingInformation", LookupError),
        ("OutsideValidity", ValueError),
        ("TemplateError", ValueError),
        ("PackError", ValueError),
        ("DocumentError", ValueError),
    ],
)
def test_errors_survive_pickling(name: str, builtin: type[Exception]) -> None:
    """An error from a worker process is the same error, of the root, of a builtin, with all its findings."""
    error = getattr(errors, name)(
        errors.Finding(code="a", message="Første.", path="x"), errors.Finding(code="b", message="Anden.")
    )
    copy = pickle.loads(pickle.dumps(error))

    assert isinstance(copy, builtin)
    assert isinstance(copy, errors.BotilbudlaegeError)
    assert copy.findings == error.findings
    assert str(copy) == "x: Første.\nAnden."


def test_addresses_grow_on_the_way_up() -> None:
    """A key is put in front of a path, and a place is set once."""
    inner = errors.Finding(code="a", message="", path="[2].titel", place="a.toml")
    (outer,) = errors.within([inner], "moedeaftaler", place="b.toml")

    assert (outer.path, outer.place) == ("moedeaftaler[2].titel", "a.toml")
