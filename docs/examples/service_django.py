"""A service that makes contracts, with Django: POST the facts as JSON, get the Word file, or all that is wrong.

Run it with `gunicorn --threads 4 docs.examples.service_django:application`; with `--workers 2` in two processes. In a project
of your own the settings stand where they are, and the two views and the handler are all there is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from botilbudlaege import BotilbudlaegeError, load, problem, render, schema

if TYPE_CHECKING:
    from django.urls import URLPattern

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROBLEM = "application/problem+json"


def refused(error: BaseException | None) -> JsonResponse:
    """Answer with a problem (RFC 9457): 422 for what the caller can mend, 500 for the rest; the messages are for people."""
    told = problem(error or RuntimeError())
    return JsonResponse(told, status=told["status"], content_type=PROBLEM)


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make the document that the facts are for: `dokument` says which."""
    try:
        document = render(load(request.body, suffix=".json"), draft=request.GET.get("draft") == "true")
    except BotilbudlaegeError as error:
        return refused(error)
    remarks = ", ".join(finding.code for finding in document.findings)
    return HttpResponse(document.content, content_type=DOCX, headers={"X-Findings": remarks})


@require_GET
def form(_request: HttpRequest, kind: str) -> HttpResponse:
    """Give the schema of the facts for a document, of which a form can be made."""
    try:
        return JsonResponse(schema(kind))
    except BotilbudlaegeError as error:
        return refused(error)


def handler500(_request: HttpRequest) -> HttpResponse:
    """Answer what nobody foresaw; Django logs it."""
    return refused(sys.exc_info()[1])


urlpatterns: list[URLPattern] = [path("documents", make), path("schemas/<str:kind>", form)]

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1", "localhost"])

application = get_wsgi_application()
