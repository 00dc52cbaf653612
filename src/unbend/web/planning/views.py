"""The week: what is planned and why, and changing it."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from unbend.catalogue.text import Texts
from unbend.catalogue.words import Allows
from unbend.planning.plan import Why
from unbend.record.errors import BadInput
from unbend.service import changes
from unbend.service.evidence import evidence_of
from unbend.service.planning import DayStatus, PlannedDay, WeekPlan, week_of
from unbend.service.standing import Standing
from unbend.service.week_done import DoneDay, done_days, is_told_apart, otherwise
from unbend.service.wording import sentence
from unbend.web.forms import day, entry_id
from unbend.web.planning.shown import Shown, day_in_words, weekday
from unbend.web.views import Asked, personal

_NO_STEP = {
    "easier": gettext_lazy("There is no easier one. You can leave it out today, or say that you do not want it."),
    "harder": gettext_lazy("There is no harder one."),
}
_STATUS = {
    DayStatus.DONE: ("good", gettext_lazy("Done")),
    DayStatus.TODAY: ("accent", gettext_lazy("Today")),
    DayStatus.AHEAD: (None, None),
    DayStatus.PAST: (None, gettext_lazy("Not done")),
    DayStatus.BEFORE: (None, gettext_lazy("Before this plan")),
    DayStatus.LEFT_OUT: (None, gettext_lazy("Left out")),
}


@require_safe
@personal
def plan(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The whole week."""
    found = week_of(asked.actor, asked.person, asked.ports)
    texts = asked.ports.known.texts
    if found.week is None:
        held_back = found.standing.safety.allows is Allows.NONE
        return render(request, "planning/no-plan.html", {"area": "plan", "held_back": held_back})
    week, evidence = found.week, evidence_of(found.week.plan, found.standing, asked.ports)
    shown = Shown(asked.ports, evidence=evidence, because=week.plan.because)
    other = otherwise(done_days(week, found.standing, asked.ports))
    as_planned = [item for item in week.days if not is_told_apart(item, other)]
    context = {
        "area": "plan",
        "week": week,
        "title": _("Week {number}").format(number=week.plan.week),
        "dates": f"{day_in_words(week.monday, texts)} – {day_in_words(week.monday + timedelta(days=6), texts)}",
        "phase": [sentence(week.plan.phase_why, texts), texts.reasons[week.plan.phase.value]],
        "timing": [sentence(why, texts) for why in week.plan.timing],
        "let_go": any(item.status is DayStatus.PAST for item in week.days),
        "days": [_day(item, week, found.standing, asked, other) for item in week.days],
        "workouts": [
            {"title": _days_in_words(workout.days, asked), "shown": workout} for workout in shown.workouts(as_planned)
        ],
        "done": [_done(item, asked) for item in other.values()],
        "between": [shown.between(small) for small in week.plan.between],
        "needs": _needs(week, asked, shown),
        "left_out": _left_out(week, asked, shown),
        "entry": asked.ports.ids.new(),
        "put_off": [key for key, on in found.standing.state.put_off.items() if on == found.standing.today],
        "different": shown.different(),
        "kept": found.standing.state.kept,
        "declined": _declined(found.standing, texts),
        "swapped": {new: old for old, new in found.standing.state.swaps.items()},
    }
    return render(request, "planning/plan.html", context)


@require_POST
@personal
def change_item(request: HttpRequest, asked: Asked, exercise: str) -> HttpResponse:
    """One exercise of the week: easier, harder, back again, keep it, not today, not this one."""
    if exercise not in asked.ports.known.catalogue.exercises:
        return redirect("plan")
    try:
        refused = _changed(request, asked, exercise, request.POST.get("action", ""))
    except BadInput as error:
        messages.error(request, _("{what}: {allowed}.").format(what=error.what, allowed=error.allowed))
    else:
        messages.warning(request, refused) if refused else messages.success(request, _("Your plan is changed."))
    return redirect("plan")


def _changed(request: HttpRequest, asked: Asked, exercise: str, action: str) -> str | None:
    """Why it was refused, in words; None where it was done. Raises BadInput."""
    if action in _NO_STEP:
        return _stepped(asked, exercise, action, entry_id(request.POST))
    why = _otherwise_changed(request, asked, exercise, action)
    return None if why is None else sentence(why, asked.ports.known.texts)


def _stepped(asked: Asked, exercise: str, action: str, entry: str) -> str | None:
    """An easier or harder one in its place."""
    here = week_of(asked.actor, asked.person, asked.ports).standing
    if not here.safety.may_plan:
        return _("There is no plan now. Finish the check first.")
    step = getattr(changes.steps_beside(here, exercise, asked.ports), action)
    if step is None:
        return str(_NO_STEP[action])
    why = step.bar or changes.swap(asked.actor, asked.person, exercise, step.exercise, asked.ports, entry=entry).refused
    return None if why is None else sentence(why, asked.ports.known.texts)


