"""What the check says: go on, go on with care, or see somebody first; and putting a slip right."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unbend.catalogue.words import Allows, Urgency
from unbend.record.errors import BadInput
from unbend.service.asking import last_with, put_right, read_answers
from unbend.service.check import headline, safety_net, safety_net_for
from unbend.service.record import note
from unbend.service.told import Told, told
from unbend.web.check.forms import NO_FAULTS, questions, sent
from unbend.web.check.shown import MOST_REASONS, by_log, reasons, restricted, said, slips
from unbend.web.errors import bad_request, not_found
from unbend.web.views import Asked, personal


@require_safe
@personal
def answer(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The answer; without all answers, and nothing pressing, back to the questions."""
    found = told(asked.actor, asked.person, asked.ports)
    if not found.safety.complete and found.safety.urgency.rank < Urgency.URGENT.rank:
        return redirect("check")
    unsafe = found.safety.urgency.rank >= Urgency.URGENT.rank or found.safety.allows is Allows.NONE
    words = _shared(found, asked) | (_unsafe(found, asked) if unsafe else _safe(found, asked))
    words |= _held_back() if found.is_held_back else {}
    return render(request, "check/unsafe.html" if unsafe else "check/answer.html", words)


def _shared(found: Told, asked: Asked) -> dict[str, Any]:
    known, texts = asked.ports.known, asked.ports.known.texts
    behind = found.pressing or found.safety.reasons
    from_log = by_log(found.pressing[:MOST_REASONS], asked.person, asked.ports)
    return {
        "headline": headline(found.safety.urgency, texts.safety),
        "urgency": found.safety.urgency.value,
        "reasons": reasons(found.pressing[:MOST_REASONS], known.catalogue, texts, from_log),
        "noted": [texts.safety.rules[r.rule].why for r in (*found.pressing[MOST_REASONS:], *found.others)],
        "slips": slips((*behind, *found.others), found.stand.values, texts),
        "safety_net": safety_net_for(found.stand.values, texts.safety),
        "look_again": texts.safety.messages["look_again"],
        "may_clear": bool(found.may_be_cleared),
        "begun": found.stand.state.wishes.minutes is not None,
    }


def _safe(found: Told, asked: Asked) -> dict[str, Any]:
    texts = asked.ports.known.texts
    gentle = found.safety.allows is Allows.GENTLE
    return {
        "restricted": restricted(found, texts),
        "lead": _cleared_for(gentle=gentle) if any(r.cleared_by for r in found.safety.reasons) else None,
        "cleared": [texts.safety.rules[r.rule].why for r in found.safety.reasons if r.cleared_by],
        "alongside": texts.safety.messages["gentle_plan" if gentle else "plan_alongside"],
        "show_advice": True,
        "see_clinician": found.safety.urgency is Urgency.SEE_CLINICIAN,
    }


def _cleared_for(*, gentle: bool) -> str:
    return _("A gentle programme, as they allowed.") if gentle else _("Your programme keeps to what they said.")


def _unsafe(found: Told, asked: Asked) -> dict[str, Any]:
    texts = asked.ports.known.texts
    urgent = found.safety.urgency.rank >= Urgency.URGENT.rank
    return {
        "no_plan": texts.safety.messages["no_plan_see_clinician" if found.may_be_cleared else "no_plan_urgency"],
        "ring": urgent or found.is_crisis,
        "numbers": [line for line in found.numbers if any(letter.isdigit() for letter in line.number)],
        "emergency_number": texts.workout.help.emergency_number,
        "back_to_it": texts.workout.help.look_again,
        "country": found.country.id if found.country else "",
        "unverified": found.country.unverified if found.country and len(found.numbers) > 1 else None,
        "countries": _countries(asked),
    }


def _held_back() -> dict[str, str]:
    """A clinician looked at it and said: not yet."""
    return {
        "headline": _("They said: no exercise programme yet."),
        "no_plan": _("Ask when you may begin. Once they say so, note it here, and your plan is made."),
        "urgency": Urgency.SEE_CLINICIAN.value,
    }


def _countries(asked: Asked) -> list[dict[str, str]]:
    names = asked.ports.known.texts.names["country"]
    known = [{"value": key, "label": names[key]} for key in asked.ports.known.catalogue.countries]
    return [{"value": "", "label": _("Choose your country")}, *sorted(known, key=lambda one: one["label"])]


@require_POST
@personal
def country(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Remember where the person is, for the telephone numbers."""
    chosen = request.POST.get("country", "")
    if chosen and chosen not in asked.ports.known.catalogue.countries:
        return bad_request(request)
    if chosen:
        note(asked.actor, asked.person, "preferred", {"country": chosen.upper()}, asked.ports)
    return redirect(reverse("check-answer"))


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def correct(request: HttpRequest, asked: Asked, finding: str) -> HttpResponse:
    """One answer that was a slip: chosen anew, confirmed, and only then corrected."""
    known = asked.ports.known.catalogue.safety.findings
    found = told(asked.actor, asked.person, asked.ports)
    if finding not in known or finding not in found.stand.values:
        return not_found(request)
    if request.method != "POST":
        return _ask(request, asked, found, finding)
    try:
        got = sent(request.POST, known)
        read = read_answers({finding: got.raw.get(finding)}, asked.ports)
        if read.faults:
            return _ask(request, asked, found, finding, faults=read.faults)
        if not got.confirmed:
            return _confirm(request, asked, found, finding, read.values[finding])
        id_ = got.id or asked.ports.ids.new()
        put_right(asked.actor, asked.person, finding, read.values[finding], asked.ports, id_=id_)
    except BadInput:
        return bad_request(request)
    return redirect("check")


def _ask(
    request: HttpRequest, asked: Asked, found: Told, finding: str, faults: Mapping[str, BadInput] = NO_FAULTS
) -> HttpResponse:
    texts, known = asked.ports.known.texts, asked.ports.known.catalogue.safety.findings
    asked_of = (known[finding],)
    words = {
        "questions": list(questions(asked_of, texts, found.stand.values, faults, follow_up=False)),
        "finding": finding,
        "entry_id": asked.ports.ids.new(),
        "safety_net": safety_net(texts.safety),
        "many": False,
    }
    return render(request, "check/correct.html", words, status=422 if faults else 200)


def _confirm(request: HttpRequest, asked: Asked, found: Told, finding: str, value: object) -> HttpResponse:
    texts = asked.ports.known.texts
    kept = [(k, v) for k in request.POST if k != "csrfmiddlewaretoken" for v in request.POST.getlist(k)]
    slip = last_with(asked.person, finding, asked.ports)
    words = {
        "question": texts.safety.findings[finding].question,
        "before": said(found.stand.values[finding], finding, texts),
        "now": said(value, finding, texts),
        "said_at": slip.happened_at.astimezone(found.stand.now.tzinfo) if slip else None,
        "kept": kept,
        "safety_net": safety_net(texts.safety),
    }
    return render(request, "check/correct-confirm.html", words)
