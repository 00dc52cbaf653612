"""What holds for every record: nothing is told without its mornings, order changes nothing, silence hints nothing."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.mornings import EXERCISES, Life, lived
from support.people import catalogue
from support.records import on
from unbend.catalogue.load_text import load_texts
from unbend.progress.helps import Kind, Morning, Mornings, Told, mornings_of, what_helps
from unbend.progress.helps.answer import SMALL
from unbend.progress.helps.things import LEAST
from unbend.record.entry import Entry
from unbend.record.kinds.next_day import SAT, SLEPT, NextDay
from unbend.record.kinds.practised import Done, Practised
from unbend.record.kinds.walked import Walked
from unbend.service.helps import sentence_of

FIRST = date(2026, 1, 5)
TODAY = FIRST + timedelta(days=400)
SAYS = (Told.LOWER, Told.HIGHER)
TEXTS = load_texts()
KNOWN = sorted(catalogue().exercises)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Morning, ...]:
    """Mornings of a made-up life, with large effects and small, and some of what was said left out."""
    effects = draw(st.dictionaries(st.sampled_from([*Kind, *EXERCISES]), st.sampled_from([-2.0, -1.0, 1.0, 2.0])))
    life = Life(
        usual=draw(st.sampled_from([0.5, 4, 8])),
        carried=draw(st.sampled_from([0, 0.5, 0.9])),
        noise=draw(st.sampled_from([0.0, 0.3, 1.0])),
        missing=draw(st.sampled_from([0, 0.1, 0.4])),
        effects={str(thing): points for thing, points in effects.items()},
    )
    return lived(life, Random(draw(st.integers(0, 10_000))), draw(st.integers(5, 150))).rows


@examples(60, soak=3000)
@given(lives())
def test_nothing_is_told_without_its_mornings_its_size_and_an_interval_on_one_side(rows: tuple[Morning, ...]) -> None:
    found = what_helps(Mornings(rows, len(rows) + 1))
    assert found.look is not None or found.found == ()
    for one in found.found:
        assert (one.difference is not None) == (one.told in SAYS)
        if one.difference is not None:
            assert min(one.having, one.lacking) >= LEAST
            assert abs(one.difference.points) >= SMALL
            assert one.difference.low <= one.difference.points <= one.difference.high
            assert one.difference.low > 0 or one.difference.high < 0
            assert one.told is (Told.LOWER if one.difference.points < 0 else Told.HIGHER)


@examples(40, soak=2000)
@given(lives(), st.integers(0, 7), st.sampled_from(["slept", "sat", "workout"]))
def test_a_thing_known_on_too_few_mornings_is_never_told(rows: tuple[Morning, ...], few: int, what: str) -> None:
    """However much it seems to do: with seven mornings or fewer on one side nothing is asked."""
    nothing = {"slept": None, "sat": None, "workout": False}[what]
    most = {"slept": "well", "sat": "little", "workout": True}[what]
    left = [
        replace(row, **{what: most if n < few else nothing}, exercises=frozenset())  # type: ignore[arg-type]
        for n, row in enumerate(rows)
    ]
    kinds = {"slept": (Kind.SLEPT_WELL, Kind.SLEPT_BADLY), "sat": (Kind.SAT_LITTLE, Kind.SAT_MUCH)}
    found = what_helps(Mornings(tuple(left), len(left))).found
    assert {one.told for one in found if one.thing.kind in kinds.get(what, (Kind.WORKOUT,))} <= {Told.TOO_FEW}


@examples(40, soak=2000)
@given(lives(), st.integers(0, 27))
def test_fewer_mornings_than_the_first_look_takes_say_nothing_at_all(rows: tuple[Morning, ...], count: int) -> None:
    assert what_helps(Mornings(rows[:count], count)).found == ()


@examples(40, soak=2000)
@given(lives())
def test_what_is_said_where_nothing_is_told_holds_no_number_of_pain(rows: tuple[Morning, ...]) -> None:
    """What is asked, and the sentence, are the same whichever way the pain of these mornings went."""
    turned = tuple(replace(row, pain=10 - row.pain, before=10 - row.before) for row in rows)
    one, other = (what_helps(Mornings(some, len(some))).found for some in (rows, turned))
    for first, second in zip(one, other, strict=True):
        assert (first.thing, first.having, first.lacking) == (second.thing, second.having, second.lacking)
        if first.told is second.told and first.told not in SAYS:
            assert sentence_of(first, TEXTS) == sentence_of(second, TEXTS)
            assert "pain was" not in sentence_of(first, TEXTS)


@st.composite
def records(draw: st.DrawFn) -> list[Entry]:
    """Some weeks of entries, several on a day."""
    made = []
    for number in range(draw(st.integers(0, 60))):
        day = FIRST + timedelta(days=draw(st.integers(0, 40)))
        data = draw(
            st.one_of(
                st.builds(NextDay, st.integers(0, 10), slept=st.sampled_from([None, *SLEPT]),
                          sat=st.sampled_from([None, *SAT])),
                st.builds(Walked, st.integers(1, 90)),
                st.builds(lambda name: Practised((Done(name),)), st.sampled_from(KNOWN)),
            )
        )  # fmt: skip
        made.append(on(day, data, key=f"e{number:02}"))
    return made


@examples(40, soak=3000)
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_no_morning(entries: list[Entry], random: Random) -> None:
    shuffled = [*entries, *entries[:3]]
    random.shuffle(shuffled)
    assert mornings_of(shuffled, until=TODAY) == mornings_of(entries, until=TODAY)


@examples(40, soak=3000)
@given(records(), st.integers(0, 59))
def test_an_answer_less_never_makes_a_morning_more(entries: list[Entry], number: int) -> None:
    fewer = [entry for entry in entries if entry.id != f"e{number:02}"]
    some, every = mornings_of(fewer, until=TODAY), mornings_of(entries, until=TODAY)
    assert {row.day for row in some.rows} <= {row.day for row in every.rows}
    assert some.told <= every.told