def _otherwise_changed(request: HttpRequest, asked: Asked, exercise: str, action: str) -> Why | None:
    entry, who = entry_id(request.POST), (asked.actor, asked.person)
    if action == "back":
        original = request.POST.get("original", "")
        return changes.swap(*who, exercise, original, asked.ports, entry=entry).refused
    if action == "not-today":
        return changes.put_off(*who, exercise, asked.ports, entry=entry).refused
    if action in ("keep", "let-go"):
        return changes.keep(*who, exercise, asked.ports, no_longer=action == "let-go", entry=entry).refused
    if action in ("never", "again"):
        why = request.POST.get("why", "").strip()[:500] or None
        changes.decline(*who, exercise, why, asked.ports, again=action == "again", entry=entry)
        return None
    raise BadInput("action", f'"{action}" is not known', "choose what to change")


@require_POST
@personal
def move_day(request: HttpRequest, asked: Asked, planned: str) -> HttpResponse:
    """A workout on another day, or left out; on to where the form says."""
    try:
        to = None if request.POST.get("to") == "none" else day(request.POST, "to")
        changes.move(asked.actor, asked.person, date.fromisoformat(planned), to, asked.ports,
                     entry=entry_id(request.POST))  # fmt: skip
    except ValueError:
        messages.error(request, _("That day cannot be read. Choose one from the list."))
    except BadInput as error:
        messages.error(request, _("{what}: {allowed}.").format(what=error.what, allowed=error.allowed))
    else:
        if request.POST.get("then") == "workout":
            return redirect("workout")
        messages.success(request, _("Your week is changed."))
    return redirect("today" if request.POST.get("then") == "today" else "plan")


def _day(
    item: PlannedDay, week: WeekPlan, here: Standing, asked: Asked, other: Mapping[date, DoneDay]
) -> dict[str, object]:
    texts = asked.ports.known.texts
    done = other[item.on] if item.on is not None and is_told_apart(item, other) else None
    kind, label = _STATUS[item.status]
    return {
        "planned": item.planned.isoformat(),
        "words": day_in_words(item.on or item.planned, texts),
        "moved_from": weekday(item.planned, texts) if item.on and item.on != item.planned else None,
        "caught_up": item.caught_up,
        "minutes": item.session.minutes if done is None else _minutes(done),
        "status": item.status.value,
        "badge": {"text": label, "kind": kind} if label else None,
        "to": _free_days(item, week, here, asked) if item.status is not DayStatus.DONE else [],
        "entry": asked.ports.ids.new(),
    }


def _done(item: DoneDay, asked: Asked) -> dict[str, object]:
    """A day on which something other was done than the plan of now has on it."""
    shown, texts = Shown(asked.ports), asked.ports.known.texts
    title = _("Done on {day}").format(day=weekday(item.on, texts))
    return {"title": title, "minutes": _minutes(item), "tried": [shown.tried(one) for one in item.tried]}


def _minutes(item: DoneDay) -> int | None:
    """Whole minutes, rounded; None where it was not said, or less than one."""
    return None if item.seconds is None else round(item.seconds / 60) or None


def _free_days(item: PlannedDay, week: WeekPlan, here: Standing, asked: Asked) -> list[dict[str, str]]:
    """The days of this week from today on that have no workout."""
    taken = {other.on for other in week.days if not other.is_only_offered}
    days = [week.monday + timedelta(days=number) for number in range(7)]
    free = [d for d in days if d >= here.today and d not in taken]
    found = [{"value": d.isoformat(), "label": day_in_words(d, asked.ports.known.texts)} for d in free]
    return [*found, *([] if item.on is None else [{"value": "none", "label": _("Leave it out this week")}])]


def _days_in_words(days: tuple[PlannedDay, ...], asked: Asked) -> str:
    names = [weekday(item.on or item.planned, asked.ports.known.texts) for item in days]
    return names[0] if len(names) == 1 else _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def _needs(week: WeekPlan, asked: Asked, shown: Shown) -> list[dict[str, object]]:
    """What the back can use, most wanted first, with how much of it the week gives."""
    names = asked.ports.known.texts.names["need"]
    wanted = sorted((share for share in week.plan.needs if share.want), key=lambda share: -share.want)
    return [
        {
            "name": names[share.need],
            "want": share.want,
            "got": min(share.got, share.want),
            "percent": min(100, round(100 * share.got / share.want)),
            "reasons": [shown.reason(why) for why in share.why],
        }
        for share in wanted
    ]


def _declined(here: Standing, texts: Texts) -> list[dict[str, str | None]]:
    """What the person said no to, with why if they said."""
    declined = sorted(here.state.declined.items(), key=lambda item: texts.exercises[item[0]].name)
    return [{"id": key, "name": texts.exercises[key].name, "why": why} for key, why in declined]


def _left_out(week: WeekPlan, asked: Asked, shown: Shown) -> list[dict[str, object]]:
    texts = asked.ports.known.texts
    return [
        {
            "id": left.exercise,
            "name": texts.exercises[left.exercise].name,
            "because": shown.reason(left.because)["text"],
        }
        for left in week.plan.left_out
    ]
