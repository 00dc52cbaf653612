"""Where a person stands at this moment: their state, what it means today, and the safety answer."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from unbend.catalogue.condition import Person, Values
from unbend.record.state import State
from unbend.record.today import audit_on
from unbend.safety import SafetyAnswer
from unbend.service.access import Right, require
from unbend.service.check import check_state
from unbend.service.ports import Actor, Ports


@dataclass(frozen=True)
class Standing:
    """`now` is in the person's own time zone, `today` the day there; `values` are the findings known today."""

    person: str
    state: State
    now: datetime
    safety: SafetyAnswer
    values: Values
    about: Person

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self.now.date()


def standing(actor: Actor, person: str, ports: Ports, *, right: Right = Right.SEE) -> Standing:
    """Where the person stands. Raises NotAllowed."""
    require(actor, person, right, ports)
    state, catalogue = ports.store.state(person), ports.known.catalogue
    now = local(ports.clock.now(), state)
    safety, values = check_state(state, catalogue.safety, today=now.date())
    about = Person({**audit_on(state), **values}, catalogue.safety.worrying)
    return Standing(person, state, now, safety, values, about)


def local(now: datetime, state: State) -> datetime:
    """The moment in the person's own time zone, where they told it."""
    zone = state.preferences.time_zone
    return now if zone is None else now.astimezone(ZoneInfo(zone))
