"""What is left of practice after weeks without any: who comes back begins lower than they left off."""

from dataclasses import replace
from datetime import datetime, timedelta

from unbend.record.course import Practice
from unbend.record.state import State

PAUSE = timedelta(weeks=4)
"""So long without a workout halves what counts towards more; each further such time halves it again. It is this
project's own choice: no trial of backs says how much to take away."""


def rested(state: State, at: datetime) -> State:
    """The state as it counts at a moment: less practice the longer the last workout is ago. Nothing that was done is
    forgotten, but weeks and harder steps are earned again."""
    last = state.last_workout
    halvings = 0 if last is None else (at - last.at) // PAUSE
    if halvings <= 0:
        return state
    share = 2 ** min(halvings, 10)
    practised = {key: _less(practice, share) for key, practice in state.practised.items()}
    return replace(state, practised=practised, taken_well=state.taken_well // share)


def _less(practice: Practice, share: int) -> Practice:
    return replace(practice, times=practice.times // share)
