"""The library: looking for exercises, and all about one of them."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unbend.catalogue.coach import offers
from unbend.catalogue.exercise import Exercise
from unbend.service.changes import keep
from unbend.service.library import Library, Page, decline, exercise_page, library
from unbend.service.ports import Ports
from unbend.service.wording import sentence
from unbend.web.errors import not_found
from unbend.web.forms import entry_id
from unbend.web.learn.cards import tile
from unbend.web.learn.forms import FilterForm, capital, step_in_words
from unbend.web.learn.sources import shown
from unbend.web.views import Asked, personal
from unbend.web.workout.figures import moving

Json = dict[str, object]


@require_safe
@personal
def library_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Every exercise that was asked for, by ladder. To htmx only the results."""
    form = FilterForm(request.GET, asked.ports.known)
    found = library(asked.actor, asked.person, form.wanted(), asked.ports)
    words = {"area": "library", "form": form, "narrowed": form.narrowed(), **_results(found)}
    only_results = request.headers.get("HX-Request") == "true"
    return render(request, "learn/results.html" if only_results else "learn/library.html", words)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def exercise(request: HttpRequest, asked: Asked, exercise: str) -> HttpResponse:
    """One exercise; sending a form says "not this one" or "keep this one", or takes that back."""
    page = exercise_page(asked.actor, asked.person, exercise, asked.ports)
    if page is None:
        return not_found(request)
    if request.method == "POST":
        return _answered(request, asked, exercise)
    return render(request, "learn/exercise.html", {"area": "library", **_words_of(page, asked.ports)})


def _answered(request: HttpRequest, asked: Asked, exercise: str) -> HttpResponse:
    if (say := request.POST.get("say")) in ("keep", "let-go"):
        return _kept(request, asked, exercise, no_longer=say == "let-go")
    again = say == "welcome"
    id_, why = request.POST.get("entry") or None, request.POST.get("why", "").strip()[:200]
    decline(asked.actor, asked.person, exercise, asked.ports, again=again, why="" if again else why, id_=id_)
    said = _("It is welcome in your plan again.") if again else _("It will not come into your plan.")
    messages.success(request, said)
    return redirect("exercise", exercise=exercise)


def _kept(request: HttpRequest, asked: Asked, exercise: str, *, no_longer: bool) -> HttpResponse:
    """Keep it when it would be time for another, or no longer; or why not."""
    entry = entry_id(request.POST)
    refused = keep(asked.actor, asked.person, exercise, asked.ports, no_longer=no_longer, entry=entry).refused
    if refused is not None:
        messages.warning(request, sentence(refused, asked.ports.known.texts))
    else:
        changes_again = _("It changes again when it is time for another.")
        messages.success(request, changes_again if no_longer else _("It stays in your plan."))
    return redirect("exercise", exercise=exercise)


def _results(found: Library) -> Json:
    shelves = [
        {"ladder": shelf.ladder, "name": shelf.name, "tiles": [tile(card) for card in shelf.cards]}
        for shelf in found.shelves
    ]
    return {"shelves": shelves, "found": found.found, "all": found.all, "closed": found.closed}


def _words_of(page: Page, ports: Ports) -> Json:
    facts, names, known = page.card.exercise, ports.known.texts.names, ports.known
    return {
        "page": page,
        "exercise": facts,
        "words": page.card.words,
        "why_not": page.card.why_not or page.closed,
        "figures": _figures(facts),
        "facts": _facts(page, ports),
        "mistakes": page.card.words.mistakes,
        "works": _listed(names["muscle"][muscle] for muscle in facts.muscles.primary),
        "helps": _listed(names["muscle"][muscle] for muscle in facts.muscles.secondary),
        "camera": " ".join(offers(known.studio.movements[facts.id], known.texts.coach)),
        "ladder_name": names["ladder"][facts.ladder],
        "ladder": [{"card": card, "step": capital(step_in_words(card.exercise.rung))} for card in page.ladder],
        "easier": None if page.easier is None else tile(page.easier),
        "harder": None if page.harder is None else tile(page.harder),
        "sources": [shown(source, ports.known.texts) for source in page.sources],
        "entry": ports.ids.new(),
        "safety_net": ports.known.texts.safety.messages["safety_net"],
    }


def _figures(exercise: Exercise) -> list[Json]:
    """What is no longer used is drawn no more."""
    if exercise.retired:
        return []
    sides = [("right", _("Right side")), ("left", _("Left side"))] if exercise.per_side else [("right", "")]
    return [{"caption": caption, **moving(exercise.id, side=side)} for side, caption in sides]


def _facts(page: Page, ports: Ports) -> list[Json]:
    facts, names = page.card.exercise, ports.known.texts.names
    things = [names["thing"][thing] for thing in (*facts.equipment, *facts.household)]
    listed = [
        (_("Effort"), capital(step_in_words(facts.rung))),
        (_("For"), _listed(names["need"][need] for need in facts.needs)),
        (_("Position"), capital(names["position"][facts.position])),
        (_("Where"), _listed(names["place"][place] for place in facts.places)),
        (_("You need"), _listed(things) or _("Nothing")),
        (_("Kind"), capital(names["kind"][facts.kind])),
    ]
    return [{"name": name, "value": value} for name, value in listed]


def _listed(names: Iterable[str]) -> str:
    return capital(", ".join(names))
