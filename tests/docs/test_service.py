"""The example services, asked over HTTP as they run: with FastAPI and Django, in threads and in processes."""

from __future__ import annotations

import asyncio
import importlib
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from botilbudlaege import Dokument, load, problem, render, schema
from tests import servers
from tests.builders import EXAMPLES
from tests.load import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from tests.servers import Server

pytestmark = pytest.mark.slow

PATH = EXAMPLES / "aeblehaven.toml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROBLEM = "application/problem+json"
RUNNING = [(name, workers) for name in servers.COMMANDS for workers in (1, 2)]


@pytest.fixture(scope="module", params=RUNNING, ids=lambda case: f"{case[0]} in {case[1]}")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Start a service: in one process with threads, and in two."""
    name, workers = request.param
    with servers.running(name, workers=workers) as started:
        yield started


def post(server: Server, facts: Any, **query: Any) -> httpx.Response:
    """Ask the service."""
    return server.client.post("/documents", json=facts, params=query)


def facts(*without: str, **changes: Any) -> dict[str, Any]:
    """The example's facts as a form would post them."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8")) | changes
    plain: dict[str, Any] = json.loads(json.dumps(table, default=str))
    return {key: value for key, value in plain.items() if key not in without}


def test_facts_become_the_document(server: Server) -> None:
    """Byte for byte what `render` makes; a contract is made of a plan's facts, and a plan is not sent in its place."""
    for kind in ("samarbejdsplan", "kontrakt"):
        answer = post(server, facts(dokument=kind))

        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == DOCX
        assert answer.content == render(load(PATH), document=kind).content


def test_faults_become_a_problem_with_a_finding_each(server: Server) -> None:
    """All of them, each with its field, and nothing of what was posted."""
    answer = post(server, facts(timer_pr_maaned="to", ikrafttraeden="2025-02-30"))
    told = answer.json()

    assert answer.status_code == told["status"] == 422
    assert answer.headers["content-type"] == PROBLEM
    assert [(finding["code"], finding["pointer"]) for finding in told["findings"]] == [
        ("wrong-type", "#/timer_pr_maaned"),
        ("impossible-date", "#/ikrafttraeden"),
    ]
    assert "Æblehaven" not in answer.text


def test_what_is_missing_refuses_a_final_and_prompts_in_a_draft(server: Server) -> None:
    """The finding says where it would stand; the draft names it among its findings."""
    less = facts("ikrafttraeden")
    refused, draft = post(server, less), post(server, less, draft="true")

    assert [finding["path"] for finding in refused.json()["findings"]] == ["ikrafttraeden"]
    assert refused.json()["title"] == "Oplysningerne mangler noget"
    assert draft.status_code == 200, draft.text
    assert draft.headers["x-findings"] == "missing, only-pack"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"dokument": "kontrakten"}', "unknown-document"),
        (b"[]", "not-a-table"),
        (b"", "empty-file"),
        (b'{"dokument": "kontrakt", "dokument": "opsigelse"}', "duplicate-key"),
        (b"{", "syntax"),
        (b"\xff", "not-utf8"),
    ],
)
def test_what_is_no_facts_is_refused(server: Server, content: bytes, code: str) -> None:
    """What a client may send, as a problem too."""
    answer = server.client.post("/documents", content=content)

    assert answer.status_code == 422
    assert [finding["code"] for finding in answer.json()["findings"]] == [code]


def test_the_schema_of_each_document_is_given(server: Server) -> None:
    """That of the library; of what is no document a problem."""
    for kind in Dokument:
        assert server.client.get(f"/schemas/{kind}").json() == schema(str(kind))
    answer = server.client.get("/schemas/kontrakten")

    assert answer.status_code == 422
    assert answer.json()["findings"][0]["remedy"] == "Mente du kontrakt?"


def test_many_at_once_get_each_their_own(server: Server) -> None:
    """No answer has a word of another's; `python -m tests.load` is the same at length."""
    count = asyncio.run(ask(server, 10, lambda count: count.right + len(count.wrong) < 30))

    assert count.wrong == []
    assert count.right >= 30


class Bug(Exception):
    """Something that nobody foresaw."""


def broken(*_: object, **__: object) -> None:
    """Fail, with what no answer may hold."""
    raise Bug("Ida Holm")


# In this process; what the services are made with is imported by the test that asks, and by no other's worker.


def asked_fastapi(module: ModuleType) -> tuple[int, str]:
    """Ask as far as the client sees."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=module.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.post("/documents", json=facts())

    answer = asyncio.run(asked())
    return answer.status_code, answer.text


def asked_django(_: ModuleType) -> tuple[int, str]:
    """As above."""
    from django.test import Client  # noqa: PLC0415 - as above

    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    answer = client.post("/documents", facts(), content_type="application/json")
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(("name", "asked"), [("service", asked_fastapi), ("service_django", asked_django)])
def test_a_bug_is_told_as_one_and_of_it_nothing(
    name: str, asked: Callable[[ModuleType], tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its text is for the log of the server."""
    module = importlib.import_module(f"docs.examples.{name}")
    monkeypatch.setattr(module, "render", broken)
    status, text = asked(module)

    assert status == 500
    assert json.loads(text) == problem(Bug())
    assert "Ida Holm" not in text


def test_openapi_has_the_schema_of_each_document() -> None:
    """One of them holds for any facts: the one whose document they say."""
    app = importlib.import_module("docs.examples.service").app
    body = app.openapi()["paths"]["/documents"]["post"]["requestBody"]["content"]["application/json"][
        "schema"
    ]
    held = Draft202012Validator(body)

    assert held.is_valid(facts())
    assert held.is_valid(facts(dokument="kontrakt"))
    assert not held.is_valid(facts("dokument"))
    assert not held.is_valid(facts(timer_pr_maaned="to"))
    assert len(body["oneOf"]) == len(Dokument)


def test_the_examples_name_how_they_are_run() -> None:
    """The commands of the tests are those of the examples, but for where they listen."""
    for name, (program, where, *_) in servers.COMMANDS.items():
        module = where.partition(":")[0]
        text = (Path(servers.ROOT) / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
        assert program in text, name
        assert where in text, name
