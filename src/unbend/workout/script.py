"""The script of one workout: all that a player needs, with no network and nothing else to decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from unbend.catalogue.words import Phase, Worrying

VERSION = 1
"""Raised when something in a script means another thing than before. What only came later is left out of older ones."""

DAYS_GOOD_FOR = 7
"""After so many days the plan and the answers behind a script may be others."""


class Variant(StrEnum):
    """Which workout of the day: the planned one, a short one, or one without the floor."""

    PLANNED = "planned"
    SHORT = "short"
    NO_FLOOR = "no-floor"


class Kind(StrEnum):
    """What a stretch of a workout is for."""

    NEXT = "next"
    GET_READY = "get-ready"
    MOVE = "move"
    HOLD = "hold"
    BREATHE = "breathe"
    GO = "go"
    SWITCH_SIDE = "switch-side"
    REST = "rest"


@dataclass(frozen=True)
class Shown:
    """What the figure shows, by times of its round: a still where both are the same. A time past the round is in the
    next one; `loop` plays on from `start` at its own pace."""

    start: float
    end: float
    loop: bool = False


@dataclass(frozen=True)
class BreathPace:
    """Seconds in and seconds out."""

    inward: float
    outward: float


@dataclass(frozen=True)
class Segment:
    """One stretch of time. `say` is spoken when it begins; `repetition` counts from 1 inside its set."""

    kind: Kind
    seconds: int
    side: str
    set: int
    sets: int
    shown: Shown
    repetition: int | None = None
    repetitions: int | None = None
    breath: BreathPace | None = None
    say: str | None = None


@dataclass(frozen=True)
class Figures:
    """Addresses of the pictures of one side."""

    moving: str
    start: str
    end: str


@dataclass(frozen=True)
class Watched:
    """How the camera may lead an exercise: from which view, whether repetitions are counted or a hold is timed, whether
    the sides take turns within a repetition, the address of what it is held against, and whether the person may be
    asked to go a little farther."""

    view: str
    by: str
    alternates: bool
    reference: str
    farther: bool


@dataclass(frozen=True)
class Part:
    """One exercise of the script, in words and in seconds; `step` is how far along its dose it is given, from 0.
    `camera` is None where a camera could only keep the time. `easier` may be done in its place, in no more time."""

    exercise: str
    name: str
    slot: str
    step: int
    dose: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    breathing: str
    feel: str
    stop_if: tuple[str, ...]
    figures: Mapping[str, Figures]
    round_seconds: float
    target_seconds: float
    segments: tuple[Segment, ...]
    camera: Watched | None
    easier: "Part | None"

    @property
    def seconds(self) -> int:
        """How long all of it takes."""
        return sum(segment.seconds for segment in self.segments)


@dataclass(frozen=True)
class Question:
    """One question before the workout, and which answer to it worries; not to be sure worries too."""

    finding: str
    text: str
    help: str | None
    follow_up: str | None
    worrying: Worrying


@dataclass(frozen=True)
class Pain:
    """How pain is asked, and what the ends of its scale are called. Pain that rose by `stop_rise` since the start, or
    that is above `stop_pain` and rose at all, ends a workout; both are out of ten."""

    text: str
    low: str
    high: str
    stop_pain: int
    stop_rise: int


@dataclass(frozen=True)
class Gate:
    """What is asked before anything starts."""

    questions: tuple[Question, ...]
    pain: Pain


@dataclass(frozen=True)
class Telephone:
    """Whom to ring, and at which number."""

    who: str
    number: str


@dataclass(frozen=True)
class Help:
    """The card that is shown when something worries: what needs help when, whom to ring, and what comes after."""

    title: str
    now: tuple[str, ...]
    same_day: tuple[str, ...]
    numbers: tuple[Telephone, ...]
    look_again: str
    letter: str


@dataclass(frozen=True)
class Sound:
    """What the person wants to hear, unless they say otherwise on the device itself."""

    voice: bool = True
    beeps: bool = True


@dataclass(frozen=True)
class Script:
    """One workout of one person on one day, of a plan in this phase. All words are final, in `language`."""

    id: str
    person: str
    language: str
    day: date
    variant: Variant
    phase: Phase
    made_at: datetime
    expires_at: datetime
    title: str
    sound: Sound
    parts: tuple[Part, ...]
    gate: Gate
    help: Help

    @property
    def seconds(self) -> int:
        """From the first exercise to the last."""
        return sum(part.seconds for part in self.parts)
