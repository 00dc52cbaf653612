"""One line of a person's log."""

from dataclasses import dataclass
from datetime import datetime

from unbend.record.kinds import Data


@dataclass(frozen=True)
class Entry:
    """Something a person said or did. `happened_at` knows its time zone; `corrects` names the entry it replaces."""

    id: str
    kind: str
    happened_at: datetime
    data: Data
    version: int = 1
    corrects: str | None = None
