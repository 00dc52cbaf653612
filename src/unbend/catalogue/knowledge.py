"""What else the catalogue knows: findings, safety rules, causes, the audit, tests, lessons, sources."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from unbend.catalogue.datum import datum
from unbend.catalogue.words import Allows, FindingType, Strength, Urgency, Worrying


@datum
class Condition:
    """All of `all`, and any of `any`, and at least `at_least` of `of`. An empty part asks for nothing.

    A clause is another condition or a line such as `fever` (the worrying answer, or unsure; for a finding
    where neither answer worries: yes), `better-resting is no`, `age >= 65`, `where has flank`, `sex is female`.
    """

    all: tuple[str | Condition, ...] = ()
    any: tuple[str | Condition, ...] = ()
    at_least: int | None = None
    of: tuple[str | Condition, ...] = ()


@datum
class Finding:
    """One thing that may be known about a person. `advances` says how a number moves with the date;
    after `lapses_after_days` an answer about something recent is no longer known."""

    id: str
    group: str
    type: FindingType = FindingType.ANSWER
    worrying: Worrying = Worrying.NEITHER
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    options: tuple[str, ...] = ()
    gate: bool = False
    asked_when: Condition | None = None
    advances: str | None = None
    lapses_after_days: int | None = None
    whole: bool = False


@datum
class FindingText:
    """How a finding is asked (`question`, `help`), asked again when unsure (`follow_up`), and named (`label`)."""

    label: str
    question: str
    help: str | None = None
    follow_up: str | None = None


@datum
class SafetyRule:
    """When `when` holds: how soon to be seen, what is still allowed, which restrictions hold. `unverified` names
    what in the rule was not read at its source."""

    id: str
    urgency: Urgency
    when: Condition
    sources: tuple[str, ...]
    allows: Allows = Allows.NONE
    restrictions: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    departs: Mapping[str, str] | None = None
    lessons: tuple[str, ...] = ()
    unverified: str | None = None


@datum
class SafetyText:
    """Why in plain words, what to do now, and what to tell the clinician."""

    why: str
    advice: str
    tell: str


@datum
class Cause:
    """A contributor that a person can recognise. `raises` gives needs and weights (1 to 3); evidence is how
    well the link to back pain is shown."""

    id: str
    when: Condition
    raises: Mapping[str, int]
    evidence: Strength
    sources: tuple[str, ...]
    lessons: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    departs: Mapping[str, str] | None = None
    unverified: str | None = None


@datum
class CauseText:
    """What it is, and what to do about it."""

    name: str
    what: str
    do: str


@datum
class AuditItem:
    """One question about a person's days. Causes and programme rules say what an answer changes."""

    id: str
    type: FindingType
    sources: tuple[str, ...]
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    options: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


@datum
class AuditText:
    """How the audit asks, and what the answer is for. `options` words each option id."""

    label: str
    question: str
    why: str
    options: Mapping[str, str] | None = None


@datum
class Norm:
    """A border value for people of this age and sex only (years inclusive; no sex means either)."""

    age_from: int
    age_to: int
    border: float
    source: str
    sex: str | None = None


class Takes(StrEnum):
    """What a camera takes from a self-test: the seconds of the longest hold, the seconds that so many repetitions
    take, or how far the movement goes, in degrees."""

    HOLD = "hold"
    TIME = "time"
    RANGE = "range"


@datum
class CameraTest:
    """How a camera measures a self-test: by which exercise it knows the movement, and what it takes from how many
    repetitions. `only`: nobody can measure it at home without one."""

    exercise: str
    takes: Takes
    repetitions: int = 1
    only: bool = False


@datum
class SelfTest:
    """A test a person can do at home. `error` is the change or side difference that is more than noise (in `unit`),
    None where nobody has measured it: then sides are not compared. Nor are they when `sides_ignored_when` holds, as
    with a replaced joint. `higher_is_better` says which way is good. `shown_by`: an exercise whose picture fits.
    `camera`: how a camera measures it, where one can."""

    id: str
    unit: str
    per_side: bool
    higher_is_better: bool
    minimum: float
    maximum: float
    error: float | None = None
    sides_ignored_when: Condition | None = None
    raises: Mapping[str, int]
    sources: tuple[str, ...]
    weak: bool = False
    effortful: bool = False
    norms: tuple[Norm, ...] = ()
    restrictions: tuple[str, ...] = ()
    household: tuple[str, ...] = ()
    shown_by: str | None = None
    camera: CameraTest | None = None
    covers: tuple[str, ...] = ()
    unverified: str | None = None


@datum
class SelfTestText:
    """How a self-test is done, measured and stopped."""

    name: str
    steps: tuple[str, ...]
    measure: str
    stop_if: str
    note: str | None = None


@datum
class Lesson:
    """A short piece to read. `when` says for whom it matters most; none means everyone."""

    id: str
    theme: str
    sources: tuple[str, ...]
    when: Condition | None = None
    covers: tuple[str, ...] = ()


@datum
class LessonText:
    """A lesson's words: a title, and three to eight short paragraphs."""

    title: str
    body: tuple[str, ...]


@datum
class Source:
    """Where something was read. `read` says how much of it: full, abstract, summary, or memory (not opened). It is
    found again by `doi`, by `url`, or where it was `printed`."""

    id: str
    title: str
    authors: str
    kind: str
    strength: Strength
    read: str
    year: int | None = None
    doi: str | None = None
    url: str | None = None
    printed: str | None = None
    licence: str | None = None
    note: str | None = None
