"""The numbers of the simulated bodies and people, each with where it comes from. Most of them are invented."""

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Numbers:
    """Pain is out of ten, time in days, load in units of the first amount of an exercise of rung 1."""

    rung_factor: float = 1.3
    volume_power: float = 0.35
    fit_never: float = 1.4
    fit_sometimes: float = 2.0
    fit_regularly: float = 2.8
    room_at_start: float = 1.6
    spread_of_people: float = 0.3
    spread_of_ladders: float = 0.15
    gain: float = 0.012
    gain_from: float = 0.6
    gain_until: float = 1.1
    harm_from: float = 1.3
    harm: float = 0.02
    most_gain: float = 2.2
    disuse_after: int = 10
    disuse: float = 0.002
    under: float = 0.6
    over: float = 1.15
    noise_memory: float = 0.6
    noise: float = 0.6
    new_until: int = 42
    new_settles_to: float = 0.35
    new_settles_in: float = 21.0
    lasting_from: int = 84
    between_settles_to: float = 0.6
    between_settles_in: float = 35.0
    lasting_settles_to: float = 0.9
    lasting_settles_in: float = 60.0
    exercise_helps: float = 1.5
    exercise_helps_after: float = 40.0
    flare_a_year: float = 0.5
    flare_by_overload: float = 6.0
    flare_size: float = 2.5
    flare_spread: float = 0.7
    flare_fades_in: float = 5.0
    flare_weakens: float = 0.08
    hurts_in_workout: float = 2.5
    hurts_after: float = 1.8
    hurts_next_day: float = 2.5
    sore_halves: float = 0.5
    eases: float = 0.3
    sensitivity_spread: float = 0.3
    easy_below: float = 0.7
    hard_above: float = 1.05
    felt_noise: float = 0.12
    adherence_mean: float = 0.6
    adherence_spread: float = 5.0
    adherence_minute: float = 0.012
    adherence_times: float = 0.06
    adherence_pain: float = 0.06
    adherence_week: float = 0.012
    dropout_12_weeks: float = 0.28
    dropout_later: float = 0.005
    tells_pain: float = 0.95
    tells_felt: float = 0.85
    tells_effort: float = 0.85
    tells_morning: float = 0.6
    tells_week: float = 0.8
    retests: float = 0.7
    looks_for_missed: float = 0.5
    side_spread: float = 1.2
    side_gain: float = 0.02


INVENTED = "invented"

