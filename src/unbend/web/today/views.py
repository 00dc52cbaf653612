"""Today: what to do now."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unbend.catalogue.words import Allows, Urgency
from unbend.planning.plan import Session
from unbend.record.errors import BadInput
from unbend.service import today as service
from unbend.service.check import headline
from unbend.service.coach import followed
from unbend.service.helps import installed
from unbend.service.ports import Ports
from unbend.service.small_thing import small_thing_of
from unbend.service.wording import in_groups, in_one_line, sentence
from unbend.service.workout import mark_of_scripts
from unbend.web.check.shown import by_log
from unbend.web.forms import entry_id, whole_number
from unbend.web.planning.shown import Shown, day_in_words, weekday
from unbend.web.policy import gives_camera
from unbend.web.views import Asked, personal
from unbend.web.workout.figures import address


@require_safe
@personal
def today(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What to do now, how the back is, and one small thing."""
    found = service.today(asked.actor, asked.person, asked.ports)
    if not found.standing.state.findings:
        return redirect("check")
    texts = asked.ports.known.texts
    shown, now = Shown(asked.ports), found.workout or found.next or found.first
    context = {
        "area": "today",
        "date": day_in_words(found.standing.today, texts),
        "greeting": _greeting(found.standing.now.hour),
        "found": found,
        "blocked": _blocked(found, asked.ports),
        "incomplete": not found.standing.safety.complete,
        "alongside": _alongside(found, asked.ports),
        "alongside_why": _why_alongside(found, asked),
        "check_first": sentence(found.check_first, texts) if found.check_first else None,
        "ask_about": weekday(found.ask_about, texts) if found.ask_about else None,
        "may_tell": found.may_tell,
        "helps": installed(),
        "day_before": _day_before() if found.ask_about or found.may_tell else (),
        "session": _session(request, now.session, asked.ports) if now else None,
        "is_today": found.workout is not None,
        "is_first": found.standing.state.workouts == 0 and not found.done,
        "hurt": any(item.hurt for item in found.done),
        "when": day_in_words(now.on, texts) if now and now.on and now is not found.first else None,
        "planned": now.planned.isoformat() if now else None,
        "caught_up_from": weekday(now.planned, texts) if now and now.caught_up else None,
        "today": found.standing.today.isoformat(),
        "done_minutes": sum((item.seconds or 0) for item in found.done) // 60,
        "different": _different(found, asked.ports),
        "between": [shown.between(small) for small in found.between],
        "small_thing": None if found.look_again or found.check_first else _small_thing(found, asked.ports),
        "lesson": found.lesson,
        "lesson_title": texts.lessons[found.lesson].title if found.lesson else None,
        "keep_mark": mark_of_scripts(found.standing, asked.ports),
        "entry": asked.ports.ids.new(),
        "entries": [asked.ports.ids.new() for _each in range(3)],
    }
    return render(request, "today/today.html", context)


@require_POST
@personal
def next_day(request: HttpRequest, asked: Asked) -> HttpResponse:
    """How the back is after getting up, on a day after a workout or on any other."""
    try:
        compared = request.POST.get("compared") or None
        pain, entry = whole_number(request.POST, "pain"), entry_id(request.POST)
        before = service.DayBefore(request.POST.get("slept"), request.POST.get("sat"))
        well = service.answer_next_day(
            asked.actor, asked.person, pain, compared, asked.ports, entry=entry, before=before
        )
    except BadInput:
        messages.error(request, _("Choose a number from 0 to 10 for your back today."))
    else:
        slower = _("Thank you. A flare like this is common and settles. Until it does, your programme does not grow.")
        messages.success(request, _("Thank you. That helps to fit your plan to you.") if well else slower)
    return redirect("today")


@require_POST
@personal
def walk(request: HttpRequest, asked: Asked) -> HttpResponse:
    """A walk that was taken."""
    try:
        minutes, entry = whole_number(request.POST, "minutes"), entry_id(request.POST)
        service.walk(asked.actor, asked.person, minutes, asked.ports, entry=entry)
    except BadInput:
        messages.error(request, _("Write how many minutes you walked, from 1 to 600."))
    else:
        messages.success(request, _("Your walk is noted."))
    return redirect("today")


