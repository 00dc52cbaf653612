"""The form of the first wishes: what was sent, as the entries keep it."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from unbend.record.errors import BadInput
from unbend.record.wishes import WEEKDAYS, wishes_of
from unbend.record.zones import time_zones
from unbend.service.beginning import Beginning
from unbend.service.ports import Ports

NONE = "none-of-these"
GROUPS = ("makes-worse", "makes-better")


def read(posted: QueryDict, ports: Ports) -> tuple[Beginning, dict[str, str]]:
    """What was sent, and what is wrong, by field. Raises BadInput for what no page of ours sends."""
    wrong: dict[str, str] = {}
    wishes = _wishes(posted, wrong)
    if not wrong:
        wishes_of(wishes, ports.known.catalogue.things)
    findings = dict(pair for group in GROUPS for pair in _answers(posted, group, ports))
    return Beginning(posted.get("_id", ""), findings, wishes, _preferences(posted)), wrong


def _wishes(posted: QueryDict, wrong: dict[str, str]) -> dict[str, object]:
    minutes, days = posted.get("minutes", "").strip(), posted.getlist("days")
    if not minutes.isdecimal() or not 5 <= int(minutes[:4]) <= 90:
        wrong["minutes"] = _("Please write a number from 5 to 90.")
    if not days:
        wrong["days"] = _("Please choose at least one day.")
    if not posted.getlist("positions"):
        wrong["positions"] = _("Please choose at least one.")
    return {
        "minutes": int(minutes[:4]) if minutes.isdecimal() else 0,
        "days": [day for day in WEEKDAYS if day in days] if set(days) <= set(WEEKDAYS) else days,
        "equipment": list(dict.fromkeys(posted.getlist("equipment"))),
        "positions": list(dict.fromkeys(posted.getlist("positions"))),
        "time-of-day": posted.get("time-of-day", "any"),
        "shifts": posted.get("shifts", "none"),
        "goal": posted.get("goal", "less-pain"),
    }


def _answers(posted: QueryDict, group: str, ports: Ports) -> list[tuple[str, str]]:
    """Yes for what was ticked and no for the others of that question; nothing where it was left alone."""
    shown, ticked = ports.known.texts.names[group], posted.getlist(group)
    for one in ticked:
        if one not in shown and one != NONE:
            raise BadInput(group, "this is not on the page", "load the page again")
    return [(key, "yes" if key in ticked else "no") for key in shown] if ticked else []


def _preferences(posted: QueryDict) -> dict[str, object]:
    """The time zone that the page's script filled in, where it is one we know; else the machine's stays in use."""
    zone = posted.get("time-zone", "")
    return {"time-zone": zone} if zone in time_zones() else {}
