"""Conditions have three answers: what was not asked is neither true nor false."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from unbend.catalogue.clause import Clause, ClauseError, Operator, parse_clause
from unbend.catalogue.condition import Person, Truth, Value, Verdict, holds, judge, touches
from unbend.catalogue.knowledge import Condition
from unbend.catalogue.words import Answer, Worrying

YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE
T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
WORRYING = {"t": Worrying.YES, "f": Worrying.YES, "u": Worrying.YES, "ease": Worrying.NO, "plain": Worrying.NEITHER}


def person(**values: Value) -> Person:
    return Person({key.replace("_", "-"): value for key, value in values.items()}, WORRYING)


# `t` is true, `f` is false, `u` was not asked.
SOME = person(t=YES, f=NO)


def truth(condition: str | Condition, of: Person = SOME) -> Truth:
    return judge(condition, of).truth


@pytest.mark.parametrize(
    ("parts", "all_of", "any_of"),
    [
        ("tt", T, T), ("tf", F, T), ("tu", U, T), ("ff", F, F), ("fu", F, U), ("uu", U, U), ("t", T, T), ("u", U, U),
        ("f", F, F),
    ],
)  # fmt: skip
def test_the_truth_table_of_all_and_any(parts: str, all_of: Truth, any_of: Truth) -> None:
    assert truth(Condition(all=tuple(parts))) is all_of
    assert truth(Condition(any=tuple(parts))) is any_of


@pytest.mark.parametrize(
    ("parts", "number", "expected"),
    [("ttf", 2, T), ("tuf", 2, U), ("tff", 2, F), ("tuu", 3, U), ("tuf", 3, F), ("ttu", 2, T), ("uff", 1, U)],
)
def test_at_least_so_many_of(parts: str, number: int, expected: Truth) -> None:
    assert truth(Condition(at_least=number, of=tuple(parts))) is expected


def test_a_condition_without_parts_always_holds() -> None:
    assert judge(Condition(), person()) == Verdict(Truth.TRUE)
    assert holds(None, person())


def test_parts_of_every_sort_hold_together_or_not_at_all() -> None:
    assert truth(Condition(all=("t",), any=("f", "t"), at_least=1, of=("t", "f"))) is T
    assert truth(Condition(all=("t",), any=("f",), at_least=1, of=("u",))) is F
    assert truth(Condition(all=("t",), any=("t",), at_least=1, of=("u",))) is U
    assert truth(Condition(all=("t", Condition(any=("f", Condition(all=("t",))))))) is T


def test_because_names_what_made_it_true_and_open_what_it_hangs_on() -> None:
    assert judge(Condition(any=("f", "t", "u")), SOME) == Verdict(T, because=("t",))
    assert judge(Condition(all=("t", "u", Condition(any=("f", "u")))), SOME) == Verdict(U, open=("u",))
    assert judge(Condition(all=("f", "u")), SOME) == Verdict(F)


@pytest.mark.parametrize(
    ("subject", "said", "expected"),
    [
        ("t", YES, T), ("t", UNSURE, T), ("t", NO, F),
        ("ease", NO, T), ("ease", UNSURE, T), ("ease", YES, F),
        ("plain", YES, T), ("plain", UNSURE, F), ("plain", NO, F),
    ],
)  # fmt: skip
def test_unsure_worries_where_there_is_something_to_worry_about(subject: str, said: Answer, expected: Truth) -> None:
    assert truth(subject, person(**{subject: said})) is expected


@pytest.mark.parametrize(
    ("line", "values", "expected"),
    [
        ("age >= 65", {"age": 65}, T), ("age >= 65", {"age": 64}, F), ("age > 65", {"age": 65}, F),
        ("age <= 18", {"age": 18}, T), ("age < 18", {"age": 18}, F), ("age < 18", {}, U), ("age < 18", {"age": 0}, T),
        ("where has flank", {"where": ("low-back", "flank")}, T), ("where has flank", {"where": ()}, F),
        ("where has flank", {}, U), ("sex is female", {"sex": "female"}, T), ("sex is female", {"sex": "male"}, F),
        ("t is no", {"t": NO}, T), ("t is no", {"t": UNSURE}, F), ("t is unsure", {"t": UNSURE}, T), ("t is no", {}, U),
        ("age >= 65", {"age": "old"}, F),
    ],
)  # fmt: skip
def test_comparisons(line: str, values: dict[str, Value], expected: Truth) -> None:
    assert truth(line, Person(values, WORRYING)) is expected


def test_a_clause_is_read_into_its_three_parts() -> None:
    assert parse_clause(" age >= 65 ") == Clause("age", Operator.AT_LEAST, 65.0)
    assert parse_clause("better-resting is no") == Clause("better-resting", Operator.IS, "no")
    assert parse_clause("fever") == Clause("fever", Operator.WORRYING, None)


@pytest.mark.parametrize("line", ["", "Fever", "age >= old", "age => 3", "not fever", "fever and chills", "a is b c"])
def test_what_is_no_clause_is_refused(line: str) -> None:
    with pytest.raises(ClauseError, match="is no condition; write"):
        parse_clause(line)


def test_a_condition_is_touched_by_anything_that_speaks_for_it() -> None:
    assert touches(Condition(all=("u", Condition(any=("t", "f")))), SOME)
    assert not touches(Condition(all=("u",), any=("f",)), SOME)


clauses = st.sampled_from(("a", "b", "c", "a is no", "b is unsure"))
conditions: st.SearchStrategy[str | Condition] = st.recursive(
    clauses,
    lambda parts: st.builds(
        Condition,
        all=st.lists(parts, max_size=2).map(tuple),
        any=st.lists(parts, max_size=2).map(tuple),
        at_least=st.integers(1, 2),
        of=st.lists(parts, min_size=2, max_size=3).map(tuple),
    ),
    max_leaves=8,
)
known = st.dictionaries(st.sampled_from("abc"), st.sampled_from(Answer))


@examples(250, soak=20_000)
@given(conditions, known, known)
def test_knowing_more_never_turns_true_into_false_or_back(
    condition: str | Condition, first: dict[str, Answer], more: dict[str, Answer]
) -> None:
    worries = dict.fromkeys("abc", Worrying.YES)
    before = judge(condition, Person(first, worries))
    after = judge(condition, Person({**more, **first}, worries))
    if before.truth is not U:
        assert after.truth is before.truth
    else:
        assert before.open
        assert not set(before.open) & set(first)


@examples(200, soak=20_000)
@given(conditions, st.fixed_dictionaries(dict.fromkeys("abc", st.sampled_from(Answer))))
def test_when_everything_is_known_nothing_stays_open(condition: str | Condition, all_said: dict[str, Answer]) -> None:
    verdict = judge(condition, Person(all_said, dict.fromkeys("abc", Worrying.YES)))
    assert verdict.truth is not U
    assert verdict.open == ()
