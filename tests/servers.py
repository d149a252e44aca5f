"""The example services, started as their users start them: on 127.0.0.1, at a port that is free, and stopped again."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import httpx
import psutil

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).parents[1]
START_S = 60
"""How long a server may take to end."""
TRIES = 1000
"""How often a server that has not answered yet is asked."""
COMMANDS = {
    "fastapi": (
        "uvicorn",
        "docs.examples.service:app",
        "--host=127.0.0.1",
        "--port={port}",
        "--no-access-log",
    ),
    "django": (
        "gunicorn",
        "docs.examples.service_django:application",
        "--bind=127.0.0.1:{port}",
        "--threads=4",
    ),
}


class Server(NamedTuple):
    """A server that runs.

    Args:
        url: Its address.
        client: What asks it: one for all questions, since each reads the machine's certificates.
        process: The process that was started; the workers are its children.
    """

    url: str
    client: httpx.Client
    process: psutil.Process

    @property
    def memory(self) -> int:
        """The memory of all its processes, in bytes."""
        found = [self.process, *self.process.children(recursive=True)]
        return sum(process.memory_info().rss for process in found)


@contextmanager
def running(name: str, *, workers: int = 1) -> Generator[Server]:
    """Start one of the services, and stop it.

    Args:
        name: `fastapi` or `django`.
        workers: The number of processes.
    """
    port = _free_port()
    program, *arguments = (argument.format(port=port) for argument in COMMANDS[name])
    command = [sys.executable, "-m", program, *arguments, f"--workers={workers}"]
    url = f"http://127.0.0.1:{port}"
    each = httpx.Limits(
        max_keepalive_connections=0
    )  # a connection a question, so that both processes are asked
    client = httpx.Client(base_url=url, timeout=60, limits=each)
    with tempfile.TemporaryFile("w+") as log, client:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            _wait(client, process, log)
            yield Server(url, client, psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(timeout=START_S)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait(client: httpx.Client, process: subprocess.Popen[bytes], log: IO[str]) -> None:
    """Wait until a server answers."""
    for _ in range(TRIES):
        if process.poll() is not None:
            break
        try:
            client.get("/schemas/webinar").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    log.seek(0)
    raise RuntimeError(log.read())
