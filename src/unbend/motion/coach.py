"""The coach: what it has seen so far is one value that cannot change, and every frame makes a new one of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unbend.motion.cue import SILENT, Cue, Voice, fall_silent, speak
from unbend.motion.fault import FaultSeen
from unbend.motion.gate import (
    CLOSED,
    FAR,
    NEAR,
    NOBODY,
    OTHER,
    SEEN,
    STEP_BACK,
    Gate,
    distance,
    is_lopsided,
    is_too_far,
    pass_gate,
)
from unbend.motion.hold import STOPPED
from unbend.motion.judge import Done, Held, done_of, held_of, wishes
from unbend.motion.lane import BOTH, Plan, plan_of
from unbend.motion.likeness import was_held, was_repeated
from unbend.motion.measures import Reading
from unbend.motion.reference import Reference
from unbend.motion.track import Glance, News, Track, follow, last_news, present_faults, track_of
from unbend.motion.turn import facing
from unbend.motion.view import Sight

# A lane whose posture is so much less like the exercise than the other lane's is not the one that works.
LESS_LIKE = 0.25
BREAK = 10.0  # seconds without any picture: another body may be there


@dataclass(frozen=True, slots=True)
class CoachState:
    """All that the coach knows. Times are in seconds of the recording, shares from 0 to 1.

    `missing` are landmarks (indices) that should be seen and are not. `tracks` has one entry for each side that may
    work.
    """

    plan: Plan
    tracks: tuple[Track, ...]
    gate: Gate = CLOSED
    voice: Voice = SILENT
    missing: tuple[int, ...] = ()
    repetitions: tuple[Done, ...] = ()
    holds: tuple[Held, ...] = ()
    faults: tuple[FaultSeen, ...] = ()
    time: float | None = None

    @property
    def seen(self) -> str:
        """What the gate says: `seen`, or why nothing counts."""
        return self.gate.seen

    @property
    def count(self) -> int:
        """Repetitions so far; for a hold that is counted by its time, the holds, with the one that runs or waits."""
        counted = self.plan.reference.counted
        if counted is not None and counted.hold:
            return len(self.holds) + int(self.hold_seconds > 0.0)
        return len(self.repetitions)

    @property
    def active(self) -> Track:
        """The track of the side that works now, or worked last."""
        moving = max(self.tracks, key=lambda track: track.share or 0.0)
        if len(self.tracks) == 1 or (moving.share or 0.0) > 0.3 or not self.repetitions:
            return moving
        return next(track for track in self.tracks if track.lane.side == self.repetitions[-1].side)

    @property
    def side(self) -> str:
        """The side that works now, or worked last: `right`, `left` or `both`."""
        return self.active.lane.side

    @property
    def progress(self) -> float:
        """How far on the way to the target, from 0 to 1."""
        return min(max(self.active.share or 0.0, 0.0), 1.0)

    @property
    def holding(self) -> bool:
        """Whether the clock of a hold runs."""
        return self.seen == SEEN and any(track.clock.is_in and track.clock.seconds > 0.0 for track in self.tracks)

    @property
    def hold_seconds(self) -> float:
        """The seconds of the hold that runs or waits; 0 when there is none."""
        return max((track.clock.seconds for track in self.tracks if track.clock.start is not None), default=0.0)

    @property
    def fault(self) -> str | None:
        """The first fault that is there now, by the order of the movement's file."""
        return next((fault for track in self.tracks for fault in present_faults(track, self.plan)), None)

    @property
    def cue(self) -> Cue | None:
        """What to say now, if anything."""
        return self.voice.cue

    @property
    def praise(self) -> bool:
        """Whether something was mended a moment ago."""
        return self.time is not None and self.voice.praises(self.time)


def begin(reference: Reference, *, side: str | None = BOTH, farther: bool = True) -> CoachState:
    """The coach before the first frame. `side` is where one works who works on one side: `right`, `left`, or `both`
    (as None) for whichever is seen to work. Without `farther` nobody is asked to go farther, nor judged by it."""
    plan = plan_of(reference, side, farther=farther)
    return CoachState(plan, tuple(track_of(plan, lane) for lane in plan.lanes))


