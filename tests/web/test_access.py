"""Who may see and do what, over every address there is: nobody but who may comes near a person's record."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import Any, cast
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from support.addresses import Address, addresses, patterns
from support.house import NOW, Somebody, clinician_of, somebody
from support.people import entry, person
from support.site import browser_of, with_accounts
from unbend.service.ports import Actor
from unbend.store.models import Access, Person, User

pytestmark = pytest.mark.django_db
NAME, NOTE, WHO = "Alice-4711", "a note of mine 4712", "Dr Who 4713"
MARKS = (NAME, NOTE, WHO)


class Rule(Enum):
    """Who may open an address."""

    ANYBODY = "holds nothing of anybody"
    ACCOUNT = "about the account that is signed in"
    SEE = "about a person, for them and their clinician"
    OWN = "about a person, for nobody but them"


RULES: dict[Rule, str] = {
    Rule.ANYBODY: """service-worker manifest offline figure coach-reference pair erased api:openapi-json api:api-root
        account_login account_logout account_inactive account_signup account_reset_password set-password
        mfa_authenticate mfa_login_webauthn""",
    Rule.ACCOUNT: """welcome people passkey-offer devices device-forget account_reauthenticate account_change_password
        mfa_index account_set_password mfa_reauthenticate mfa_activate_totp mfa_deactivate_totp
        mfa_view_recovery_codes mfa_generate_recovery_codes mfa_download_recovery_codes mfa_list_webauthn
        mfa_add_webauthn mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_edit_webauthn""",
    Rule.SEE: """today plan plan-print plan-calendar progress helps library exercise learn lesson letter letter-text
        workout workout-coach workout-script tests test test-by-camera questionnaires questionnaire audit
        settings""",
    Rule.OWN: """next-day walk set-aside sharing sharing-stop check check-again
        check-answer check-country check-correct clearance begin
        plan-day plan-item export export-file import import-look erase api:entries""",
}
POSTED = {
    "pain": "3", "minutes": "7", "units": "imperial", "thing": "audit:desk-hours", "country": "DE", "action": "never",
    "to": "none", "word": "erase", "decision": "take", "fever": "no", "value": "3", "desk-hours": "3", "by": WHO,
    "door": "mine", "answer": "no",
}  # fmt: skip


def rule_of(name: str) -> Rule:
    return next(rule for rule, names in RULES.items() if name in names.split())


def test_every_address_has_exactly_one_rule() -> None:
    ruled = [name for names in RULES.values() for name in names.split()]
    there = sorted({name for name, _, _ in patterns()})
    missing = [name for name in there if name not in ruled]
    assert missing == [], "write down in RULES who may open these"
    assert sorted(ruled) == sorted(set(ruled))
    assert [name for name in ruled if name not in there] == []


@dataclass(frozen=True)
class Stage:
    """Alice with a record that is easy to recognise, and others who look at it."""

    alice: Somebody
    doctor: Actor
    others: Mapping[str, Client] = field(default_factory=dict)

    def addresses(self) -> Iterator[Address]:
        """The addresses as they are for Alice."""
        return addresses({"account": str(self.doctor.account)})

    def fingerprint(self) -> tuple[object, ...]:
        """What nobody else may change."""
        accesses = sorted(Access.objects.filter(person_id=self.alice.person).values_list("account", "role"))
        return Person.objects.filter(pk=self.alice.person).exists(), list(self.alice.written), accesses


def record(who: Somebody) -> None:
    """A person who may have a plan, with some marks that nobody else's record has."""
    found = person(4)["findings"]
    who.said(
        entry("f", "answered", 1, {"findings": found}),
        entry("w", "wished", 1, {"wishes": {"minutes": 15, "days": 3}}),
        entry("n", "declined", 1, {"exercise": "plank", "why": NOTE}),
        entry("c", "cleared", 1, {"by": WHO, "covers": ["leg-pain"], "allows": "gentle"}),
    )


@pytest.fixture
def stage(settings: Settings) -> Stage:
    with_accounts(settings)
    settings.APPENDS_A_MINUTE = 10**6
    settings.ACCOUNT_RATE_LIMITS = False
    alice, bob = somebody(NAME), somebody("Bob")
    record(alice)
    bob.said(entry("f", "answered", 1, {"findings": person(4)["findings"]}))
    over = clinician_of(alice.person, until=NOW - timedelta(days=999))
    nobody = Actor(somebody("Carol").actor.account)
    others = {
        "another person": browser_of(bob.actor, person=alice.person),
        "a clinician whose time is over": browser_of(over, person=alice.person),
        "an account without a person of its own": browser_of(nobody, person=alice.person),
        "nobody": browser_of(None),
    }
    return Stage(alice, clinician_of(alice.person), others)


