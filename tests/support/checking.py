"""Somebody who goes through the pages of the safety check with a plain browser, without JavaScript."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from unbend.service.clock import MachineClock
from unbend.service.ports import Actor, Ports
from unbend.service.standing import Standing, standing
from unbend.settings import composition
from unbend.store.models import User
from unbend.web.ports import ports

HEALTHY: Mapping[str, object] = {"age": 45, "sex": "male", "duration-days": 20, "severity": 3, "where": ["low-back"]}


class LaterClock:
    """The machine's clock, nine days on."""

    def now(self) -> datetime:
        """The moment then."""
        return MachineClock().now() + timedelta(days=9)


def ports_in_nine_days() -> Ports:
    """What the pages stand on, nine days from now."""
    return replace(composition.ports(), clock=LaterClock())


@dataclass
class Walker:
    """One browser at home. `screens` are the findings of each screen seen; `taps` counts answers and buttons."""

    client: Client
    screens: list[list[str]] = field(default_factory=list)
    taps: int = 0

    def __post_init__(self) -> None:
        self.client.defaults["HTTP_HOST"] = "localhost"
        self.client.post(reverse("welcome"), {"door": "mine"})

    @property
    def ports(self) -> Ports:
        """What the pages stand on."""
        return ports()

    @property
    def actor(self) -> Actor:
        """The person at home."""
        return Actor(User.objects.at_home().pk)

    @property
    def person(self) -> str:
        """Their record."""
        return self.ports.store.visible_to(self.actor.account, self.ports.clock.now())[0].person

    def stand(self) -> Standing:
        """Where they stand."""
        return standing(self.actor, self.person, self.ports)

    def kinds(self) -> list[str]:
        """The kinds of entry in the log, in order."""
        return [entry.kind for entry in self.ports.store.entries(self.person)]

    def screen(self, **query: str) -> dict[str, Any] | None:
        """The form of the next screen; None where the questions have ended."""
        answer = self.client.get(reverse("check"), query)
        return form_of(answer.content.decode()) if answer.status_code == 200 else None

    def send(self, form: Mapping[str, Any], answers: Mapping[str, object], go: str = "on", **more: object) -> Any:
        """Send a screen with these answers and this button."""
        posted = {**form, **answers, "_go": go, **more}
        self.taps += len(answers) + 1
        return self.client.post(reverse("check"), posted)

    def walk(self, answers: Mapping[str, object], *, follow_ups: Mapping[str, str] | None = None) -> str:
        """Answer as told, no to all else, until the questions end; the page they end on."""
        for _step in range(60):
            form = self.screen()
            if form is None:
                return self.page("check-answer")
            self.screens.append(form["_shown"])
            assert self._one(form, answers, follow_ups or {}).status_code == 302
        raise AssertionError("the questions do not end")

    def _one(self, form: dict[str, Any], answers: Mapping[str, object], follow_ups: Mapping[str, str]) -> Any:
        shown = form["_shown"]
        if "_follows" in form:
            return self.send(form, {shown[0]: follow_ups[shown[0]]})
        known = {key: answers[key] for key in shown if key in answers}
        if len(shown) > 1:
            return self.send(form, known, "rest" if known else "none")
        if known:
            return self.send(form, known)
        finding = self.ports.known.catalogue.safety.findings[shown[0]]
        return self.send(form, {shown[0]: "no"}) if finding.type == "answer" else self.send(form, {}, "skip")

    def page(self, name: str, *arguments: str) -> str:
        """A page that must be there."""
        answer = self.client.get(reverse(name, args=arguments), follow=True)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()


def form_of(page: str) -> dict[str, Any]:
    """The hidden fields of a screen."""
    hidden = re.findall(r'<input type="hidden" name="(_\w+)" value="([^"]*)"', page)
    form: dict[str, Any] = {name: value for name, value in hidden if name != "_shown"}
    return {**form, "_shown": [value for name, value in hidden if name == "_shown"]}
