"""Questionnaires: one page each, and what the scores so far say."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unbend.service.questionnaire import MeasureView, Scored, TooFew, questionnaire, questionnaires, submit
from unbend.web.assessment.forms import Reading, answers_of
from unbend.web.assessment.words import short, since
from unbend.web.errors import not_found
from unbend.web.learn.sources import shown
from unbend.web.views import Asked, personal

INVALID = 422
Json = dict[str, object]


@require_safe
@personal
def questionnaires_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """All of them, with the last score of each."""
    views = questionnaires(asked.actor, asked.person, asked.ports)
    rows = [{"view": view, "last": _score(view.scores[0], view) if view.scores else None} for view in views]
    return render(request, "assessment/questionnaires.html", {"area": "tests", "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def questionnaire_page(request: HttpRequest, asked: Asked, measure: str) -> HttpResponse:
    """One questionnaire to fill in, and its earlier scores."""
    view = questionnaire(asked.actor, asked.person, measure, asked.ports)
    if view is None:
        return not_found(request)
    if request.method == "POST":
        return _submitted(request, asked, view)
    typed = {f"{item}-name": name for item, name in zip(view.measure.items, view.own_items, strict=False)}
    return _shown(request, asked, view, Reading(typed=typed))


def _submitted(request: HttpRequest, asked: Asked, view: MeasureView) -> HttpResponse:
    reading = answers_of(view.measure, request.POST)
    if not reading.errors:
        answers = {item: int(value) for item, value in reading.values.items()}
        id_ = request.POST.get("entry") or None
        try:
            submit(asked.actor, asked.person, view.measure.id, answers, asked.ports, id_=id_)
        except TooFew as missing:
            field = f"{missing.item}-name" if view.measure.own_items else missing.item
            reading.errors[field] = _("This one is still open.")
        else:
            messages.success(request, _("Thank you, that is noted."))
            return redirect("questionnaire", measure=view.measure.id)
    return _shown(request, asked, view, reading)


def _shown(request: HttpRequest, asked: Asked, view: MeasureView, reading: Reading) -> HttpResponse:
    texts, catalogue = asked.ports.known.texts, asked.ports.known.catalogue
    words = {
        "area": "tests",
        "view": view,
        "items": _items(view, reading),
        "is_list": view.measure.blank_is_zero,
        "wrong": bool(reading.errors),
        "scores": [_score(score, view) for score in view.scores],
        "range": _range(view),
        "sources": [shown(catalogue.sources[source], texts) for source in view.measure.sources],
        "entry": asked.ports.ids.new(),
    }
    return render(request, "assessment/questionnaire.html", words, status=INVALID if reading.errors else 200)


def _items(view: MeasureView, reading: Reading) -> list[Json]:
    low, high = view.measure.item_minimum, view.measure.item_maximum
    return [
        {
            "id": item,
            "words": view.words.items[item],
            "steps": range(low, high + 1),
            "from_zero": low == 0,
            "value": reading.typed.get(item, ""),
            "error": reading.errors.get(item),
            "name": reading.typed.get(f"{item}-name", ""),
            "name_error": reading.errors.get(f"{item}-name"),
            "label": _("Thing {number}").format(number=number),
        }
        for number, item in enumerate(view.measure.items, start=1)
    ]


def _score(score: Scored, view: MeasureView) -> Json:
    before = None if score.before is None else short(score.before)
    counts = None
    if score.error is not None and not view.measure.is_change:
        counts = _("A change counts from about {error} points.").format(error=short(score.error))
    return {"day": score.day, "value": short(score.value), "before": before, "says": since(score.verdict),
            "counts": counts}  # fmt: skip


def _range(view: MeasureView) -> str:
    low, high = short(view.measure.minimum), short(view.measure.maximum)
    better = _("A higher number is better.") if view.measure.higher_is_better else _("A lower number is better.")
    return _("From {low} to {high}.").format(low=low, high=high) + " " + better
