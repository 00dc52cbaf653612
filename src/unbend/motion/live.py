"""The coach for the browser: strings and numbers in, JSON text out, kept under a handle until its end."""

import json
from dataclasses import dataclass, field
from typing import Any

from unbend.motion.coach import CoachState, advance, ended
from unbend.motion.coach import begin as begin_coach
from unbend.motion.measures import MEASURES, Unit, measured
from unbend.motion.plain import number_from, points_from
from unbend.motion.pose import LANDMARK_NAMES, PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.reference_json import reference_from
from unbend.motion.report import report
from unbend.motion.smooth import Filters, filters_for, smooth
from unbend.motion.view import sight

MOST = 16  # coaches at a time: who forgets to end them is told
SIDES = ("right", "left", "both")
# What an angle may be off by, in degrees, where the joint is seen well and where it is not; measured side-on.
ERROR, ERROR_HIDDEN, WELL_SEEN = 5.0, 10.0, 0.8


@dataclass
class _Session:
    reference: Reference
    state: CoachState
    filters: Filters
    corrected: int | None = None
    added: int = field(default=0)


_sessions: dict[str, _Session] = {}
_last = 0


def begin(reference_json: str, side: str, farther: Any = None) -> str:
    """A handle for a coach on this side (`right`, `left`, `both`). Only where `farther` is 1 it may ask
    somebody to go farther. Raises ValueError with one sentence that says what is wrong."""
    global _last  # handles are never used twice
    if side not in SIDES:
        raise ValueError(f"side: {str(side)[:20]!r} is none; write right, left or both")
    if len(_sessions) >= MOST:
        raise ValueError(f"there are {MOST} coaches already; end one first")
    reference = _reference(reference_json)
    _last += 1
    handle = f"coach-{_last}"
    _sessions[handle] = _Session(
        reference, begin_coach(reference, side=side, farther=farther == 1), filters_for(reference)
    )
    return handle


def feed(handle: str, seconds: Any, image: Any, world: Any, width: Any, height: Any) -> str:
    """What is to be shown after a frame at a time in seconds, as JSON text. `image` and `world` are 132 numbers each,
    or nothing. A frame that is not later than the one before changes nothing. Raises ValueError."""
    session = _session(handle)
    time = number_from(seconds, "seconds")
    across, down = number_from(width, "width"), number_from(height, "height")
    if across <= 0 or down <= 0:
        raise ValueError("width, height: the picture has no size; give its pixels")
    frame = PoseFrame(time, points_from(image, "image"), points_from(world, "world"), round(across), round(down))
    if session.state.time is None or time > session.state.time:
        reference = session.reference
        read = measured(frame, reference.measures, source=reference.sources)
        session.filters, calm = smooth(session.filters, reference, read, time)
        session.state = advance(session.state, sight(frame, reference), calm, time)
    return json.dumps(_shown(session))


def correct(handle: str, count: Any) -> None:
    """Take the person's own count in place of what was seen; what comes after is added to it. Raises ValueError."""
    session = _session(handle)
    value = number_from(count, "count")
    if value < 0 or value != int(value):
        raise ValueError("count: this is no number of repetitions; give a whole number from 0")
    session.corrected, session.added = int(value), session.state.count


def end(handle: str) -> str:
    """The summary as JSON text, and the end of the handle. Raises ValueError for one that is not there."""
    session = _session(handle)
    del _sessions[handle]
    session.state = ended(session.state)
    return json.dumps({**report(session.state), "count": _count(session), "corrected": session.corrected is not None})


def _reference(text: str) -> Reference:
    try:
        return reference_from(json.loads(text))
    except (TypeError, RecursionError):
        raise ValueError("reference: this is no JSON; give the reference of an exercise as it was sent") from None
    except json.JSONDecodeError:
        raise ValueError("reference: this is no JSON; give the reference of an exercise as it was sent") from None


def _session(handle: str) -> _Session:
    session = _sessions.get(str(handle))
    if session is None:
        raise ValueError(f"{str(handle)[:40]!r} is no coach that runs; begin one first")
    return session


def _count(session: _Session) -> int:
    seen = session.state.count
    if session.corrected is None:
        return seen
    # A hold that was counted as it began is none if it was left at once; what the person said stands all the same.
    return session.corrected + max(seen - session.added, 0)


def _shown(session: _Session) -> dict[str, object]:
    state = session.state
    cue = state.cue
    return {
        "seen": state.seen,
        "missing": [LANDMARK_NAMES[i] for i in state.missing],
        "count": _count(session),
        "side": state.side,
        "progress": round(state.progress, 3),
        "took": _took(state),
        "holding": state.holding,
        "hold": round(state.hold_seconds, 2),
        "angle": _angle(state),
        "cue": {"code": cue.code, "fault": cue.fault} if cue is not None else None,
        "praise": state.praise,
    }


def _took(state: CoachState) -> float | None:
    """Seconds that the last repetition took, without the rest before it; None where there was none yet."""
    return round(state.repetitions[-1].end - state.repetitions[-1].start, 2) if state.repetitions else None


def _angle(state: CoachState) -> dict[str, object] | None:
    """The counted angle as a range that holds its error; None where it is no angle or is not seen."""
    counted, track = state.plan.reference.counted, state.active
    if counted is None or track.value is None or MEASURES[counted.measure].unit is not Unit.DEGREES:
        return None
    error = ERROR if track.sure >= WELL_SEEN else ERROR_HIDDEN
    low, high = round(track.value - error), round(track.value + error)
    return {"measure": MEASURES[counted.measure].name, "low": low, "high": high}
