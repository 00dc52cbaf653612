"""What the catalogue knows about an exercise: the facts, and apart from them the words of one language."""

from collections.abc import Mapping

from unbend.catalogue.datum import datum
from unbend.catalogue.words import Kind, Phase, Place, Position, Role

Range = tuple[int, int]


@datum
class DoseRange:
    """How much of an exercise a phase asks for: each pair runs from the first week's amount to the most.

    Exactly one of `repetitions`, `breaths`, `duration_seconds` and `metres` says how long a set is;
    `hold_seconds` is the time held in each repetition (a plank is 1 repetition with a hold).
    With `per_side` exercises every number is for one side.
    """

    sets: Range
    repetitions: Range | None = None
    hold_seconds: Range | None = None
    breaths: Range | None = None
    duration_seconds: Range | None = None
    metres: Range | None = None
    rest_seconds: int = 30


@datum
class Muscles:
    """Muscle ids of the vocabulary: those that work most, and those that help."""

    primary: tuple[str, ...]
    secondary: tuple[str, ...] = ()


@datum
class Exercise:
    """The facts of one exercise.

    `rung` is one scale over all ladders: 1 anyone may begin here, 2 a beginner, 3 used to exercise,
    4 well trained, 5 athletic. `needs` weighs from 1 (helps) to 3 (made for it). `equipment` must be owned;
    `household` things are taken to be in every home. `tempo_seconds` is one repetition without its hold.
    `departs` says, for a row of the source documents, why the catalogue does otherwise.
    """

    id: str
    rung: int
    kind: Kind
    roles: tuple[Role, ...]
    position: Position
    places: tuple[Place, ...]
    needs: Mapping[str, int]
    muscles: Muscles
    dose: Mapping[Phase, DoseRange]
    sources: tuple[str, ...]
    ladder: str = ""
    per_side: bool = False
    familiar: bool = False
    tempo_seconds: int | None = None
    equipment: tuple[str, ...] = ()
    household: tuple[str, ...] = ()
    restrictions: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    departs: Mapping[str, str] | None = None
    easier: str | None = None
    harder: str | None = None
    retired: bool = False


@datum
class ExerciseFile:
    """One ladder: `data/exercises/<ladder>.toml`, easiest exercise first."""

    ladder: str
    exercise: tuple[Exercise, ...]


@datum
class Mistake:
    """What is often seen, and the kind correction."""

    see: str
    do: str


@datum
class ExerciseText:
    """The words of one exercise in one language."""

    name: str
    summary: str
    steps: tuple[str, ...]
    breathing: str
    cues: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    feel: str
    stop_if: tuple[str, ...]
    note: str | None = None
