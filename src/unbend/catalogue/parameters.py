"""The numbers of the programme rules, gathered into one typed value for the planner."""

from collections.abc import Mapping

from unbend.catalogue.datum import datum
from unbend.catalogue.words import Kind


@datum
class Parameters:
    """Each field is set by exactly one rule of `data/programme.toml`, which names its source. Times in seconds."""

    new_things_first_week: int
    new_things_later_weeks: int
    most_exercises: int
    most_sets: int
    warm_up_exercises: tuple[int, int]
    ease_exercises: tuple[int, int]
    keep_weeks: int
    change_after_weeks: int
    change_growing_after_weeks: int
    least_share_of_minutes: float
    seconds_between_exercises: int
    seconds_to_change_position: int
    seconds_to_change_side: int
    seconds_per_breath: int
    metres_per_second: float
    hard_rung: int
    weeks_to_full_dose: int
    walking_target_minutes: int
    walking_target_days: int
    weeks_to_full_walk: int
    long_hold_seconds: int
    gentle_rung: int
    worse_side_extra_sets: int
    avoid_first_hour: tuple[str, ...]
    evidence_of_kind: Mapping[Kind, float]
    calm_weeks_most: int
    easier_first_weeks: int
