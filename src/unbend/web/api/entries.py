"""Taking in what devices kept while they had no network."""

import logging
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import cast

from django.http import HttpRequest
from ninja import Router

from unbend.service.heard import take_in
from unbend.service.ports import Actor
from unbend.web.api.limit import within_limit
from unbend.web.api.schemas import Batch, Outcome, Outcomes, Refusal
from unbend.web.ports import ports

log = logging.getLogger("unbend.api")

CLOCK_IS_RIGHT_WITHIN = timedelta(minutes=5)
MIN_CLIENT = 1
"""The oldest version of the player's program that nobody needs to renew. An older one is still heard."""

router = Router()
REFUSALS = dict.fromkeys((400, 401, 403, 413, 429, 500), Refusal)


@router.post("entries", response={200: Outcomes, **REFUSALS}, url_name="entries", exclude_none=True)
def entries(request: HttpRequest, batch: Batch) -> Outcomes:
    """Store each entry that is not there yet, and say of each what became of it: sent twice, it is stored once."""
    known, actor = ports(), cast(Actor, request.auth)  # type: ignore[attr-defined]
    within_limit(actor, what="append", now=known.clock.now())
    results = take_in(actor, str(batch.person), batch.entries, known)
    now = known.clock.now()
    _note_the_clock(batch.sent_at, now)
    return Outcomes(min_client=MIN_CLIENT, now=now, results=[Outcome(**asdict(result)) for result in results])


def _note_the_clock(sent_at: str | None, now: datetime) -> None:
    """A line for whoever runs the site when the clock of a device is wrong; what cannot be read is let be."""
    try:
        ahead = datetime.fromisoformat(sent_at or "") - now
    except (ValueError, TypeError, OverflowError):
        return
    if abs(ahead) > CLOCK_IS_RIGHT_WITHIN:
        log.warning("the clock of a device is wrong by about %d minutes", round(ahead / timedelta(minutes=1)))
