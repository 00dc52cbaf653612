"""The safety check: one screen at a time, each kept at once."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from unbend.catalogue.words import Urgency
from unbend.record.errors import BadInput
from unbend.service.asking import (
    Page,
    follow_up_id,
    follows_up,
    keep_answers,
    next_page,
    page_again,
    read_answers,
    skippable,
    taken_back,
)  # fmt: skip
from unbend.service.check import safety_net
from unbend.service.looking_again import is_due
from unbend.service.told import end_of_check
from unbend.web.check.course import Trail, end_trail, keep_trail, trail_of
from unbend.web.check.forms import NO_FAULTS, Sent, questions, sent
from unbend.web.errors import bad_request
from unbend.web.views import Asked, personal


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def check(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The next screen, or an earlier one by its number; when there is none left, the answer. Each screen has an
    address of its own, so that the browser's back button leads to the one before."""
    trail = trail_of(request, asked.person)
    if request.method == "POST":
        return _take(request, asked, trail)
    if (trail.is_new or trail.again_from) and is_due(asked.actor, asked.person, trail.course.again_from, asked.ports):
        trail = _look_again(request, asked)
    place = trail.page_at(request.GET.get("step"))
    page = None if place is None else page_again(asked.actor, asked.person, trail.pages[place], asked.ports)
    if page is not None:
        return _show(request, asked, trail, page, place=place)
    page = next_page(asked.actor, asked.person, trail.course, asked.ports)
    if page is None:
        again = trail.again_from is not None
        end_of_check(asked.actor, asked.person, again=again, ports=asked.ports)
        end_trail(request)
        return redirect("check-answer")
    return _show(request, asked, trail, page)


@require_POST
@personal
def again(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Begin to look again: what may have changed is asked anew."""
    _look_again(request, asked)
    return redirect("check")


def _look_again(request: HttpRequest, asked: Asked) -> Trail:
    trail = Trail(again_from=asked.ports.clock.now().isoformat())
    keep_trail(request, asked.person, trail)
    return trail


def _take(request: HttpRequest, asked: Asked, trail: Trail) -> HttpResponse:
    got = sent(request.POST, asked.ports.known.catalogue.safety.findings)
    try:
        read = read_answers(got.raw, asked.ports)
        if got.skipped and all(skippable(asked.ports.known.catalogue.safety.findings[key]) for key in got.shown):
            trail.skipped |= set(got.shown)
            keep_trail(request, asked.person, trail)
            return _on(trail)
        if read.faults or got.muddled:
            return _show_faults(request, asked, trail, got, read.faults)
        if got.follows and not follows_up(asked.actor, asked.person, got.follows, got.shown, asked.ports):
            return bad_request(request)
        if not got.follows and not got.confirmed:
            back = taken_back(asked.actor, asked.person, read.values, asked.ports)
            if back:
                return _confirm(request, asked, back)
        return _keep(request, asked, trail, got)
    except BadInput:
        return bad_request(request)


def _keep(request: HttpRequest, asked: Asked, trail: Trail, got: Sent) -> HttpResponse:
    values = read_answers(got.raw, asked.ports).values
    id_ = follow_up_id(got.follows, got.shown[0]) if got.follows else got.id or asked.ports.ids.new()
    stored = keep_answers(asked.actor, asked.person, values, asked.ports, id_=id_, replaces=got.replaces)
    trail.went_on(stored, instead_of=got.replaces or (id_ if stored != id_ else None))
    keep_trail(request, asked.person, trail)
    return _on(trail)


def _on(trail: Trail) -> HttpResponse:
    return redirect(f"{reverse('check')}?step={len(trail.pages)}")


def _show_faults(
    request: HttpRequest, asked: Asked, trail: Trail, got: Sent, faults: Mapping[str, BadInput]
) -> HttpResponse:
    """The same screen once more, with what was typed and what is wrong. Nothing was kept."""
    findings = asked.ports.known.catalogue.safety.findings
    typed: dict[str, Any] = {key: value for key, value in got.raw.items() if value is not None}
    page = Page(tuple(findings[key] for key in got.shown), None, Urgency.SELF_CARE, typed, follows=got.follows)
    place = trail.pages.index(got.replaces) if got.replaces in trail.pages else None
    return _show(request, asked, trail, page, place=place, faults=faults, muddled=got.muddled, id_=got.id)


def _confirm(request: HttpRequest, asked: Asked, back: tuple[str, ...]) -> HttpResponse:
    """Nothing that worried is taken back without being asked."""
    texts = asked.ports.known.texts
    kept = [(key, value) for key in request.POST if key != "csrfmiddlewaretoken"
            for value in request.POST.getlist(key)]  # fmt: skip
    changed = [texts.safety.findings[key].question for key in back]
    words = {"kept": kept, "changed": changed, "action": reverse("check"), "back": reverse("check"),
             "safety_net": safety_net(texts.safety)}  # fmt: skip
    return render(request, "check/confirm.html", words)


def _how_far(trail: Trail, page: Page) -> dict[str, int | None]:
    """How much is done and how much may come; nothing where an earlier page is looked at again."""
    if page.more is None:
        return {"step": None, "steps": None, "more": None}
    done = len(trail.pages) + len(trail.skipped)
    return {"step": done + 1, "steps": done + 1 + page.more, "more": page.more}


def _show(
    request: HttpRequest,
    asked: Asked,
    trail: Trail,
    page: Page,
    *,
    place: int | None = None,
    faults: Mapping[str, BadInput] = NO_FAULTS,
    muddled: bool = False,
    id_: str = "",
) -> HttpResponse:
    texts = asked.ports.known.texts
    before = (len(trail.pages) if place is None else place) - 1
    shown = list(questions(page.findings, texts, page.known, faults, follow_up=page.follows is not None))
    words = {
        "entry_id": id_ or asked.ports.ids.new(),
        "questions": shown,
        "title": _("Safety check"),
        "many": len(shown) > 1,
        "answers": all(question["control"] == "answer" for question in shown),
        "follows": page.follows,
        "replaces": None if place is None else trail.pages[place],
        "muddled": muddled,
        "wrong": bool(faults) or muddled,
        "skippable": not page.needed and all(skippable(finding) for finding in page.findings),
        "presses": page.urgency.rank >= Urgency.URGENT.rank,
        **_how_far(trail, page),
        "again": trail.again_from is not None,
        "back": reverse("welcome") if before < 0 else f"{reverse('check')}?step={before}",
        "safety_net": safety_net(texts.safety),
    }
    return render(request, "check/question.html", words, status=422 if faults or muddled else 200)
