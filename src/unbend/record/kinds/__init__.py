"""The kinds of entry, one file each: what it holds, how it is read from JSON, and what it does to the state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.kinds import (
    advised,
    answered,
    audited,
    cleared,
    declined,
    kept,
    measured,
    moved,
    next_day,
    practised,
    practised_before,
    preferred,
    put_off,
    read_lesson,
    set_aside,
    swapped,
    tested,
    walked,
    wished,
)
from unbend.record.state import State

Data = (
    advised.Advised
    | answered.Answered
    | audited.Audited
    | cleared.Cleared
    | declined.Declined
    | kept.Kept
    | measured.Measured
    | moved.Moved
    | next_day.NextDay
    | practised.Practised
    | preferred.Preferred
    | put_off.PutOff
    | read_lesson.ReadLesson
    | set_aside.SetAside
    | swapped.Swapped
    | tested.Tested
    | walked.Walked
    | wished.Wished
)


@dataclass(frozen=True)
class EntryKind:
    """A kind's present version, how its data is read, and its step of the fold.

    `upcasters`: for each older version, what turns its JSON into that of the next. What is stored stays as written.
    """

    version: int
    read: Callable[[object, Catalogue, str], Data]
    apply: Callable[[State, object, datetime, str], State]
    upcasters: Mapping[int, Callable[[object], object]] = field(default_factory=dict)

    def upgraded(self, raw: object, version: int) -> object:
        """Data written in `version`, as the present version would write it."""
        for step in range(version, self.version):
            raw = self.upcasters[step](raw)
        return raw


KINDS: dict[str, EntryKind] = {
    "answered": EntryKind(1, answered.read, answered.apply),
    "audited": EntryKind(1, audited.read, audited.apply),
    "tested": EntryKind(1, tested.read, tested.apply),
    "wished": EntryKind(1, wished.read, wished.apply),
    "cleared": EntryKind(1, cleared.read, cleared.apply),
    "practised": EntryKind(
        4,
        practised.read,
        practised.apply,
        {
            1: practised_before.from_version_1,
            2: practised_before.from_version_2,
            3: practised_before.from_version_3,
        },
    ),
    "declined": EntryKind(1, declined.read, declined.apply),
    "kept": EntryKind(1, kept.read, kept.apply),
    "next-day": EntryKind(2, next_day.read, next_day.apply, {1: next_day.from_version_1}),
    "measured": EntryKind(1, measured.read, measured.apply),
    "walked": EntryKind(1, walked.read, walked.apply),
    "moved": EntryKind(1, moved.read, moved.apply),
    "swapped": EntryKind(1, swapped.read, swapped.apply),
    "put-off": EntryKind(1, put_off.read, put_off.apply),
    "preferred": EntryKind(1, preferred.read, preferred.apply),
    "read": EntryKind(1, read_lesson.read, read_lesson.apply),
    "set-aside": EntryKind(1, set_aside.read, set_aside.apply),
    "advised": EntryKind(1, advised.read, advised.apply),
}
