"""When to get help is said to each person with what is particular to them (hard rule 8)."""

import pytest

from support.examples import moved_in, ports_at
from unbend.service.check import safety_net, safety_net_for
from unbend.service.standing import standing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "more"), [("pregnant-nurse-on-nights", True), ("desk-worker", False)])
def test_who_is_pregnant_hears_what_else_to_look_out_for(name: str, more: bool) -> None:
    house = ports_at()
    actor, person = moved_in(house, name)
    texts = house.known.texts.safety
    said = safety_net_for(standing(actor, person, house).values, texts)
    assert said.startswith(safety_net(texts))
    assert ("maternity unit" in said) is more
