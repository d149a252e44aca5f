"""Many clients at once against the example services: every answer is held to what it should be, and memory is watched.

    python -m tests.load

Fifty clients ask each service for 20 seconds, on 127.0.0.1 alone; then everything is stopped. It ends with 1 if an answer was
wrong or the memory grew. Servers and clients share the machine, so that requests a second say little.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import httpx

from botilbudlaege import BotilbudlaegeError, Dokument, load, problem, render, structure, unstructure
from tests import servers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from botilbudlaege import Samarbejdsplan
    from tests.servers import Server

CLIENTS, SECONDS = 50, 20
LEVEL = 1.05
"""How much more memory the second half may take than the first, without its first quarter."""
_MB = 1_000_000
_EXAMPLE = servers.ROOT / "docs" / "examples" / "aeblehaven.toml"


class Ask(NamedTuple):
    """A request, and what it is to be answered: the same bytes, or the same problem."""

    facts: dict[str, Any]
    status: int
    answer: Any


def asks(client: int) -> list[Ask]:
    """Give what a client asks: a plan, a contract, and facts that lack something; nobody else's are the same."""
    plan: Samarbejdsplan = load(_EXAMPLE)
    home = attrs.evolve(plan.botilbud, navn=f"Botilbud {client}", antal_beboere=client + 1)
    own = attrs.evolve(plan, botilbud=home)
    contract = attrs.evolve(own, dokument=Dokument.KONTRAKT)
    nameless = attrs.evolve(own, botilbud=attrs.evolve(home, navn=None))
    return [_ask(unstructure(subject)) for subject in (own, contract, nameless)]


def _ask(facts: dict[str, Any]) -> Ask:
    try:
        return Ask(facts, 200, render(structure(facts)).content)
    except BotilbudlaegeError as error:
        return Ask(facts, 422, problem(error))


@attrs.define
class Count:
    """What came of the requests.

    Args:
        right: Answers that were what they should be.
        wrong: Of the others, what they were asked.
        memory: What the server's processes took, measured on the way, in bytes.
    """

    right: int = 0
    wrong: list[str] = attrs.field(factory=list)
    memory: list[int] = attrs.field(factory=list)

    @property
    def growth(self) -> float:
        """The memory at most in the second half, over that in the second quarter: the first is the start."""
        quarter = len(self.memory) // 4
        return max(self.memory[2 * quarter :]) / max(self.memory[quarter : 2 * quarter])


async def ask(server: Server, clients: int, goes_on: Callable[[Count], bool]) -> Count:
    """Let clients ask a server, each as fast as it is answered, as long as it is to go on."""
    everybodys = [asks(client) for client in range(clients)]
    count = Count()
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits) as http:
        await asyncio.gather(
            *(_client(http, own, goes_on, count) for own in everybodys),
            _watch(server, goes_on, count),
        )
    return count


async def _client(
    http: httpx.AsyncClient, own: Sequence[Ask], goes_on: Callable[[Count], bool], count: Count
) -> None:
    while goes_on(count):
        for each in own:
            response = await http.post("/documents", json=each.facts)
            answer = response.content if each.status == 200 else response.json()
            if (response.status_code, answer) == (each.status, each.answer):
                count.right += 1
            else:
                count.wrong.append(f"{response.status_code} for {each.facts['botilbud']}")


async def _watch(server: Server, goes_on: Callable[[Count], bool], count: Count) -> None:
    while goes_on(count):
        count.memory.append(server.memory)
        await asyncio.sleep(0.25)


def _for(seconds: float) -> Callable[[Count], bool]:
    last = time.monotonic() + seconds
    return lambda _: time.monotonic() < last


def main(arguments: Sequence[str] | None = None) -> Iterator[tuple[str, Count]]:
    """Ask each service, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args(arguments)
    for name in servers.COMMANDS:
        with servers.running(name, workers=given.workers) as server:
            yield name, asyncio.run(ask(server, given.clients, _for(given.seconds)))


if __name__ == "__main__":
    failed = False
    for name, count in main():
        failed = failed or bool(count.wrong) or count.growth > LEVEL
        print(  # noqa: T201 - a program, which prints
            f"{name}: {count.right} right, {len(count.wrong)} wrong; memory {min(count.memory) / _MB:.0f} to "
            f"{max(count.memory) / _MB:.0f} MB, {count.growth:.3f} times as much in the second half"
        )
    sys.exit(failed)
