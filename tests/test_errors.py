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


def test_findings_show_themselves() -> None:
    """A line each as text, a row each in a notebook; the severity is said in words, and what is typed is escaped."""
    one = errors.Finding(code="a", message="Et <tegn> mangler.", remedy="Ret det.", path="x", place="a.toml")
    findings = errors.Findings([one, errors.Finding(code="b", severity="remark", message="Bekræft.")])

    assert str(findings) == "Fejl: a.toml: x: Et <tegn> mangler. Ret det.\nBemærkning: Bekræft."
    assert '<th scope="row" style="text-align: left">Fejl</th>' in findings._repr_html_()
    assert "Et &lt;tegn&gt; mangler." in findings._repr_html_()
    assert one._repr_html_() == errors.Findings([one])._repr_html_()
    assert findings == (one, findings[1])


def test_no_findings_say_so() -> None:
    """An empty table would look like a fault."""
    assert str(errors.Findings()) == "Intet at bemærke."
    assert errors.Findings()._repr_html_() == '<div lang="da"><p>Intet at bemærke.</p></div>'