def visit(browser: Client, method: str, address: Address) -> HttpResponse:
    if address.name == "api:entries" and method == "post":
        return _sent(browser, address)
    said = {**POSTED, "entry": str(uuid4()), "_id": str(uuid4())} if method == "post" else {}
    return cast(HttpResponse, getattr(browser, method)(address.path, said))


def _sent(browser: Client, address: Address) -> HttpResponse:
    """A batch for Alice, whoever sends it."""
    about = str(Person.objects.get(name=NAME).pk)
    body = {"person": about, "client": 1, "entries": [entry("evil", "walked", 1, {"minutes": 1})]}
    return cast(HttpResponse, browser.post(address.path, json.dumps(body), content_type="application/json"))


def text_of(answer: Any) -> str:
    whole = b"".join(answer) if answer.streaming else answer.content
    return whole.decode(errors="replace") + str(dict(answer.headers))


def is_turned_away(answer: HttpResponse) -> bool:
    to_sign_in = answer.status_code == 302 and "/accounts/" in answer["Location"]
    return to_sign_in or answer.status_code in (401, 403, 404, 405)


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_sees_or_changes_anything_of_a_person(stage: Stage, method: str) -> None:
    before = stage.fingerprint()
    for who, browser in stage.others.items():
        for address in stage.addresses():
            answer = visit(browser, method, address)
            where = f"{who}: {method} {address.path}"
            assert answer.status_code < 500 or address.name == "service-worker", where
            assert [mark for mark in MARKS if mark in text_of(answer)] == [], where
            assert stage.fingerprint() == before, where


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_turned_away_wherever_something_is_kept(stage: Stage, method: str) -> None:
    for address in stage.addresses():
        answer = visit(stage.others["nobody"], method, address)
        if rule_of(address.name) is not Rule.ANYBODY:
            assert is_turned_away(answer), f"{method} {address.path}: {answer.status_code}"


def test_a_clinician_reads_and_changes_nothing(stage: Stage) -> None:
    browser = browser_of(stage.doctor, person=stage.alice.person)
    before = stage.fingerprint()
    opened = 0
    for address in stage.addresses():
        rule = rule_of(address.name)
        answer = visit(browser, "get", address)
        if rule is Rule.OWN:
            assert answer.status_code in (302, 404, 405), f"get {address.path}: {answer.status_code}"
            assert [mark for mark in MARKS if mark in text_of(answer)] == [], address.path
        opened += rule is Rule.SEE and answer.status_code == 200
        if address.name not in ("account_logout", "welcome"):
            visit(browser, "post", address)
        assert stage.fingerprint() == before, address.path
    assert opened >= len(RULES[Rule.SEE].split()) * 0.6


def test_the_person_themselves_sees_the_marks_so_that_looking_for_them_means_something(stage: Stage) -> None:
    browser = browser_of(stage.alice.actor)
    seen = {mark for address in stage.addresses() if address.name != "account_logout"
            for mark in MARKS if mark in text_of(visit(browser, "get", address))}  # fmt: skip
    assert {NOTE, WHO} <= seen
    before = stage.fingerprint()
    there = {address.name: address for address in stage.addresses()}
    changing = [there[name] for name in ("walk", "settings", "next-day", "api:entries", "erase")]
    for address in changing:
        visit(browser, "post", address)
        assert stage.fingerprint() != before, address.path
        before = stage.fingerprint()


def test_at_home_another_machine_of_the_network_sees_nothing() -> None:
    account = User.objects.at_home()
    alice = Somebody(Actor(account.pk), somebody(NAME).person)
    Access.objects.create(account=account, person_id=alice.person, role="self")
    record(alice)
    stage = Stage(alice, clinician_of(alice.person))
    before = stage.fingerprint()
    for headers in ({"REMOTE_ADDR": "192.168.1.7"}, {"HTTP_X_FORWARDED_FOR": "192.168.1.7"}, {"HTTP_VIA": "1.1 p"}):
        browser = Client(HTTP_HOST="localhost", **headers)  # type: ignore[arg-type]
        for method in ("get", "post"):
            for address in stage.addresses():
                answer = visit(browser, method, address)
                where = f"{headers} {method} {address.path}"
                assert [mark for mark in MARKS if mark in text_of(answer)] == [], where
                if rule_of(address.name) is not Rule.ANYBODY:
                    assert not (answer.status_code == 200 and re.search("<main", text_of(answer))), where
                assert stage.fingerprint() == before, where
