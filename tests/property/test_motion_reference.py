"""A reference goes through JSON as it is, whatever stands in it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbend.motion.measures import MEASURES, Source
from unbend.motion.reference import Bound, Counted, KeyReading, Reference, SeenFault
from unbend.motion.reference_json import as_json, reference_from

number = st.integers(-180_000, 360_000).map(lambda v: v / 1000)
seconds = st.integers(1, 90_000).map(lambda v: v / 1000)
value = st.none() | number
name = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=12)
measure = st.integers(0, len(MEASURES) - 1)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    measures = tuple(draw(st.lists(measure, min_size=1, max_size=6, unique=True)))
    values = st.lists(value, min_size=len(measures), max_size=len(measures)).map(tuple)
    keys = tuple(draw(st.lists(st.builds(KeyReading, name, values, seconds, number), min_size=1, max_size=4)))
    flags = st.booleans()
    counted = st.builds(Counted, st.sampled_from(measures), number, number, number, flags, flags, flags)
    pose = st.none() | name
    fault = st.builds(SeenFault, name, measure, st.sampled_from(Bound), number, pose, value) | st.builds(
        SeenFault, name, st.none(), st.none(), st.none(), pose, value
    )
    return Reference(
        exercise=draw(name),
        view=draw(name),
        measures=measures,
        sources=tuple(draw(st.sampled_from(Source)) for _ in measures),
        counted=draw(st.none() | counted),
        keys=keys,
        target=draw(st.sampled_from(keys)).name,
        tolerances=tuple(draw(number) for _ in measures),
        faults=tuple(draw(st.lists(fault, max_size=3))),
        seconds=draw(seconds),
        needs=tuple(draw(st.lists(st.integers(0, 32), max_size=5))),
        path=tuple(draw(st.lists(values, max_size=4))),
        turned=(draw(number), draw(number)),
        judges=tuple(draw(st.lists(name, max_size=3))),
    )


# What was added later: a reference that a device has kept since before is read without it.
LATER = ("ways", "lookalikes")
MAY_BE_GONE = ("counted", *LATER)


@settings(max_examples=50)
@given(references(), st.sampled_from(LATER))
def test_a_reference_that_was_kept_since_before_is_read_as_it_was(reference: Reference, later: str) -> None:
    table = as_json(reference)
    del table[later]
    assert reference_from(table) == reference


@settings(max_examples=50)
@given(references())
def test_a_reference_comes_back_from_json_as_it_went(reference: Reference) -> None:
    assert reference_from(json.loads(json.dumps(as_json(reference)))) == reference


@settings(max_examples=30)
@given(references(), st.data())
def test_a_reference_with_a_field_gone_is_refused_in_one_sentence(reference: Reference, data: st.DataObject) -> None:
    table = as_json(reference)
    gone = data.draw(st.sampled_from([key for key in table if key not in MAY_BE_GONE]))
    del table[gone]
    with pytest.raises(ValueError, match=f"^{gone}") as caught:
        reference_from(table)
    assert "\n" not in str(caught.value)
