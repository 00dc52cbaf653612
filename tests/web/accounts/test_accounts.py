"""Accounts: every page answers, links work once, and sign-up is open only where it was opened."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from unbend.record.keeping import Role
from unbend.service.accounts import devices, pair, pairing_code, remove_device
from unbend.service.ports import Actor
from unbend.store.accounts import DjangoAccounts
from unbend.store.models import Access, Person, User
from unbend.web.accounts.links import password_path
from unbend.web.accounts.local import COOKIE
from unbend.web.ports import ports
from web.accounts.conftest import PASSWORD

OPEN = ("account_login", "account_signup", "account_reset_password", "account_inactive")
OWN = (
    "account_logout", "account_change_password", "account_reauthenticate", "mfa_index", "mfa_add_webauthn",
    "mfa_list_webauthn", "mfa_activate_totp", "mfa_reauthenticate_webauthn", "passkey-offer", "people",
)  # fmt: skip


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("name", OPEN)
def test_pages_before_signing_in_answer_in_our_look(name: str) -> None:
    page = Client().get(reverse(name))
    assert (page.status_code, 'class="wordmark"' in page.content.decode()) == (200, True)


@pytest.mark.parametrize("name", OWN)
def test_pages_of_an_account_answer_in_our_look(signed_in: Client, name: str) -> None:
    page = signed_in.get(reverse(name), follow=name == "mfa_reauthenticate_webauthn")
    assert (page.status_code, 'class="wordmark"' in page.content.decode()) == (200, True)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("name", OWN)
def test_nobody_else_sees_the_pages_of_an_account(name: str) -> None:
    page = Client().get(reverse(name))
    assert page.status_code == 302
    assert page.headers["Location"].startswith("/accounts/login/")


@pytest.mark.usefixtures("many")
def test_where_sign_up_is_closed_no_account_can_be_made(settings: Settings) -> None:
    settings.UNBEND = replace(settings.UNBEND, sign_up=False)
    form = {"username": "eve", "password1": PASSWORD, "password2": PASSWORD}
    page = Client().post(reverse("account_signup"), form)
    assert "given out here" in page.content.decode()
    assert not User.objects.exists()
    assert reverse("account_signup") not in Client().get(reverse("account_login")).content.decode()


@pytest.mark.django_db
def test_at_home_there_is_nothing_to_sign_in_to() -> None:
    assert Client(headers={"host": "localhost"}).get("/accounts/login/").status_code == 404


@pytest.mark.usefixtures("many")
def test_a_link_chooses_a_password_once() -> None:
    user, client = User.objects.create_user("ben"), Client()
    path = password_path(user.pk)
    assert "Choose a password" in client.get(path, follow=True).content.decode()
    form = client.get(path, follow=True).redirect_chain[-1][0]
    done = client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD}, follow=True)
    assert "Sign in with it" in done.content.decode()
    assert client.login(username="ben", password=PASSWORD)
    assert "This link is over" in Client().get(path, follow=True).content.decode()


@pytest.mark.usefixtures("many")
def test_a_bad_password_is_said_at_its_field_and_the_name_stays() -> None:
    page = Client().post(reverse("account_signup"), {"username": "cleo", "password1": "short", "password2": "short"})
    content = page.content.decode()
    assert 'value="cleo"' in content
    assert 'id="id_password1_error"' in content
    assert "short" not in re.sub(r"too short", "", content)


def test_a_code_from_an_app_is_asked_for_after_it_was_set_up(anna: User, signed_in: Client) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    page = signed_in.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert secret is not None
    code = format_hotp_value(hotp_value(secret[1], next(iter(yield_hotp_counters_from_time()))))
    done = signed_in.post(reverse("mfa_activate_totp"), {"code": code}, follow=True)
    assert done.status_code == 200
    codes = signed_in.get(reverse("mfa_view_recovery_codes")).content.decode()
    one = re.search(r"<li>(\w{8})</li>", codes)
    assert one is not None
    again = Client()
    step = again.post(reverse("account_login"), {"login": "anna", "password": PASSWORD}, follow=True)
    assert "One more step" in step.content.decode()
    assert "_auth_user_id" not in again.session
    again.post(reverse("mfa_authenticate"), {"code": one[1]})
    assert again.session["_auth_user_id"] == str(anna.pk)


# Letting somebody read along.


def with_person(user: User, name: str) -> Person:
    person = Person.objects.create(name=name, created_at=ports().clock.now())
    Access.objects.create(account=user, person=person, role=Role.SELF)
    return person


def test_a_clinician_reads_until_the_day_that_was_chosen(anna: User, signed_in: Client) -> None:
    person, clinician = with_person(anna, "Anna"), User.objects.create_user("dr-lee", PASSWORD)
    until = (ports().clock.now() + timedelta(days=30)).date()
    page = signed_in.post(reverse("sharing"), {"name": "Dr-Lee", "until": until.isoformat()}, follow=True)
    assert "dr-lee" in page.content.decode()
    row = Access.objects.get(account=clinician)
    assert (row.person, row.role) == (person, Role.CLINICIAN)
    assert row.until is not None
    assert row.until.astimezone(ports().clock.now().tzinfo).date() == until
    signed_in.post(reverse("sharing-stop", args=[clinician.pk]))
    assert not Access.objects.filter(account=clinician).exists()


@pytest.mark.parametrize(
    ("name", "days", "field"),
    [("nobody", 30, "name"), ("anna", 30, "name"), ("dr-lee", -1, "until"), ("dr-lee", 900, "until")],
)
def test_what_cannot_be_shared_is_said_at_its_field(
    anna: User, signed_in: Client, name: str, days: int, field: str
) -> None:
    with_person(anna, "Anna")
    User.objects.create_user("dr-lee", PASSWORD)
    until = (ports().clock.now() + timedelta(days=days)).date().isoformat()
    page = signed_in.post(reverse("sharing"), {"name": name, "until": until})
    assert page.status_code == 422
    assert f'id="id_{field}_error"' in page.content.decode()
    assert Access.objects.exclude(role=Role.SELF).count() == 0


def test_nobody_lets_others_read_a_record_that_is_not_theirs(anna: User, signed_in: Client) -> None:
    """A clinician sees the person, and may still not pass them on."""
    other = with_person(User.objects.create_user("ben", PASSWORD), "Ben")
    until = ports().clock.now() + timedelta(days=3)
    Access.objects.create(account=anna, person=other, role=Role.CLINICIAN, until=until)
    User.objects.create_user("eve", PASSWORD)
    signed_in.post(reverse("people"), {"person": str(other.pk)})
    page = signed_in.post(reverse("sharing"), {"name": "eve", "until": until.date().isoformat()})
    assert page.status_code == 404
    assert not Access.objects.filter(account__username="eve").exists()


def test_only_people_whom_one_may_see_can_be_opened(signed_in: Client) -> None:
    other = with_person(User.objects.create_user("ben", PASSWORD), "Ben")
    signed_in.post(reverse("people"), {"person": str(other.pk)})
    assert signed_in.session.get("person") is None
    assert "Ben" not in signed_in.get(reverse("people")).content.decode()


FORGET = b'<meta name="unbend-forget" content="plans">'


def test_who_signs_out_takes_their_plans_off_the_device_and_is_told_so_once(signed_in: Client) -> None:
    asks = signed_in.get("/accounts/logout/")
    assert FORGET not in asks.content
    assert b"data-unsent" in asks.content
    after = signed_in.post("/accounts/logout/", follow=True)
    assert after.redirect_chain[-1][0] == reverse("account_login")
    assert FORGET in after.content
    assert FORGET not in signed_in.get(reverse("account_login")).content


@pytest.mark.usefixtures("many")
def test_a_page_before_signing_in_takes_nothing_off_a_device() -> None:
    assert FORGET not in Client().get(reverse("account_login")).content


@pytest.mark.django_db
def test_a_device_that_was_removed_keeps_no_plans_and_is_nobody(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["192.168.1.5"]
    account = User.objects.at_home().pk
    now = datetime.now(UTC)
    paired = pair(pairing_code(Actor(account), DjangoAccounts(), now=now), "Phone", DjangoAccounts(), now=now)
    assert paired is not None
    phone = Client(HTTP_HOST="192.168.1.5", REMOTE_ADDR="192.168.1.7")
    phone.cookies[COOKIE] = paired.token
    assert FORGET not in phone.get("/", follow=True).content
    device = devices(Actor(account), DjangoAccounts())[0]
    remove_device(Actor(account), device.id, DjangoAccounts())
    after = phone.get("/", follow=True)
    assert after.redirect_chain[-1][0] == reverse("pair")
    assert FORGET in after.content
    stranger = Client(HTTP_HOST="192.168.1.5", REMOTE_ADDR="192.168.1.7")
    assert FORGET not in stranger.get("/", follow=True).content
