"""The service of the docs: a document for facts, a problem for faults."""

from __future__ import annotations

import asyncio
import json
import tomllib
from typing import Any

import httpx

from botilbudlaege import load, render
from docs.examples.service import DOCX, app
from tests.builders import EXAMPLES

PATH = EXAMPLES / "aeblehaven.toml"


def post(facts: dict[str, Any], **query: Any) -> httpx.Response:
    """Ask the service, in this process."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.post("/documents", json=facts, params=query)

    return asyncio.run(ask())


def facts(*without: str, **changes: Any) -> dict[str, Any]:
    """The example's facts as a form would post them."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8")) | changes
    plain: dict[str, Any] = json.loads(json.dumps(table, default=str))
    return {key: value for key, value in plain.items() if key not in without}


def test_facts_become_the_document() -> None:
    """Byte for byte what `render` makes."""
    answer = post(facts())

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == DOCX
    assert answer.content == render(load(PATH)).content


def test_the_document_asked_for_is_made() -> None:
    """A contract is made of a plan's facts, and a plan is not sent in its place."""
    answer = post(facts(dokument="kontrakt"))

    assert answer.status_code == 200, answer.text
    assert answer.content == render(load(PATH), document="kontrakt").content


def test_faults_become_a_problem_with_a_finding_each() -> None:
    """All of them, each with its field, and nothing of what was posted."""
    answer = post(facts(timer_pr_maaned="to", ikrafttraeden="2025-02-30"))
    problem = answer.json()

    assert answer.status_code == problem["status"] == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [(finding["code"], finding["path"]) for finding in problem["findings"]] == [
        ("wrong-type", "timer_pr_maaned"),
        ("impossible-date", "ikrafttraeden"),
    ]
    assert "Æblehaven" not in answer.text


def test_what_is_missing_refuses_a_final_and_prompts_in_a_draft() -> None:
    """The finding says where it would stand; the draft names it among its findings."""
    less = facts("ikrafttraeden")
    refused, draft = post(less), post(less, draft=True)

    assert [finding["path"] for finding in refused.json()["findings"]] == ["ikrafttraeden"]
    assert refused.json()["title"] == "Oplysningerne mangler noget"
    assert draft.status_code == 200, draft.text
    assert draft.headers["x-findings"] == "missing, common-pack"


def test_no_json_and_no_document_are_refused() -> None:
    """Also what never gets as far as the library."""
    unknown = post(facts(dokument="kontrakten"))
    nothing = post([])  # what a client may send

    assert [finding["code"] for finding in unknown.json()["findings"]] == ["unknown-document"]
    assert nothing.status_code == 422
