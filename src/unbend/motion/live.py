"""The coach for the browser: strings and numbers in, JSON text out, kept under a handle until its end."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from unbend.motion.coach import CoachState, advance, ended
from unbend.motion.coach import begin as begin_coach
from unbend.motion.filters import BETA, BETA_TRUNKS, MINIMUM_CUTOFF, OneEuro
from unbend.motion.measures import MEASURES, Reading, Unit, measured
from unbend.motion.plain import number_from, points_from
from unbend.motion.pose import LANDMARK_NAMES, PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.reference_json import reference_from
from unbend.motion.report import report
from unbend.motion.view import sight

MOST = 16  # coaches at a time: who forgets to end them is told
SIDES = ("right", "left", "both")
# What is less sure than this is mostly guessed, trembles more than any exercise moves, and is smoothed more (Hz).
GUESSED, CUTOFF_GUESSED = 0.6, 0.7
# What an angle may be off by, in degrees, where the joint is seen well and where it is not; measured side-on.
ERROR, ERROR_HIDDEN, WELL_SEEN = 5.0, 10.0, 0.8


@dataclass
class _Session:
    reference: Reference
    state: CoachState
    filters: list[OneEuro]
    betas: tuple[float, ...]
    corrected: int | None = None
    added: int = field(default=0)


_sessions: dict[str, _Session] = {}
_last = 0


def begin(reference_json: str, side: str) -> str:
    """A handle for a coach of this exercise on this side (`right`, `left`, `both`). Raises ValueError with one sentence
    that says what is wrong."""
    global _last  # handles are never used twice
    if side not in SIDES:
        raise ValueError(f"side: {str(side)[:20]!r} is none; write right, left or both")
    if len(_sessions) >= MOST:
        raise ValueError(f"there are {MOST} coaches already; end one first")
    reference = _reference(reference_json)
    _last += 1
    handle = f"coach-{_last}"
    betas = tuple(BETA_TRUNKS if MEASURES[i].unit is Unit.TRUNKS else BETA for i in reference.measures)
    _sessions[handle] = _Session(reference, begin_coach(reference, side=side), [OneEuro()] * len(betas), betas)
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
        session.state = advance(session.state, sight(frame, reference), _smoothed(session, read, time), time)
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
    return seen if session.corrected is None else max(session.corrected + seen - session.added, 0)


def _smoothed(session: _Session, readings: Sequence[Reading], time: float) -> tuple[Reading, ...]:
    session.filters = [
        one.step(time, value, beta=beta, minimum_cutoff=MINIMUM_CUTOFF if confidence >= GUESSED else CUTOFF_GUESSED)
        for one, beta, (value, confidence) in zip(session.filters, session.betas, readings, strict=True)
    ]
    return tuple(
        (one.value if value is not None else None, confidence)
        for one, (value, confidence) in zip(session.filters, readings, strict=True)
    )


def _shown(session: _Session) -> dict[str, object]:
    state = session.state
    cue = state.cue
    return {
        "seen": state.seen,
        "missing": [LANDMARK_NAMES[i] for i in state.missing],
        "count": _count(session),
        "side": state.side,
        "progress": round(state.progress, 3),
        "holding": state.holding,
        "hold": round(state.hold_seconds, 2),
        "angle": _angle(state),
        "cue": {"code": cue.code, "fault": cue.fault} if cue is not None else None,
        "praise": state.praise,
    }


def _angle(state: CoachState) -> dict[str, object] | None:
    """The counted angle as a range that holds its error; None where it is no angle or is not seen."""
    counted, track = state.plan.reference.counted, state.active
    if counted is None or track.value is None or MEASURES[counted.measure].unit is not Unit.DEGREES:
        return None
    error = ERROR if track.sure >= WELL_SEEN else ERROR_HIDDEN
    low, high = round(track.value - error), round(track.value + error)
    return {"measure": MEASURES[counted.measure].name, "low": low, "high": high}
