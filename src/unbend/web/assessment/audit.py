"""The audit: one question a page, with why it is asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unbend.catalogue.words import FindingType
from unbend.record.errors import BadInput
from unbend.service.audit import AuditView, answer, audit_item
from unbend.web.assessment.forms import audit_value, options_of
from unbend.web.assessment.words import short
from unbend.web.errors import not_found
from unbend.web.views import Asked, personal

INVALID = 422


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def audit_page(request: HttpRequest, asked: Asked, item: str) -> HttpResponse:
    """One question; its answer leads to the next one that is still open, or to the end of them."""
    view = audit_item(asked.actor, asked.person, item, asked.ports)
    if view is None:
        return not_found(request)
    if request.method == "POST":
        return _answered(request, asked, view)
    return _shown(request, asked, view)


def _answered(request: HttpRequest, asked: Asked, view: AuditView) -> HttpResponse:
    value = audit_value(view.item, request.POST)
    if value is None:
        return _shown(request, asked, view, error=_("Choose an answer, or leave this page."))
    try:
        answer(asked.actor, asked.person, view.item.id, value, asked.ports, id_=request.POST.get("entry") or None)
    except BadInput:
        return _shown(request, asked, view, error=_range(view))
    return redirect("audit", item=view.next) if view.next and "go-on" in request.POST else redirect("tests")


def _range(view: AuditView) -> str:
    low, high = view.item.minimum or 0, view.item.maximum
    if view.item.type is not FindingType.NUMBER or high is None:
        return _("Choose from these answers.")
    return _("Write a number from {low} to {high}.").format(low=short(low), high=short(high))


def _shown(request: HttpRequest, asked: Asked, view: AuditView, *, error: str | None = None) -> HttpResponse:
    names = asked.ports.known.texts.names["unit"]
    typed = request.POST.getlist("answer") if request.method == "POST" else _before(view)
    words = {
        "area": "tests",
        "view": view,
        "options": options_of(view.item, view.words.options),
        "kind": view.item.type.value,
        "chosen": typed if view.item.type is FindingType.CHOICES else (typed[0] if typed else ""),
        "unit": names.get(view.item.unit or "", ""),
        "error": error,
        "entry": asked.ports.ids.new(),
    }
    return render(request, "assessment/audit.html", words, status=INVALID if error else 200)


def _before(view: AuditView) -> list[str]:
    """What was answered before, as the form would send it."""
    if view.answer is None:
        return []
    if isinstance(view.answer, tuple):
        return list(view.answer)
    return [short(view.answer) if isinstance(view.answer, float | int) else str(view.answer)]
