"""What goes over the wire, as types that the OpenAPI description is made from."""

from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, WithJsonSchema

from unbend.record.kinds import KINDS
from unbend.record.log import MOST_ID
from unbend.service.record import MOST_AT_ONCE

MOST_LISTED = 10 * MOST_AT_ONCE
"""Above this a list is not even read; between the two the service says how many may come at once."""

Entry = Annotated[
    Any,
    WithJsonSchema(
        {
            "title": "Entry",
            "description": "One entry of the log. `unbend schema entry` tells which data belong to which kind.",
            "type": "object",
            "required": ["id", "kind", "happened_at", "data"],
            "properties": {
                "id": {"type": "string", "minLength": 1, "maxLength": MOST_ID},
                "kind": {"enum": list(KINDS)},
                "version": {"type": "integer", "minimum": 1},
                "happened_at": {"type": "string", "format": "date-time"},
                "data": {"type": "object"},
                "corrects": {"type": "string", "minLength": 1, "maxLength": MOST_ID},
            },
            "additionalProperties": False,
        }
    ),
]
"""Each is read by itself, so that one that cannot be taken does not hold up the others."""


SentAt = Annotated[str, Field(max_length=64, json_schema_extra={"format": "date-time"})]
"""Only words: a clock that is out of its mind holds up no entry."""


class Batch(Schema):
    """Entries of one person, from a program of this version. `sent_at`: what the sender's clock says as it sends."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    person: UUID
    client: Annotated[int, Field(ge=0, strict=True)]
    entries: Annotated[list[Entry], Field(max_length=MOST_LISTED)]
    sent_at: SentAt | None = None


class Outcome(Schema):
    """What became of one entry. `code` and `message` say why it was refused."""

    id: str
    outcome: Literal["stored", "already", "refused"]
    code: str | None = None
    message: str | None = None


class Outcomes(Schema):
    """What became of each, in the order in which they came. `min_client`: an older program ought to be renewed. `now`:
    the time here, for a sender to hold its own clock against."""

    min_client: int
    now: datetime
    results: list[Outcome]


class Refusal(Schema):
    """Why nothing of a request was taken."""

    code: str
    message: str