def advance(state: CoachState, sight: Sight, readings: Sequence[Reading], time: float) -> CoachState:
    """The state after a frame: `readings` are its measures, in the order of the reference's. A frame that is not later
    than the one before changes nothing."""
    if state.time is not None and time <= state.time:
        return state
    if state.time is not None and time - state.time > BREAK:
        state = _broken_off(state)
    values = [track.lane.values(readings) for track in state.tracks]
    missing = _missing(state, sight)
    nearest = _nearest(state, values) if sight.somebody and not missing else []
    away = [one for one, _ in nearest]
    found = _found(state, sight, missing, away)
    gate = pass_gate(state.gate, found, time)
    # Who turns before the camera looks, for as long as the gate still waits, as if a limb had moved.
    is_wrong = found == facing(state.plan.reference, sight) or is_lopsided(state.plan, readings)
    glances = (
        Glance(
            of_lane,
            track.lane.plain(readings),
            one,
            off=is_wrong or _is_off(one, away) or is_too_far(state.plan, of_lane),
            is_open=gate.seen == SEEN and bool(away),
            frame=sight.frame,
            station=station,
        )
        for track, of_lane, (one, station) in zip(
            state.tracks, values, nearest or [(None, None)] * len(values), strict=True
        )
    )
    moved = [follow(track, state.plan, glance, time) for track, glance in zip(state.tracks, glances, strict=True)]
    tracks, news = tuple(track for track, _ in moved), [told for _, told in moved]
    return _told(_entered(_with(state, tracks, gate, missing, time), news), time)


def _with(
    state: CoachState, tracks: tuple[Track, ...], gate: Gate, missing: tuple[int, ...], time: float
) -> CoachState:
    """`replace` would take three times as long, in each frame."""
    return CoachState(
        state.plan, tracks, gate, state.voice, missing, state.repetitions, state.holds, state.faults, time
    )


def _broken_off(state: CoachState) -> CoachState:
    """After a time without pictures, as of a device that slept: a hold is over, a repetition on its way is none."""
    over = ended(state)
    tracks = tuple(replace(track_of(over.plan, track.lane), ledger=track.ledger) for track in over.tracks)
    return replace(over, tracks=tracks, gate=CLOSED)


def _nearest(state: CoachState, values: Sequence[Sequence[Reading]]) -> list[tuple[float, int] | tuple[None, None]]:
    return [
        distance(state.plan, of_lane, around=track.station) or (None, None)
        for track, of_lane in zip(state.tracks, values, strict=True)
    ]


def ended(state: CoachState) -> CoachState:
    """The state when there is nothing more to see: what was still going on is over."""
    after = _entered(state, [last_news(track, state.plan) for track in state.tracks])
    return replace(after, tracks=tuple(replace(track, clock=STOPPED) for track in after.tracks))


def _missing(state: CoachState, sight: Sight) -> tuple[int, ...]:
    """What should be seen and is not; where either side may be read, of the side that is seen better."""
    if not sight.somebody:
        return ()
    if [track.lane.side for track in state.tracks] == ["left"]:
        return sight.missing_left
    if [track.lane.side for track in state.tracks] == ["right"]:
        return sight.missing
    return min(sight.missing, sight.missing_left, key=len)


def _found(state: CoachState, sight: Sight, missing: Sequence[int], away: Sequence[float | None]) -> str:
    if not sight.somebody:
        return NOBODY
    nearest = min((one for one in away if one is not None), default=None)
    if missing or nearest is None:
        return STEP_BACK
    turn = facing(state.plan.reference, sight)
    if turn is not None:
        return turn
    return OTHER if nearest > (FAR if state.gate.seen == SEEN else NEAR) else SEEN


def _is_off(one: float | None, away: Sequence[float | None]) -> bool:
    if one is None or one > FAR:
        return True
    return any(other is not None and one > other + LESS_LIKE for other in away)


def _entered(state: CoachState, news: Sequence[News]) -> CoachState:
    """The state with what has come to an end written down."""
    for i, (track, told) in enumerate(zip(state.tracks, news, strict=True)):
        done, hold = told.repetition, told.hold
        if told.faults:
            state = replace(state, faults=(*state.faults, *told.faults))
        if hold is not None and was_held(state.plan, state.tracks, track, hold, state.holds):
            state = replace(state, holds=(*state.holds, held_of(state.plan, track, hold, told.deepest, state.faults)))
        if done is None:
            continue
        if was_repeated(state.plan, state.tracks, track, done, state.repetitions):
            one, hurried = done_of(state.plan, track, done, state.faults)
            state = replace(state, repetitions=(*state.repetitions, one), faults=(*state.faults, *hurried))
        fresh = replace(track, furthest=None)
        state = replace(state, tracks=(*state.tracks[:i], fresh, *state.tracks[i + 1 :]))
    return state


def _told(state: CoachState, time: float) -> CoachState:
    """The state with what is to be said."""
    voice = fall_silent(state.voice) if state.gate.seen != SEEN else speak(state.voice, _worth_saying(state), time)
    return state if voice is state.voice else replace(state, voice=voice)


def _worth_saying(state: CoachState) -> Iterator[Cue]:
    for track in state.tracks:
        yield from (Cue("fault", fault) for fault in present_faults(track, state.plan))
    yield from wishes(state.plan, state.repetitions, state.holds)
