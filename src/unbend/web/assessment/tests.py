"""Self-tests: which there are, one step after another, and the number at the end."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unbend.record.errors import BadInput
from unbend.service.audit import audit
from unbend.service.self_test import NotNow, TestView, is_ready, self_test, self_tests, store_result
from unbend.web.assessment.forms import Reading, fields_of, numbers_of, pain_of
from unbend.web.assessment.ready import forget, is_still_ready, remember
from unbend.web.assessment.results import Results
from unbend.web.assessment.words import side_name
from unbend.web.errors import not_found
from unbend.web.learn.sources import shown
from unbend.web.views import Asked, personal
from unbend.web.workout.figures import moving

INVALID = 422
SECONDS = "s"
Words = dict[str, object]


@require_safe
@personal
def self_tests_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Every self-test: first those for now, then those that wait, with why; and the questions about one's days."""
    views = self_tests(asked.actor, asked.person, asked.ports)
    results = Results(asked)
    words = {
        "area": "tests",
        "now": [results.row(view) for view in views if view.not_now is None],
        "later": [results.row(view) for view in views if view.not_now is not None],
        "audit": audit(asked.actor, asked.person, asked.ports),
    }
    return render(request, "assessment/tests.html", words)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def self_test_page(request: HttpRequest, asked: Asked, test: str) -> HttpResponse:
    """One self-test. Before anything effortful comes the question about the pain now."""
    view = self_test(asked.actor, asked.person, test, asked.ports)
    if view is None:
        return not_found(request)
    if request.method == "POST":
        return _pain(request, asked, view) if request.POST.get("say") == "pain" else _result(request, asked, view)
    corrects, step = request.GET.get("corrects"), request.GET.get("step", "")
    if corrects is not None:
        return _number(request, asked, view, Reading(typed=_typed(view, corrects)), corrects=corrects)
    if step.isdecimal() and len(step) < 4 and view.not_now is None and may_begin(request, asked, view):
        return _step(request, asked, view, int(step))
    return _overview(request, asked, view)


def _pain(request: HttpRequest, asked: Asked, view: TestView) -> HttpResponse:
    pain = pain_of(request.POST)
    if pain is None:
        return _overview(request, asked, view, error=_("Choose a number, so that this stays kind to your back."))
    if not is_ready(view.test, pain):
        forget(request, view.test.id)
        return render(request, "assessment/not-today.html", {"area": "tests", "view": view})
    remember(request, view.test.id, asked.ports.clock.now())
    return redirect(_address(view, step=1))


def _result(request: HttpRequest, asked: Asked, view: TestView) -> HttpResponse:
    corrects, reading = request.POST.get("corrects") or None, numbers_of(view.test, request.POST)
    if corrects is None and not may_begin(request, asked, view):
        return redirect("test", test=view.test.id)
    if reading.errors:
        return _number(request, asked, view, reading, corrects=corrects)
    id_ = request.POST.get("entry") or None
    try:
        store_result(asked.actor, asked.person, view.test.id, reading.values, asked.ports, id_=id_, corrects=corrects)
    except NotNow:
        return redirect("test", test=view.test.id)
    except BadInput:
        return not_found(request)
    messages.success(request, _("Put right.") if corrects else _("Thank you, that is noted."))
    return redirect("test", test=view.test.id)


def _overview(request: HttpRequest, asked: Asked, view: TestView, *, error: str | None = None) -> HttpResponse:
    results, texts = Results(asked), asked.ports.known.texts
    sources = [shown(asked.ports.known.catalogue.sources[source], texts) for source in view.test.sources]
    words = {
        "area": "tests",
        "view": view,
        "row": results.row(view),
        "results": results.told(view),
        "things": ", ".join(texts.names["thing"][thing] for thing in view.test.household),
        "begin": _address(view, step=1),
        "error": error,
        "sources": sources,
        "safety_net": texts.safety.messages["safety_net"],
    }
    return render(request, "assessment/test.html", words, status=INVALID if error else 200)


def _step(request: HttpRequest, asked: Asked, view: TestView, step: int) -> HttpResponse:
    steps = view.words.steps
    if not 1 <= step <= len(steps):
        only = view.test.camera is not None and view.test.camera.only
        return redirect("test-by-camera", test=view.test.id) if only else _number(request, asked, view, Reading())
    before = _address(view, step=step - 1) if step > 1 else reverse("test", args=[view.test.id])
    words = {
        **_of_each_step(view, step),
        "text": steps[step - 1],
        "figure": view.test.shown_by and moving(view.test.shown_by, worked=False),
        "next": _address(view, step=step + 1),
        "before": before,
    }
    return render(request, "assessment/step.html", words)


def _number(
    request: HttpRequest, asked: Asked, view: TestView, reading: Reading, *, corrects: str | None = None
) -> HttpResponse:
    names = asked.ports.known.texts.names["unit"]
    words = {
        **_of_each_step(view, len(view.words.steps) + 1),
        "fields": [field_of(name, view, reading) for name in fields_of(view.test)],
        "unit": names[view.test.unit],
        "timed": view.test.unit == SECONDS and corrects is None,
        "by_camera": view.test.camera is not None
        and corrects is None
        and reverse("test-by-camera", args=[view.test.id]),
        "low": view.test.minimum,
        "high": view.test.maximum,
        "before": reverse("test", args=[view.test.id]) if corrects else _address(view, step=len(view.words.steps)),
        "corrects": corrects or "",
        "entry": asked.ports.ids.new(),
    }
    return render(request, "assessment/number.html", words, status=INVALID if reading.errors else 200)


def _of_each_step(view: TestView, step: int) -> Words:
    return {"view": view, "step": step, "steps": len(view.words.steps) + 1, "timed": view.test.unit == SECONDS}


def field_of(name: str, view: TestView, reading: Reading) -> Mapping[str, str | None]:
    """One number as its form shows it."""
    label = side_name(None) if name == "value" else {"left": _("Left"), "right": _("Right")}[name]
    return {"name": name, "label": label, "value": reading.typed.get(name, ""), "error": reading.errors.get(name)}


def _typed(view: TestView, corrects: str) -> dict[str, str]:
    """The numbers of the result that is put right."""
    told = next((told for told in view.results if told.entry == corrects), None)
    return {} if told is None else {n.side.value if n.side else "value": f"{n.value:g}" for n in told.numbers}


def may_begin(request: HttpRequest, asked: Asked, view: TestView) -> bool:
    """Whether it was said just now that the pain allows it (hard rule 2)."""
    return not view.test.effortful or is_still_ready(request, view.test.id, asked.ports.clock.now())


def _address(view: TestView, *, step: int) -> str:
    return f"{reverse('test', args=[view.test.id])}?step={step}"
