"""Taking wishes in from outside."""

from collections.abc import Mapping

from unbend.catalogue.programme import Thing
from unbend.catalogue.words import Place
from unbend.record.errors import BadInput
from unbend.record.planned import WEEKDAYS as WEEKDAYS
from unbend.record.state import Wishes
from unbend.record.values import Number, at, choice_at, choices_at, number_at, object_at

TIMES_OF_DAY = ("on-waking", "morning", "midday", "evening", "any")
SHIFTS = ("none", "early", "late", "nights", "rotating")
GOALS = ("less-pain", "daily-life", "work", "sport", "prevention")


MINUTES = Number(5, 90, "minutes a workout", whole=True)
DAYS = Number(1, 7, "days a week", whole=True)
KEYS = ("minutes", "days", "equipment", "positions", "time-of-day", "shifts", "goal")


def wishes_of(raw: object, things: Mapping[str, Thing], *, where: str = "wishes") -> Wishes:
    """The wishes in a JSON object. Raises BadInput for the first that cannot be taken."""
    said = object_at(raw, where=where, keys=KEYS)
    return Wishes(
        minutes=_minutes(said, where),
        days=_days(said, where),
        equipment=_listed(said, "equipment", tuple(things), where),
        positions=_positions(said, where),
        time_of_day=_chosen(said, "time-of-day", TIMES_OF_DAY, where),
        shifts=_chosen(said, "shifts", SHIFTS, where),
        goal=_chosen(said, "goal", GOALS, where),
    )


def _minutes(said: Mapping[str, object], where: str) -> int | None:
    return int(number_at(said["minutes"], MINUTES, where=at(where, "minutes"))) if "minutes" in said else None


def _days(said: Mapping[str, object], where: str) -> int | tuple[str, ...] | None:
    if "days" not in said:
        return None
    place = at(where, "days")
    if not isinstance(said["days"], list):
        return int(number_at(said["days"], DAYS, where=place))
    days = choices_at(said["days"], WEEKDAYS, where=place)
    if not days:
        raise BadInput(place, "no day is named", "name at least one day, or write a number from 1 to 7")
    return tuple(day for day in WEEKDAYS if day in days)


def _positions(said: Mapping[str, object], where: str) -> tuple[Place, ...] | None:
    chosen = _listed(said, "positions", tuple(Place), where)
    if chosen == ():
        raise BadInput(
            at(where, "positions"), "no position is named", "name at least one of floor, bed, chair, standing"
        )
    return None if chosen is None else tuple(Place(place) for place in chosen)


def _listed(said: Mapping[str, object], key: str, options: tuple[str, ...], where: str) -> tuple[str, ...] | None:
    return choices_at(said[key], options, where=at(where, key)) if key in said else None


def _chosen(said: Mapping[str, object], key: str, options: tuple[str, ...], where: str) -> str | None:
    return choice_at(said[key], options, where=at(where, key)) if key in said else None
