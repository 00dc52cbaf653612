"""What the catalogue knows about outcome measures: what is asked, how it is scored, and which change matters."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from unbend.catalogue.datum import datum


class Scoring(StrEnum):
    """How the answers become one number."""

    SUM = "sum"
    MEAN = "mean"
    SINGLE = "single"


@datum
class ImportantChange:
    """The change that people notice. It is reached by `points`, or by `share` of the score before.

    `points_of_one` stands in for `points` when only one item was answered. `verified` is whether the numbers were
    read at `source`; if not, they are shown as unverified.
    """

    source: str
    verified: bool
    points: float | None = None
    points_of_one: float | None = None
    share: float | None = None


@datum
class Measure:
    """One questionnaire or scale. Answers are whole numbers from `item_minimum` to `item_maximum`.

    `recall_days` is how far back it asks (0 is today). `fewest` is how many items must be answered; 0 means all.
    `blank_is_zero`: a line left unticked on a submitted form counts as 0. `own_items`: the person names the items.
    `is_change`: the answer is itself a change since a first day, so two of them are never subtracted.
    No `important` means that nobody has measured which change matters.
    """

    id: str
    items: tuple[str, ...]
    item_minimum: int
    item_maximum: int
    scoring: Scoring
    minimum: float
    maximum: float
    higher_is_better: bool
    recall_days: int
    licence: str
    sources: tuple[str, ...]
    important: ImportantChange | None = None
    fewest: int = 0
    blank_is_zero: bool = False
    own_items: bool = False
    is_change: bool = False
    unverified: str | None = None


@datum
class MeasureItemText:
    """One item's words. `low` and `high` name the ends of its scale; a line to tick has none."""

    ask: str
    low: str | None = None
    high: str | None = None


@datum
class MeasureText:
    """The words of one measure in one language: `text/<language>/measures/<id>.toml`.

    `ours` says whether the words are the project's own or, word for word, those that `attribution` names.
    """

    name: str
    what: str
    instructions: str
    items: Mapping[str, MeasureItemText]
    attribution: str
    ours: bool
    note: str | None = None
