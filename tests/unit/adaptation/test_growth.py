"""What was earned adds one thing: a set, or a step of the dose."""

from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from unbend.adaptation.growth import one_thing_more, sets_at

ENDS = st.tuples(st.integers(1, 2), st.integers(2, 4))


@given(st.integers(0, 4), st.one_of(st.none(), st.integers(1, 4)), ENDS)
@examples(200, soak=5_000)
def test_only_one_thing_grows_and_by_one(step: int, sets: int | None, ends: tuple[int, int]) -> None:
    further, more = one_thing_more(step, sets, full=4, ends=ends)
    grown = (further - step, (more or 0) - (sets or 0))
    assert grown in ((0, 0), (1, 0), (0, 1))
    assert further <= 4
    assert more is None or sets is None or more <= max(sets, ends[1])


@given(st.integers(1, 2), ENDS)
@examples(50, soak=500)
def test_the_full_amount_is_reached_with_the_most_sets_and_then_it_stays(sets: int, ends: tuple[int, int]) -> None:
    at: tuple[int, int | None] = (0, sets)
    for _ in range(10):
        at = one_thing_more(*at, full=4, ends=ends)
    assert at == (4, max(sets, ends[1]))
    assert one_thing_more(*at, full=4, ends=ends) == at


def test_sets_grow_evenly_on_the_way() -> None:
    assert [sets_at(step, full=4, ends=(1, 3)) for step in range(5)] == [1, 2, 2, 3, 3]
    assert [sets_at(step, full=4, ends=(2, 2)) for step in range(5)] == [2] * 5
