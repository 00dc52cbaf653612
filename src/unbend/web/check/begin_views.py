"""The first wishes: two minutes, with something sensible already filled in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from unbend.record.errors import BadInput
from unbend.record.wishes import GOALS, SHIFTS, TIMES_OF_DAY, WEEKDAYS
from unbend.service.beginning import First, first_wishes
from unbend.service.beginning import begin as keep
from unbend.service.check import safety_net
from unbend.web.check.begin_form import NONE, read
from unbend.web.errors import bad_request
from unbend.web.views import Asked, personal

MINUTES = (10, 15, 20, 30, 45)
COMMON = ("mat", "resistance-band", "hand-weights")
"""Shown at once; the rest stands under "more"."""


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def begin(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What makes it worse and better, how long, when, where and with what. Only where a plan may be made."""
    first = first_wishes(asked.actor, asked.person, asked.ports)
    if not first.may_plan:
        return redirect("check-answer")
    if request.method != "POST":
        return render(request, "check/begin.html", _words(asked, first, {}))
    try:
        said, wrong = read(request.POST, asked.ports)
        if wrong:
            return render(request, "check/begin.html", _words(asked, first, wrong) | _typed(request), status=422)
        keep(asked.actor, asked.person, said, asked.ports)
    except BadInput:
        return bad_request(request)
    return redirect("today")


def _words(asked: Asked, first: First, wrong: Mapping[str, str]) -> dict[str, Any]:
    names = asked.ports.known.texts.names
    known = {
        group: [key for key in names[group] if first.findings.get(key)] for group in ("makes-worse", "makes-better")
    }
    asked_before = {g: all(key in first.findings for key in names[g]) for g in known}
    none = {"value": NONE, "label": _("None of these")}
    return {
        "entry_id": asked.ports.ids.new(),
        "worse": [*_named(names["makes-worse"], names["makes-worse"]), none],
        "better": [*_named(names["makes-better"], names["makes-better"]), none],
        "worse_chosen": known["makes-worse"] or ([NONE] if asked_before["makes-worse"] else []),
        "better_chosen": known["makes-better"] or ([NONE] if asked_before["makes-better"] else []),
        "minutes": [{"value": str(n), "label": _in_minutes(n)} for n in _minutes(first.minutes)],
        "minutes_chosen": str(first.minutes),
        "days": _named(WEEKDAYS, names["day"]),
        "days_chosen": list(first.days),
        "places": _named(("floor", "bed", "chair", "standing"), _places()),
        "places_chosen": [place.value for place in first.positions],
        "common": _named(COMMON, _capital(names["thing"])),
        "more": _named(_rest(asked), _capital(names["thing"])),
        "equipment_chosen": list(first.equipment),
        "times": _named(sorted(TIMES_OF_DAY, key=lambda key: key != "any"), names["time-of-day"]),
        "time_chosen": first.time_of_day,
        "shifts": _named(SHIFTS, names["shift"]),
        "shift_chosen": first.shifts,
        "goals": _named(GOALS, names["goal"]),
        "goal_chosen": first.goal,
        "wrong": wrong,
        "safety_net": safety_net(asked.ports.known.texts.safety),
    }


def _typed(request: HttpRequest) -> dict[str, Any]:
    """What was chosen, so that nothing has to be chosen twice."""
    posted = request.POST
    return {
        "entry_id": posted.get("_id", ""),
        "worse_chosen": posted.getlist("makes-worse"),
        "better_chosen": posted.getlist("makes-better"),
        "minutes_chosen": posted.get("minutes", ""),
        "days_chosen": posted.getlist("days"),
        "places_chosen": posted.getlist("positions"),
        "equipment_chosen": posted.getlist("equipment"),
        "time_chosen": posted.get("time-of-day", ""),
        "shift_chosen": posted.get("shifts", ""),
        "goal_chosen": posted.get("goal", ""),
    }


def _in_minutes(n: int) -> str:
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)


def _minutes(chosen: int) -> list[int]:
    return sorted({*MINUTES, chosen})


def _rest(asked: Asked) -> list[str]:
    """Things that are not in every home and not among the common ones."""
    things = asked.ports.known.catalogue.things.values()
    return [thing.id for thing in things if not thing.household and thing.id not in COMMON]


def _named(keys: Iterable[str], names: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": key, "label": names[key]} for key in keys]


def _capital(names: Mapping[str, str]) -> dict[str, str]:
    return {key: name[:1].upper() + name[1:] for key, name in names.items()}


def _places() -> dict[str, str]:
    return {
        "floor": _("On the floor"),
        "bed": _("On a bed"),
        "chair": _("On a chair"),
        "standing": _("Standing"),
    }
