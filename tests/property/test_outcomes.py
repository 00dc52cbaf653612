"""What holds for every set of answers to every outcome measure."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from unbend.assessment.outcomes import Fault, OutcomeError, Score, Verdict, change, score
from unbend.catalogue.load import read_toml, root, typed
from unbend.catalogue.measure import Measure

MEASURES = typed(tuple[Measure, ...], read_toml(root() / "data" / "measures.toml")["measure"], where="measures.toml")
STATES = [measure for measure in MEASURES if not measure.is_change]
RANK = {Verdict.WORSE: -1, Verdict.WITHIN_NOISE: 0, Verdict.NOT_KNOWN: 0, Verdict.BETTER: 1}


def full_answers(measure: Measure) -> st.SearchStrategy[dict[str, int | None]]:
    value = st.integers(measure.item_minimum, measure.item_maximum)
    return st.fixed_dictionaries(dict.fromkeys(measure.items, value))


measures = st.sampled_from(MEASURES)
answered = measures.flatmap(lambda measure: st.tuples(st.just(measure), full_answers(measure)))
compared = st.sampled_from(STATES).flatmap(
    lambda measure: st.tuples(st.just(measure), full_answers(measure), full_answers(measure))
)


@given(answered)
def test_a_score_never_leaves_its_range(case: tuple[Measure, dict[str, int | None]]) -> None:
    measure, answers = case
    assert measure.minimum <= score(measure, answers).value <= measure.maximum


@given(answered)
def test_submitting_a_full_form_changes_nothing(case: tuple[Measure, dict[str, int | None]]) -> None:
    measure, answers = case
    assert score(measure, answers, submitted=True) == score(measure, answers)


@given(answered, st.data())
def test_a_missing_answer_is_never_read_as_0(case: tuple[Measure, dict[str, int | None]], data: st.DataObject) -> None:
    measure, answers = case
    left_out = data.draw(st.sets(st.sampled_from(measure.items), min_size=1))
    partial = {item: None if item in left_out else value for item, value in answers.items()}
    submitted = data.draw(st.booleans())
    if measure.blank_is_zero and submitted:
        assert score(measure, partial, submitted=True).value == sum(value or 0 for value in partial.values())
    elif measure.fewest and len(left_out) <= len(measure.items) - measure.fewest:
        assert set(score(measure, partial, submitted=submitted).answered) == set(measure.items) - left_out
    else:
        with pytest.raises(OutcomeError) as caught:
            score(measure, partial, submitted=submitted)
        assert caught.value.fault is Fault.MISSING_ITEM
        assert caught.value.about in left_out


@given(answered, st.data())
def test_leaving_an_answer_out_or_giving_none_is_the_same(
    case: tuple[Measure, dict[str, int | None]], data: st.DataObject
) -> None:
    measure, answers = case
    left_out = data.draw(st.sets(st.sampled_from(measure.items)))
    absent = {item: value for item, value in answers.items() if item not in left_out}
    none = {item: None if item in left_out else value for item, value in answers.items()}
    assert _outcome(measure, absent) == _outcome(measure, none)


@given(compared)
def test_an_equal_score_is_never_better_nor_worse(
    case: tuple[Measure, dict[str, int | None], dict[str, int | None]],
) -> None:
    measure, answers, _ = case
    same = score(measure, answers)
    assert change(measure, same, same).verdict in (Verdict.WITHIN_NOISE, Verdict.NOT_KNOWN)


@given(compared)
def test_better_always_means_the_good_direction(
    case: tuple[Measure, dict[str, int | None], dict[str, int | None]],
) -> None:
    measure, first, second = case
    found = change(measure, score(measure, first), score(measure, second))
    towards_good = found.points if measure.higher_is_better else -found.points
    assert RANK[found.verdict] * towards_good >= 0


@given(compared)
def test_one_step_of_one_answer_is_never_better_nor_worse(
    case: tuple[Measure, dict[str, int | None], dict[str, int | None]],
) -> None:
    measure, answers, _ = case
    item = measure.items[0]
    value = answers[item]
    assume(value is not None and value < measure.item_maximum)
    stepped = {**answers, item: (value or 0) + 1}
    assert RANK[change(measure, score(measure, answers), score(measure, stepped)).verdict] == 0


@given(st.sampled_from(STATES), st.data())
def test_a_still_better_score_is_never_judged_worse(measure: Measure, data: st.DataObject) -> None:
    value = st.floats(measure.minimum, measure.maximum, allow_nan=False)
    before, one, other = (Score(measure.id, data.draw(value), measure.items) for _ in range(3))
    low, high = sorted((one, other), key=lambda given: given.value)
    less_good, better = (low, high) if measure.higher_is_better else (high, low)
    assert RANK[change(measure, before, less_good).verdict] <= RANK[change(measure, before, better).verdict]


def _outcome(measure: Measure, answers: dict[str, int | None]) -> Score | Fault:
    try:
        return score(measure, answers)
    except OutcomeError as error:
        return error.fault
