"""The fixed words of the house that code may know by name: urgencies, phases, kinds, places."""

from enum import StrEnum
from functools import cached_property


class Urgency(StrEnum):
    """How soon a person needs to be seen, from the least to the most pressing."""

    SELF_CARE = "self-care"
    SEE_CLINICIAN = "see-clinician"
    URGENT = "urgent"
    EMERGENCY = "emergency"

    @cached_property
    def rank(self) -> int:
        """0 for self-care up to 3 for an emergency."""
        return list(Urgency).index(self)


class Allows(StrEnum):
    """What a safety rule still lets a person do, from nothing to everything."""

    NONE = "none"
    GENTLE = "gentle"
    PLAN = "plan"

    @cached_property
    def rank(self) -> int:
        """0 for nothing up to 2 for a full plan."""
        return list(Allows).index(self)


class Answer(StrEnum):
    """What a person may say to a yes-or-no question. Not asked is the absence of an answer."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Worrying(StrEnum):
    """Which answer to a finding is the worrying one."""

    YES = "yes"
    NO = "no"
    NEITHER = "neither"


class FindingType(StrEnum):
    """The form of a finding's value."""

    ANSWER = "answer"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"


class Phase(StrEnum):
    """Where a person is in the programme."""

    CALM = "calm"
    RESTORE = "restore"
    STRENGTHEN = "strengthen"
    MAINTAIN = "maintain"


class Kind(StrEnum):
    """What sort of work an exercise is."""

    STRENGTH = "strength"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    BREATHING = "breathing"
    AEROBIC = "aerobic"
    RELAXATION = "relaxation"
    EVERYDAY = "everyday"
    TOOL = "tool"


class Role(StrEnum):
    """Where in a workout an exercise may stand; a break is a minute at a desk, outside any workout."""

    WARM_UP = "warm-up"
    MAIN = "main"
    EASE = "ease"
    BREAK = "break"


class Position(StrEnum):
    """The posture in which an exercise is done."""

    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands-and-knees"
    KNEELING = "kneeling"
    HALF_KNEELING = "half-kneeling"
    LONG_SITTING = "long-sitting"
    SITTING = "sitting"
    SQUATTING = "squatting"
    STANDING = "standing"
    HANGING = "hanging"
    WALKING = "walking"


class Place(StrEnum):
    """What a person needs under them; `wishes.positions` lists the places they can use."""

    FLOOR = "floor"
    BED = "bed"
    CHAIR = "chair"
    STANDING = "standing"


class Strength(StrEnum):
    """How far a source can be leant on."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    OPINION = "opinion"
