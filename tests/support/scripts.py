"""Scripts of generated people, as the service compiles them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from support.people import TODAY, Json, catalogue
from unbend.body.movement import Movement
from unbend.catalogue.condition import Values
from unbend.catalogue.load_movements import load_movements
from unbend.catalogue.load_text import load_texts
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Place
from unbend.planning.brief import Brief
from unbend.planning.one_day import limits_of_day, one_day
from unbend.planning.plan import Item, Plan, Session
from unbend.planning.solvers.greedy import Greedy
from unbend.planning.swap import Refused
from unbend.planning.week import plan_week
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.safety import SafetyAnswer
from unbend.service.check import check_state
from unbend.service.dose_words import dose_in_words
from unbend.service.plan import brief_of, end_of
from unbend.workout.compile import Facts, compile_script
from unbend.workout.script import Script, Sound, Variant

MADE_AT = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
NO_FLOOR = frozenset(Place) - {Place.FLOOR}


@cache
def texts() -> Texts:
    return load_texts()


@cache
def movements() -> Mapping[str, Movement]:
    return load_movements()


def known_of(profile: Json) -> tuple[SafetyAnswer, Values, Brief] | None:
    """What may be planned for somebody today, and what is known of them; None where nothing may."""
    state = fold(profile_of(profile, catalogue(), today=TODAY).entries)
    safety, values = check_state(state, catalogue().safety, today=TODAY)
    if not safety.may_plan:
        return None
    return safety, values, brief_of(state, values, safety, catalogue(), now=end_of(TODAY))


def variant_brief(brief: Brief, variant: Variant) -> Brief:
    """The brief within the limits of a variant."""
    if variant is Variant.PLANNED:
        return brief
    minutes = 5 if variant is Variant.SHORT else None
    places = NO_FLOOR if variant is Variant.NO_FLOOR else None
    return limits_of_day(brief, day=brief.days[0], minutes=minutes, places=places)


def variant_plan(brief: Brief, plan: Plan, variant: Variant) -> Plan | Refused:
    """The week, or the one workout within the limits of a variant."""
    limited = variant_brief(brief, variant)
    if variant is Variant.PLANNED:
        return plan
    taught = {item.exercise for session in plan.sessions for item in session.items}
    day = brief.days[0]
    return one_day(brief, Greedy(), seed=1, day=day, minutes=limited.minutes, places=limited.places, taught=taught)


def week_of(brief: Brief) -> Plan:
    """The first week, made by the quick solver."""
    return plan_week(brief, Greedy(), seed=1)


def script_of(session: Session, brief: Brief, values: Values, variant: Variant = Variant.PLANNED) -> Script:
    """The script of a workout."""
    facts = Facts(
        id="11111111-1111-4111-8111-111111111111",
        person="22222222-2222-4222-8222-222222222222",
        day=TODAY,
        variant=variant,
        made_at=MADE_AT,
        language="en",
        country="GB",
        letter="/letter/",
        sound=Sound(),
        figure=lambda exercise, side, what: f"/figures/abc/{exercise}/{side}-{what}.svg",
        reference=lambda exercise: f"/figures/abc/{exercise}/coach.json",
        dose=_dose,
    )
    return compile_script(session, brief, values, movements(), texts(), facts)


def _dose(item: Item) -> str:
    return dose_in_words(item.dose, texts(), sides=item.sides, extra_sets=item.extra_sets)
