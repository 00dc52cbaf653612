"""The week to take along: a page to print, and a file for a calendar."""

import re
from base64 import b64encode
from datetime import datetime, time
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from unbend.exchange.calendar_file import PlannedWorkout, calendar_file
from unbend.service.check import safety_net_for
from unbend.service.ids import derived
from unbend.service.plan import Advice
from unbend.service.planning import PlannedDay, WeekPlan, usual_time, week_of
from unbend.service.week_done import as_it_goes, done_days, otherwise
from unbend.service.week_page import week_as_html
from unbend.web.policy import CONTENT_SECURITY_POLICY
from unbend.web.views import Asked, personal

_BEGINS = {"on-waking": time(7), "morning": time(9), "midday": time(12), "evening": time(18)}


@require_safe
@personal
def printed(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The week with its pictures, for paper. The page holds its own style, which alone is let through."""
    found, known = week_of(asked.actor, asked.person, asked.ports), asked.ports.known
    if found.week is None:
        return redirect("plan")
    other = otherwise(done_days(found.week, found.standing, asked.ports))
    advice = Advice(found.standing.safety, as_it_goes(found.week, other), 0.0)
    page = week_as_html(
        advice, known.catalogue, known.texts, known.studio, today=found.week.made_at.date(), done=other.values()
    )
    response = HttpResponse(page)
    response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY.replace("style-src 'self'", _styles(page))
    return response


@require_safe
@personal
def calendar(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The week's workouts as an iCalendar file."""
    found = week_of(asked.actor, asked.person, asked.ports)
    days = _on_days(found.week) if found.week else []
    begins = _BEGINS.get(usual_time(found.standing, asked.ports) or "")
    text = safety_net_for(found.standing.values, asked.ports.known.texts.safety)
    workouts = [
        PlannedWorkout(
            id=derived(asked.person, "workout", day.planned.isoformat()),
            day=day.on or day.planned,
            minutes=day.session.minutes,
            title=_title(day.session.minutes),
            text=text,
            begins=begins,
            change=_change(found.standing.now),
        )
        for day in days
    ]
    content = calendar_file(workouts, name=_("Unbend"), made_at=found.standing.now)
    disposition = {"Content-Disposition": 'attachment; filename="unbend-week.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=disposition)


def _title(minutes: int) -> str:
    return ngettext("Unbend: {minutes} minute", "Unbend: {minutes} minutes", minutes).format(minutes=minutes)


def _on_days(week: WeekPlan) -> list[PlannedDay]:
    return [day for day in week.days if day.on is not None]


def _change(now: datetime) -> int:
    """A number that grows with time, so that a later file counts as newer."""
    return int(now.timestamp()) // 60 % 2**31


def _styles(page: str) -> str:
    """The policy that lets through just the style sheets that the page holds."""
    sheets = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashes = [b64encode(sha256(sheet.encode()).digest()).decode() for sheet in sheets]
    return " ".join(("style-src 'self'", *(f"'sha256-{one}'" for one in dict.fromkeys(hashes))))
