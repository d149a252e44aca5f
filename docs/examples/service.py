"""A service that makes contracts: POST the facts as JSON, get the Word file, or all that is wrong.

Run it with `uvicorn docs.examples.service:app`.
"""

from __future__ import annotations

from typing import Annotated, Any

import attrs
from fastapi import Body, FastAPI, Request, Response
from fastapi.responses import JSONResponse

from botilbudlaege import BotilbudlaegeError, MissingInformation, render, structure

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

app = FastAPI(title="Contracts for GPs attached to residential homes")


@app.exception_handler(BotilbudlaegeError)
def refuse(_request: Request, error: BotilbudlaegeError) -> JSONResponse:
    """Answer with a problem (RFC 9457): 422 for facts, with a finding for each fault; the messages are for people."""
    problem = {
        "type": "about:blank",
        "title": "Oplysningerne mangler noget"
        if isinstance(error, MissingInformation)
        else "Dokumentet kan ikke laves",
        "status": 422,
        "findings": [attrs.asdict(finding) for finding in error.findings],
    }
    return JSONResponse(problem, status_code=422, media_type="application/problem+json")


@app.post("/documents", response_class=Response)
def make(facts: Annotated[dict[str, Any], Body()], *, draft: bool = False) -> Response:
    """Make the document that the facts are for: `dokument` says which.

    It is no coroutine: the server runs it in a thread, and compiled templates are shared between threads.
    """
    document = render(structure(facts), document=facts["dokument"], draft=draft)
    remarks = ", ".join(finding.code for finding in document.findings)
    return Response(document.content, media_type=DOCX, headers={"X-Findings": remarks})
