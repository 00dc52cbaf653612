"""The numbers by which a programme answers the back, gathered into one typed value."""

from unbend.catalogue.datum import datum


@datum
class Adaptation:
    """Each field is set by exactly one rule of `data/adaptation.toml`, which names its source and what of it nobody
    read there. Pain and effort are out of ten.

    `away` pairs days without an exercise with the steps of dose it goes down by; `smaller` are shares of the minutes
    asked for, one after the other, and `share_of_missed` what is left of a workout that was missed and moved.
    `form_to_earn` is a form as the camera coach tells it, from 0 to 1.
    """

    stop_rise: int
    stop_pain: int
    next_day_stay: int
    next_day_down: int
    hard_effort: int
    times_to_earn: int
    times_too_hard: int
    form_to_earn: float
    rest_days: int
    steps_of_dose: int
    steps_of_walk: int
    away: tuple[tuple[int, int], ...]
    usual_days: int
    usual_readings: int
    flare_rise: int
    flare_pain: int
    flare_settled: int
    flare_days: int
    flare_days_most: int
    restore_weeks: int
    restore_workouts: int
    restore_pain: int
    lasting_days: int
    lasting_times: int
    lasting_pain: int
    strengthen_weeks: int
    strengthen_workouts: int
    strengthen_pain: int
    last_workouts: int
    bad_workouts: int
    look_again_days: int
    look_again_most_days: int
    worse_days_running: int
    worse_gap_days: int
    severe_pain: int
    severe_days: int
    worse_week_rise: float
    worse_week_readings: int
    worse_week_pain: float
    no_better_days: int
    no_better_span: int
    no_better_readings: int
    no_better_pain: float
    better_points: float
    better_share: float
    low_share: float
    good_share: float
    low_weeks: int
    smaller: tuple[float, ...]
    smallest_minutes: int
    share_of_missed: float
    habit_workouts: int
    habit_least: int
    habit_share: float
    early_hour: int
    stiff_minutes: int
    much_sitting_hours: int
    walk_days_first: int
    walk_days_to_grow: int
    walk_minutes_step: int
    retest_weeks: int
    side_weeks: int
