"""Settings: what can be changed about how Unbend speaks, and the ways to devices, sign-in and one's own data."""

from collections.abc import Mapping

from django.conf import settings as django
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unbend.record.errors import BadInput
from unbend.record.kinds.preferred import UNITS
from unbend.record.state import Preferences
from unbend.record.zones import time_zones
from unbend.service.access import NotAllowed
from unbend.service.preferences import prefer, preferences
from unbend.web.forms import entry_id
from unbend.web.views import Asked, personal

Option = dict[str, str]
TEXTS = ("units", "time-zone", "language", "country")
FLAGS = ("voice", "beeps")


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def settings(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The page; and keeping what one of its forms says."""
    if request.method == "POST":
        return _keep(request, asked)
    return render(request, "preferences/settings.html", _context(asked))


def _keep(request: HttpRequest, asked: Asked) -> HttpResponse:
    try:
        changed = prefer(asked.actor, asked.person, _said(request.POST), asked.ports, id_=entry_id(request.POST))
    except BadInput as error:
        wrong = _("{what}: {allowed}.").format(what=error.what, allowed=error.allowed)
        context = {**_context(asked), "wrong": wrong}
        return render(request, "preferences/settings.html", context, status=422)
    messages.success(request, _("Kept.") if changed else _("Nothing was different."))
    return redirect("settings")


def _said(posted: QueryDict) -> Mapping[str, object]:
    """What the form holds. An empty choice says nothing."""
    texts = {key: posted[key] for key in TEXTS if posted.get(key)}
    return {**texts, **{key: posted[key] == "yes" for key in FLAGS if posted.get(key) in ("yes", "no")}}


def _context(asked: Asked) -> dict[str, object]:
    """What only the person may change is left out for everybody else."""
    context: dict[str, object] = {"area": "settings", "software": asked.ports.known.software}
    try:
        known = preferences(asked.actor, asked.person, asked.ports)
    except NotAllowed:
        return context
    return {**context, **_choices(known, asked), "entries": [asked.ports.ids.new() for _ in range(2)]}


def _choices(known: Preferences, asked: Asked) -> dict[str, object]:
    names, country = asked.ports.known.texts.names["country"], (known.country or "").upper()
    return {
        "known": known,
        "country": country,
        "units": _units(),
        "chosen_units": known.units or UNITS[0],
        "zones": _with_nothing(known.time_zone, _zones(), _("As where Unbend runs")),
        "countries": _with_nothing(country, _countries(names), _("Not said")),
        "languages": _languages(),
        "flags": [_flag("voice", known.voice), _flag("beeps", known.beeps)],
    }


def _units() -> list[Option]:
    words = {"metric": _("Kilograms and centimetres"), "imperial": _("Pounds and inches")}
    return [{"value": unit, "label": words[unit]} for unit in UNITS]


def _zones() -> list[Option]:
    """The places that have a clock of their own, not the technical names beside them."""
    names = (name for name in time_zones() if name.partition("/")[0] in _CONTINENTS)
    return [{"value": name, "label": name.replace("_", " ").replace("/", ", ")} for name in sorted(names)]


_CONTINENTS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


def _countries(names: Mapping[str, str]) -> list[Option]:
    known = [{"value": key.upper(), "label": name} for key, name in names.items()]
    return sorted(known, key=lambda option: option["label"])


def _languages() -> list[Option]:
    """Only where there is something to choose."""
    known = [{"value": code, "label": name} for code, name in django.LANGUAGES]
    return known if len(known) > 1 else []


def _with_nothing(chosen: str | None, options: list[Option], nothing: str) -> list[Option]:
    """The options; before the first choice there is one more, which says so. A choice from elsewhere stays."""
    values = {option["value"] for option in options}
    own = [{"value": chosen, "label": chosen}] if chosen and chosen not in values else []
    return [*([] if chosen else [{"value": "", "label": nothing}]), *own, *options]


def _flag(name: str, value: bool | None) -> dict[str, object]:  # noqa: FBT001 - what the record holds
    """A question of the sounds; nothing said yet means yes, as the player has it."""
    legends = {
        "voice": _("A voice says what comes next"),
        "beeps": _("Beeps count the last seconds"),
    }
    return {
        "name": name,
        "legend": legends[name],
        "options": [{"value": "yes", "label": _("Yes")}, {"value": "no", "label": _("No")}],
        "chosen": "no" if value is False else "yes",
    }
