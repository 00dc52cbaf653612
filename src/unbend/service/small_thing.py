"""The small thing of the day, with its words."""

from dataclasses import dataclass

from unbend.assessment.small_thing import Sort, Thing, small_thing
from unbend.service.assessment import phase_of
from unbend.service.ports import Ports
from unbend.service.standing import Standing

MINUTES = {Sort.AUDIT: 1, Sort.TEST: 4, Sort.MEASURE: 1}
ITEMS_A_MINUTE = 6
"""Lines of a questionnaire that are answered in a minute without hurry."""

_ADDRESS = {Sort.AUDIT: "audit", Sort.TEST: "test", Sort.MEASURE: "questionnaire"}


@dataclass(frozen=True)
class SmallThing:
    """`thing` is its code, which a `set-aside` entry names; `page` and `id` say where it is done."""

    thing: str
    title: str
    minutes: int
    page: str
    id: str


def small_thing_of(here: Standing, ports: Ports) -> SmallThing | None:
    """What to offer the person today, if anything."""
    catalogue, phase = ports.known.catalogue, phase_of(here, ports)
    found = small_thing(
        here.state, catalogue, here.about, phase=phase, restrictions=here.safety.restrictions, now=here.now
    )
    return None if found is None else _shown(found, ports)


def _shown(thing: Thing, ports: Ports) -> SmallThing:
    return SmallThing(thing.code, _title(thing, ports), _minutes(thing, ports), _ADDRESS[thing.sort], thing.id)


def _title(thing: Thing, ports: Ports) -> str:
    match thing.sort:
        case Sort.AUDIT:
            return ports.known.texts.audit[thing.id].question
        case Sort.TEST:
            return ports.known.texts.tests[thing.id].name
        case Sort.MEASURE:
            return ports.known.measures[thing.id].name


def _minutes(thing: Thing, ports: Ports) -> int:
    if thing.sort is not Sort.MEASURE:
        return MINUTES[thing.sort]
    return max(1, len(ports.known.catalogue.measures[thing.id].items) // ITEMS_A_MINUTE)
