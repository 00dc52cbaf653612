"""What the catalogue knows for making a programme: needs, things, rules, and where a person begins."""

from collections.abc import Mapping

from unbend.catalogue.datum import datum
from unbend.catalogue.knowledge import Condition
from unbend.catalogue.words import Phase


@datum
class Need:
    """Something a back can lack. `base` is everyone's weight; `evidence` how much of its value counts."""

    id: str
    base: int
    sources: tuple[str, ...]


@datum
class Thing:
    """Equipment or a household thing an exercise may use; household things are taken to be in every home."""

    id: str
    household: bool = False


@datum
class ProgrammeRule:
    """A rule by which a programme is made. `sets` gives parameters of `planning`; a rule that only words advice
    sets nothing."""

    id: str
    sources: tuple[str, ...]
    sets: Mapping[str, object] | None = None
    covers: tuple[str, ...] = ()
    departs: Mapping[str, str] | None = None
    unverified: str | None = None


@datum
class ProgrammeText:
    """The rule in one sentence, and what it changes."""

    rule: str
    changes: str


@datum
class PhaseRule:
    """A person starts in this phase when `when` holds; the first rule that holds wins."""

    phase: Phase
    when: Condition
    sources: tuple[str, ...]
    id: str
    unverified: str | None = None


@datum
class StartRule:
    """The rung a person may begin on when `when` holds; the first rule that holds wins."""

    id: str
    rung: int
    when: Condition
    sources: tuple[str, ...]
    unverified: str | None = None


@datum
class DirectionRule:
    """Which way of moving to begin with when `when` holds, named by the restrictions that such exercises carry.

    `prefers` come first; `avoids` are left for later, and tried again after the programme's easier first weeks."""

    id: str
    when: Condition
    sources: tuple[str, ...]
    prefers: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    unverified: str | None = None
