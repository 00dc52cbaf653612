"""The person a command is about: whoever may read the data folder acts with the person's own account."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unbend.cli.house import opened, place
from unbend.record.errors import BadInput
from unbend.service.backup import Database, Place, refuse_newer

if TYPE_CHECKING:  # else the safety check would wait for all that the use cases stand on
    from unbend.service.ports import Actor, Ports
    from unbend.store.owners import Owner

Person = Annotated[
    str | None,
    typer.Option("--person", metavar="ID", help="Whose record, where there is more than one; an export names the id."),
]

MOST_NAMED = 5


@dataclass(frozen=True)
class Own:
    """Who acts, for whom, and with what."""

    actor: "Actor"
    person: str
    ports: "Ports"
    database: Database
    place: Place


def own(data: Path | None, person: str | None) -> Own:
    """The house opened, and the person found in it. Raises BadInput where there is none, or more than one to choose."""
    from unbend.service.ports import Actor

    house, settings = opened(data)
    database = house.database()
    steps = database.steps()
    refuse_newer(steps, "the database")
    if steps.waiting:
        raise BadInput(str(settings.data), "the database is not ready", "start with `unbend up` or `unbend migrate`")
    account, found = _chosen(person)
    ports: Ports = import_module("unbend.settings.composition").ports()
    return Own(Actor(account), found, ports, database, place(settings))


def _chosen(person: str | None) -> tuple[int, str]:
    """The person named, or the only one who is no example."""
    from unbend.store.owners import owners

    everybody = owners()
    if person is not None:
        fitting = [owner for owner in everybody if owner.person == person.lower()]
    else:
        fitting = [owner for owner in everybody if not owner.example]
    if not fitting:
        raise BadInput("--person", "there is no such person" if person else "there is nobody yet", _known(everybody))
    if len(fitting) > 1:
        raise BadInput("--person", f"there are {len(fitting)} people", _known(everybody))
    return fitting[0].account, fitting[0].person


def _known(everybody: "tuple[Owner, ...]") -> str:
    ids = [owner.person for owner in everybody[:MOST_NAMED]]
    return f"name one of {', '.join(ids)}" if ids else "start with `unbend up`"
