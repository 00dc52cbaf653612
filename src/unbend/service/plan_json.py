"""A plan in the form that `unbend plan --json` promises."""

from dataclasses import asdict

from unbend.catalogue.text import Texts
from unbend.catalogue.words import Urgency
from unbend.planning.dose import Dose
from unbend.planning.plan import Item, Plan, Session, Why
from unbend.service.check import answer_as_json
from unbend.service.plan import Advice
from unbend.service.wording import sentence, told


def advice_as_json(advice: Advice, texts: Texts) -> dict[str, object]:
    """Safety answer and week in one object; no sessions where none may be given."""
    safety = answer_as_json(advice.safety, texts.safety)
    plan = advice.plan
    return {
        **{key: safety[key] for key in ("urgency", "complete", "missing")},
        "phase": plan.phase.value if plan else None,
        "week": plan.week if plan else None,
        "because": [_why(why, texts) for why in plan.because] if plan else [],
        "timing": [_why(why, texts) for why in plan.timing] if plan else [],
        "sessions": [_session(session, texts) for session in plan.sessions] if plan else [],
        **({"no_sessions_because": because} if (because := no_sessions_because(advice, texts)) else {}),
        "between": _between(plan, texts) if plan else [],
        "lesson": advice.lesson,
        "needs": _needs(plan, texts) if plan else [],
        "left_out": _left_out(plan, texts) if plan else [],
        "solver": _solver(advice, plan),
        **{key: safety[key] for key in ("reasons", "restrictions", "safety_net")},
    }


def no_sessions_because(advice: Advice, texts: Texts) -> str | None:
    """Why there are no workouts, in a sentence; None where there are."""
    messages = texts.safety.messages
    if advice.plan is not None:
        return None if advice.plan.sessions else messages["no_plan_nothing_fits"]
    if advice.safety.urgency.rank >= Urgency.URGENT.rank:
        return messages["no_plan_urgency"]
    return messages["no_plan_see_clinician" if advice.safety.complete else "incomplete"]


def _session(session: Session, texts: Texts) -> dict[str, object]:
    short = {"short_because": sentence(session.short_because, texts)} if session.short_because else {}
    items = [_item(item, texts) for item in session.items]
    return {"day": session.day, "minutes": session.minutes, "seconds": session.seconds, **short, "items": items}


def _item(item: Item, texts: Texts) -> dict[str, object]:
    return {
        "exercise": item.exercise,
        "name": texts.exercises[item.exercise].name,
        "part": item.slot.value,
        "dose": dose_as_json(item.dose, item.extra_sets),
        "sides": list(item.sides),
        "seconds": item.seconds,
        "why": [_why(why, texts) for why in item.why],
        "sources": list(dict.fromkeys(source for why in item.why for source in why.sources)),
    }


def dose_as_json(dose: Dose, extra_sets: int) -> dict[str, int]:
    """Only the numbers that apply. `extra_sets` are for the side named first."""
    numbers = {key: value for key, value in asdict(dose).items() if value is not None}
    return {**numbers, "extra_sets": extra_sets} if extra_sets else numbers


def _why(why: Why, texts: Texts) -> dict[str, object]:
    unverified = {"unverified": why.unverified} if why.unverified else {}
    return {"code": why.code, "params": dict(why.params), "text": told(why, texts), **unverified}


def _between(plan: Plan, texts: Texts) -> list[dict[str, object]]:
    return [
        {
            "exercise": item.exercise,
            "name": texts.exercises[item.exercise].name,
            "dose": dose_as_json(item.dose, 0),
            "times_a_week": item.times_a_week,
            "why": [_why(item.why, texts)],
            "sources": list(item.why.sources),
        }
        for item in plan.between
    ]


def _needs(plan: Plan, texts: Texts) -> list[dict[str, object]]:
    return [
        {"need": share.need, "want": share.want, "got": share.got, "why": [_why(why, texts) for why in share.why]}
        for share in plan.needs
    ]


def _left_out(plan: Plan, texts: Texts) -> list[dict[str, object]]:
    return [{"exercise": left.exercise, "because": _why(left.because, texts)} for left in plan.left_out]


def _solver(advice: Advice, plan: Plan | None) -> dict[str, object]:
    if plan is None or plan.solved is None:
        return {"status": "NOT_RUN", "gap": None, "seconds": 0.0}
    return {"status": plan.solved.status, "gap": plan.solved.gap, "seconds": round(advice.seconds, 4)}