SOURCES: dict[str, tuple[str, str]] = {
    "rung_factor": ("how much harder the next rung is", INVENTED),
    "volume_power": ("load grows with seconds of work to this power: twice the work is about one rung", INVENTED),
    "fit_never": ("rung that suits somebody who never exercises", INVENTED),
    "fit_sometimes": ("... who sometimes does, or did not say", INVENTED),
    "fit_regularly": ("... who regularly does", INVENTED),
    "room_at_start": ("tolerance at the start, in first amounts of that rung", INVENTED),
    "spread_of_people": ("spread of tolerance between people (sd of its logarithm)", INVENTED),
    "spread_of_ladders": ("spread of tolerance between a person's ladders (the same)", INVENTED),
    "gain": (
        "gain of tolerance by a well-dosed workout",
        "invented; a quarter to a half in 12 weeks, beside the 2-10 % a step of ACSM 2009",
    ),
    "gain_from": ("share of tolerance from which work is a stimulus", INVENTED),
    "gain_until": ("... up to which the gain is full", INVENTED),
    "harm_from": ("share of tolerance above which a workout takes some away", INVENTED),
    "harm": ("what it takes away", INVENTED),
    "most_gain": ("most that tolerance can grow to, of where it began", INVENTED),
    "disuse_after": ("days without work before tolerance shrinks", INVENTED),
    "disuse": ("shrinking a day", INVENTED),
    "under": ("share of tolerance below which an exercise counts as under-dosed", INVENTED),
    "over": ("... above which it counts as over-dosed", INVENTED),
    "noise_memory": ("how much of a day's deviation is there the next day", INVENTED),
    "noise": ("new deviation a day (sd); two mornings differ by 2 or more in about one of ten", INVENTED),
    "new_until": ("days up to which pain counts as new", "six weeks: Wallwork 2024 (most change comes early)"),
    "new_settles_to": ("share of new pain that is left in the end", INVENTED),
    "new_settles_in": ("days in which it settles", INVENTED),
    "lasting_from": ("days from which pain counts as lasting", "12 weeks: ACP 2017"),
    "between_settles_to": ("share left of pain between the two", INVENTED),
    "between_settles_in": ("days in which it settles", INVENTED),
    "lasting_settles_to": ("share left of lasting pain", INVENTED),
    "lasting_settles_in": ("days in which it settles", INVENTED),
    "exercise_helps": (
        "most that well-dosed exercise takes from pain of 5 or more",
        "15 of 100 beside nothing: Cochrane 2021 (Hayden)",
    ),
    "exercise_helps_after": ("well-dosed exercises after which two thirds of that are reached", INVENTED),
    "flare_a_year": (
        "share of people with a flare in a year, overload apart",
        "30-70 % recur in a year (clinical review)",
    ),
    "flare_by_overload": ("how much overload raises that hazard for two days", INVENTED),
    "flare_size": ("rise of pain in a flare", INVENTED),
    "flare_spread": ("its spread", INVENTED),
    "flare_fades_in": ("days in which it fades", INVENTED),
    "flare_weakens": ("tolerance lost by each point of a flare", INVENTED),
    "hurts_in_workout": ("pain in the workout for each whole tolerance of excess", INVENTED),
    "hurts_after": ("... just after it", INVENTED),
    "hurts_next_day": ("... on the next morning", INVENTED),
    "sore_halves": ("what of it is left a day later", INVENTED),
    "eases": ("ease just after a workout without excess", INVENTED),
    "sensitivity_spread": ("how differently people answer to excess (sd of the logarithm)", INVENTED),
    "easy_below": ("share of tolerance below which work feels easy", INVENTED),
    "hard_above": ("... above which it feels hard", INVENTED),
    "felt_noise": ("spread of how it feels", INVENTED),
    "adherence_mean": (
        "share of workouts done by a person at first",
        "so that about half is done in all; 50-70 % do less than asked (vendor text)",
    ),
    "adherence_spread": ("how differently people do (sum of the beta distribution's numbers)", INVENTED),
    "adherence_minute": ("lost for each minute above 15", INVENTED),
    "adherence_times": ("lost for each workout a week above three", INVENTED),
    "adherence_pain": ("lost for each point of pain above 4", INVENTED),
    "adherence_week": ("lost each week", INVENTED),
    "dropout_12_weeks": ("share that stops within 12 weeks", "27-29 % in digital programmes (PMC8663573)"),
    "dropout_later": ("share that stops in each week after that", INVENTED),
    "tells_pain": ("share that tells pain before and after", INVENTED),
    "tells_felt": ("share that tells how an exercise felt", INVENTED),
    "tells_effort": ("share that tells the effort", INVENTED),
    "tells_morning": ("share of mornings after a workout that are told, in the middle of people", INVENTED),
    "tells_week": ("share of weekly answers given", INVENTED),
    "retests": ("share of tests repeated every four weeks", INVENTED),
    "looks_for_missed": ("share of days without a workout on which a missed one is looked for", INVENTED),
    "side_spread": ("true difference of sides at the start (sd, in errors of the test)", INVENTED),
    "side_gain": ("share of a difference that one more set on the worse side evens", INVENTED),
}

NUMBERS = Numbers()


def rows(numbers: Numbers = NUMBERS) -> list[tuple[str, Any, str, str]]:
    """Every number: its name, its value, what it means, and its source."""
    return [(field.name, getattr(numbers, field.name), *SOURCES[field.name]) for field in fields(numbers)]
