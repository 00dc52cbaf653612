"""Progress: how it is going, looked at once a week."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from unbend.progress import Fact, Window
from unbend.record.keeping import Role
from unbend.service.check import safety_net
from unbend.service.helps import installed
from unbend.service.progress import ProgressPage, progress_page
from unbend.web.ports import seen_of
from unbend.web.progress.charts import Charts
from unbend.web.progress.month import shown_month
from unbend.web.progress.sights import shown_sights
from unbend.web.progress.words import Said
from unbend.web.views import Asked, personal

_NEWEST = 4
"""Milestones shown at once; the rest is folded away."""


@require_safe
@personal
def progress(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What changed, the charts, and a month of days."""
    window, month = window_in(request.GET.get("window")), month_in(request.GET.get("month"))
    page = progress_page(asked.actor, asked.person, asked.ports, window=window, month=month)
    said = Said(asked.ports, imperial=page.imperial)
    milestones = [{"text": said.sentence(fact), "day": said.day(fact.day)} for fact in page.milestones]
    seen = seen_of(request)
    context = {
        "area": "progress",
        "page": page,
        "other": seen if seen is not None and seen.role is not Role.SELF else None,
        "span": said.span(page.progress.span),
        "tabs": _tabs(window, said),
        "window": window.value,
        "told": _told(page, said),
        "sections": Charts(page.progress, page.summary, said).sections(),
        "newest": milestones[:_NEWEST],
        "older": milestones[_NEWEST:],
        "sights": shown_sights(page.sights, said),
        "month": shown_month(page.month, page.today, said),
        "helps": installed(),
        "safety_net": safety_net(asked.ports.known.texts.safety),
    }
    return render(request, "progress/progress.html", context)


def window_in(text: str | None) -> Window:
    """The window of this name; twelve weeks for anything else."""
    return Window(text) if text in tuple(Window) else Window.TWELVE_WEEKS


def month_in(text: str | None) -> date | None:
    """The first day of a month such as 2026-11; None for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _tabs(window: Window, said: Said) -> list[dict[str, object]]:
    address = reverse("progress")
    return [
        {"label": said.word(f"window-{one}"), "href": f"{address}?window={one}", "current": one is window}
        for one in Window
    ]


def _told(page: ProgressPage, said: Said) -> dict[str, list[str]]:
    """The few things to say first: how much was done, what changed, and by name what did not or is not known."""
    return {
        "done": [said.sentence(fact) for fact in page.summary if fact.code.startswith("workouts")],
        "changed": [said.sentence(fact) for fact in _ending(page.summary, "-better", "-worse")],
        "same": said.subjects(_ending(page.summary, "-same")),
        "not_known": said.subjects(_ending(page.summary, "-not-known")),
    }


def _ending(facts: Iterable[Fact], *endings: str) -> list[Fact]:
    return [fact for fact in facts if fact.code.endswith(endings)]
