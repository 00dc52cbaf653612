"""The one person at home out of the examples, and the browser on their own machine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.test import Client

from support.examples import example, moved_in, ports_at
from support.house import Stopped
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.store.models import User


def at_home(name: str, *, days_ago: int = 0) -> tuple[Client, Actor, str, Ports]:
    """The browser, who they are, and the house as it is now. They came so many days ago and did the check today."""
    house = replace(ports_at(), clock=Stopped(datetime.now(UTC).astimezone()))
    then = replace(house, clock=Stopped(house.clock.now() - timedelta(days=days_ago)))
    actor, person = moved_in(then, name, account=User.objects.at_home().username)
    note(actor, person, "answered", {"findings": example(name)["findings"]}, house)
    return Client(HTTP_HOST="localhost"), actor, person, house
