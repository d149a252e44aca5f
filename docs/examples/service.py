"""A service that makes contracts, with FastAPI: POST the facts as JSON, get the Word file, or all that is wrong.

Run it with `uvicorn docs.examples.service:app`; with `--workers 2` in two processes.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse

from botilbudlaege import BotilbudlaegeError, Dokument, load, problem, render, schema

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROBLEM = "application/problem+json"
KINDS = [str(kind) for kind in Dokument]
FACTS = {
    "oneOf": [{key: value for key, value in schema(kind).items() if key != "$schema"} for kind in KINDS],
    "discriminator": {"propertyName": "dokument"},
}

app = FastAPI(title="Contracts for GPs attached to residential homes")


@app.exception_handler(BotilbudlaegeError)
@app.exception_handler(Exception)
def refuse(_request: Request, error: Exception) -> JSONResponse:
    """Answer with a problem (RFC 9457): 422 for what the caller can mend, 500 for the rest; the messages are for people."""
    told = problem(error)
    return JSONResponse(told, status_code=told["status"], media_type=PROBLEM)


async def sent(request: Request) -> bytes:
    """Take what was sent as it is: `load` reads JSON strictly, and tells what is wrong with it."""
    return await request.body()


@app.post(
    "/documents",
    response_class=Response,
    responses={200: {"content": {DOCX: {}}}, 422: {"content": {PROBLEM: {}}}},
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": FACTS}}}},
)
def make(facts: Annotated[bytes, Depends(sent)], *, draft: bool = False) -> Response:
    """Make the document that the facts are for: `dokument` says which.

    It is no coroutine: the server runs it in a thread, and compiled templates are shared between threads.
    """
    document = render(load(facts, suffix=".json"), draft=draft)
    remarks = ", ".join(finding.code for finding in document.findings)
    return Response(document.content, media_type=DOCX, headers={"X-Findings": remarks})


@app.get("/schemas/{kind}")
def form(kind: str) -> dict[str, Any]:
    """Give the schema of the facts for a document, of which a form can be made."""
    return schema(kind)
