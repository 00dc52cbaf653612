"""A plan as plain data of codes and ids, and back: what was advised is kept, and shown later as it was given."""

from collections.abc import Mapping, Sequence
from typing import Any

from unbend.catalogue.words import Phase, Role
from unbend.planning.dose import Dose
from unbend.planning.plan import Between, Item, LeftOut, NeedShare, Plan, Session, Solved, Why

Raw = Mapping[str, Any]


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan in plain dictionaries, lists, words and numbers; `plan_from_json` gives the same plan back."""
    return {
        "phase": plan.phase.value,
        "phase_why": _why(plan.phase_why),
        "week": plan.week,
        "because": _whys(plan.because),
        "timing": _whys(plan.timing),
        "sessions": [session_as_json(session) for session in plan.sessions],
        "between": [_between(small) for small in plan.between],
        "needs": [{**vars(share), "why": _whys(share.why)} for share in plan.needs],
        "left_out": [{"exercise": left.exercise, "because": _why(left.because)} for left in plan.left_out],
        "solved": dict(vars(plan.solved)) if plan.solved else None,
    }


def plan_from_json(raw: Raw) -> Plan:
    """The plan that `plan_as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    return Plan(
        phase=Phase(raw["phase"]),
        phase_why=_read_why(raw["phase_why"]),
        week=raw["week"],
        because=_read_whys(raw.get("because", ())),
        timing=_read_whys(raw["timing"]),
        sessions=tuple(session_from_json(session) for session in raw["sessions"]),
        between=tuple(_read_between(small) for small in raw["between"]),
        needs=tuple(NeedShare(**{**share, "why": _read_whys(share["why"])}) for share in raw["needs"]),
        left_out=tuple(LeftOut(left["exercise"], _read_why(left["because"])) for left in raw["left_out"]),
        solved=Solved(**raw["solved"]) if raw["solved"] else None,
    )


def session_from_json(raw: Raw) -> Session:
    """One workout out of such a plan."""
    short = raw["short_because"]
    items = tuple(_read_item(item) for item in raw["items"])
    return Session(raw["day"], raw["seconds"], items, short_because=_read_why(short) if short else None)


def session_as_json(session: Session) -> dict[str, Any]:
    """One workout in plain data."""
    short = _why(session.short_because) if session.short_because else None
    items = [_item(item) for item in session.items]
    return {"day": session.day, "seconds": session.seconds, "items": items, "short_because": short}


def _item(item: Item) -> dict[str, Any]:
    return {
        "exercise": item.exercise,
        "slot": item.slot.value,
        "dose": _dose(item.dose),
        "sides": list(item.sides),
        "extra_sets": item.extra_sets,
        "seconds": item.seconds,
        "why": _whys(item.why),
        "step": item.step,
    }


def _read_item(raw: Raw) -> Item:
    return Item(
        exercise=raw["exercise"],
        slot=Role(raw["slot"]),
        dose=Dose(**raw["dose"]),
        sides=tuple(raw["sides"]),
        extra_sets=raw["extra_sets"],
        seconds=raw["seconds"],
        why=_read_whys(raw["why"]),
        step=raw.get("step", 0),
    )


def _between(small: Between) -> dict[str, Any]:
    dose, why = _dose(small.dose), _why(small.why)
    return {"exercise": small.exercise, "dose": dose, "times_a_week": small.times_a_week, "why": why}


def _read_between(raw: Raw) -> Between:
    return Between(raw["exercise"], Dose(**raw["dose"]), raw["times_a_week"], _read_why(raw["why"]))


def _dose(dose: Dose) -> dict[str, int]:
    """Only the numbers that apply."""
    return {key: value for key, value in vars(dose).items() if value is not None}


def _whys(whys: Sequence[Why]) -> list[dict[str, Any]]:
    return [_why(why) for why in whys]


def _read_whys(raw: Sequence[Raw]) -> tuple[Why, ...]:
    return tuple(_read_why(why) for why in raw)


def _why(why: Why) -> dict[str, Any]:
    unverified = {} if why.unverified is None else {"unverified": why.unverified}
    stands_on: dict[str, Any] = {"entries": list(why.entries)} if why.entries else {}
    rule = {} if why.rule is None else {"rule": why.rule}
    said = {"code": why.code, "params": dict(why.params), "sources": list(why.sources)}
    return {**said, **unverified, **stands_on, **rule}


def _read_why(raw: Raw) -> Why:
    params, entries = dict(raw["params"]), tuple(raw.get("entries", ()))
    return Why(raw["code"], params, tuple(raw["sources"]), raw.get("unverified"), entries, raw.get("rule"))
