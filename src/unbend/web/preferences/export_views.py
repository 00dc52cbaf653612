"""Handing a person everything that is kept of them."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unbend.exchange.export_format import Format
from unbend.service.access import Right, require
from unbend.service.export import export as exported
from unbend.web.views import Asked, personal

_TYPES = {
    Format.LINES: "application/jsonl; charset=utf-8",
    Format.TABLE: "text/csv; charset=utf-8",
    Format.BOTH: "application/zip",
}


@require_safe
@personal
def export(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What the file holds, and the way to it."""
    require(asked.actor, asked.person, Right.OWN, asked.ports)
    return render(request, "preferences/export.html", {"area": "settings"})


@require_safe
@personal
def file(request: HttpRequest, asked: Asked, format_: str) -> HttpResponse:
    """The file itself, made while it is sent."""
    if format_ not in tuple(Format):
        raise Http404
    found = exported(asked.actor, asked.person, Format(format_), asked.ports)
    headers = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    answer = StreamingHttpResponse(found.content, content_type=_TYPES[Format(format_)], headers=headers)
    return cast(HttpResponse, answer)  # a response in all but its ancestry
