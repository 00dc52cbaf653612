"""The person at home in front of the pages: what they answered, what they see, and what is kept of them."""

from collections.abc import Mapping

from django.test import Client
from django.urls import reverse

from support.people import gates_done
from unbend.record.entry import Entry
from unbend.record.state import State
from unbend.service.knowledge import Knowledge
from unbend.service.ports import Actor
from unbend.service.record import note
from unbend.store.models import User
from unbend.web.ports import ports

LIKELY: Mapping[str, object] = gates_done({"age": 40, "sex": "female", "duration-days": 120, "severity": 2})
"""Somebody of forty whose every gate question is answered, with nothing that worries."""


class Home:
    """One person on this machine, with a browser."""

    def __init__(self, client: Client) -> None:
        self.client, self.ports = client, ports()
        account = User.objects.at_home().pk
        self.actor = Actor(account)
        self.person = self.ports.store.add_person(account, name="Alice", example=False, now=self.ports.clock.now())
        client.defaults["HTTP_HOST"] = "localhost"

    @property
    def known(self) -> Knowledge:
        """What is known."""
        return self.ports.known

    @property
    def state(self) -> State:
        """What the record adds up to."""
        return self.ports.store.state(self.person)

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Those of one kind that count."""
        return self.ports.store.entries(self.person, kinds=[kind])

    def answered(self, findings: Mapping[str, object]) -> None:
        """Store answers of the safety check."""
        self.noted("answered", findings=findings)

    def noted(self, kind: str, **data: object) -> Entry:
        """Store an entry."""
        return note(self.actor, self.person, kind, data, self.ports)

    def page(self, name: str, *arguments: str, **query: str) -> str:
        """The page of this name, which must be there."""
        answer = self.client.get(reverse(name, args=arguments), query)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    def send(self, name: str, *arguments: str, **fields: object) -> str:
        """Send a form; what is seen when all has led on."""
        answer = self.client.post(reverse(name, args=arguments), fields, follow=True)
        assert answer.status_code in (200, 422), answer.status_code
        return answer.content.decode()