@require_POST
@personal
def set_aside(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The small thing of the day is waved away; it comes again some other day."""
    try:
        thing, entry = request.POST.get("thing", ""), entry_id(request.POST)
        service.set_aside(asked.actor, asked.person, thing, asked.ports, entry=entry)
    except BadInput:
        messages.error(request, _("That could not be set aside. Load the page again."))
    return redirect("today")


def _blocked(found: service.Today, ports: Ports) -> str | None:
    """Why there is no plan, where some answer or a clinician's word allows none."""
    safety = found.standing.safety
    if safety.allows is not Allows.NONE:
        return None
    held_back = safety.urgency is Urgency.SELF_CARE
    return (
        _("They said: no exercise programme yet.") if held_back else headline(safety.urgency, ports.known.texts.safety)
    )


def _alongside(found: service.Today, ports: Ports) -> str | None:
    """That somebody should look at it while the programme goes on, for as long as that holds."""
    safety = found.standing.safety
    stands = safety.may_plan and safety.urgency is Urgency.SEE_CLINICIAN
    return headline(safety.urgency, ports.known.texts.safety) if stands else None


def _why_alongside(found: service.Today, asked: Asked) -> list[str]:
    """What in the log shows it, where the log does."""
    pressing = [r for r in found.standing.safety.reasons if r.urgency is Urgency.SEE_CLINICIAN and not r.cleared_by]
    return list(by_log(pressing, asked.person, asked.ports).values())


def _different(found: service.Today, ports: Ports) -> str | None:
    """The most important thing that is other this week, in a line."""
    told = in_groups(found.week.plan.because if found.week else (), ports.known.texts)
    return in_one_line(told[0]) if told else None


def _session(request: HttpRequest, session: Session, ports: Ports) -> dict[str, object]:
    """The workout as the page's one large thing, with the picture of its first main exercise."""
    main = next((item for item in session.items if item.slot.value == "main"), session.items[0])
    light, dark = (address(main.exercise, "end", form=form) for form in ("light", "dark"))
    names = [ports.known.texts.exercises[item.exercise].name for item in session.items]
    return {
        "minutes": session.minutes,
        "count": len(names),
        "names": names,
        "figure": light,
        "figure_dark": dark,
        "by_camera": _by_camera(request, session, ports),
    }


def _by_camera(request: HttpRequest, session: Session, ports: Ports) -> int:
    """How many exercises a camera can follow; none at an address where browsers give a page no camera."""
    exercises = [item.exercise for item in session.items]
    return followed(exercises, ports.known) if gives_camera(request) else 0


def _small_thing(found: service.Today, ports: Ports) -> dict[str, object] | None:
    """One small thing to tell or try, where a plan may be made; where to do it."""
    small = small_thing_of(found.standing, ports) if found.standing.safety.may_plan else None
    if small is None:
        return None
    address = reverse(small.page, args=[small.id])
    return {"title": small.title, "minutes": small.minutes, "thing": small.thing, "address": address}


def _day_before() -> list[dict[str, object]]:
    """What may be said of the night and the day before, beside the pain of a morning."""
    night = {"well": _("Well"), "so-so": _("So-so"), "badly": _("Badly")}
    sitting = {"little": _("Little"), "some": _("Some"), "much": _("A lot")}
    asked = (("slept", _("How did you sleep?"), night), ("sat", _("How much did you sit yesterday?"), sitting))
    return [
        {"name": name, "legend": legend, "options": [{"value": key, "label": word} for key, word in words.items()]}
        for name, legend, words in asked
    ]


def _greeting(hour: int) -> str:
    if hour < 5:
        return _("Hello")
    if hour < 11:
        return _("Good morning")
    return _("Hello") if hour < 18 else _("Good evening")
