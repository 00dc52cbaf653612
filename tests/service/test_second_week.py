"""A person's second week differs from their first for reasons that they can read, and each can be asked about."""

import os
from pathlib import Path

import pytest

from support.a_week import Person, after_a_mixed_week, lives
from unbend.planning.codec import plan_as_json
from unbend.planning.different import EXERCISE
from unbend.record.errors import BadInput
from unbend.service.dose_words import dose_in_words
from unbend.service.record import note
from unbend.service.why import Explained, why
from unbend.service.wording import in_groups, in_one_line, rule_in_words, sentence

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parents[1] / "golden" / "second-week.txt"
REWRITE = os.environ.get("UNBEND_REWRITE_GOLDEN") == "1"


def asked(person: Person, what: str | None = None) -> Explained:
    return why(person.actor, person.id, what, person.house)


def page_of(person: Person) -> str:
    """The decisions of the week with what they rest on, and each exercise with the first of its reasons."""
    texts, found = person.house.known.texts, asked(person)
    lines = [sentence(found.phase, texts), "", "What is different this week"]
    for group in in_groups(found.because, texts):
        lines += [f"- {in_one_line(group)}", *(f"    {said}" for said in found.evidence.of(*group.whys))]
    for session in person.week.plan.sessions:
        lines += ["", session.day.capitalize()]
        for item in session.items:
            dose = dose_in_words(item.dose, texts, sides=item.sides, extra_sets=item.extra_sets)
            lines += [f"- {texts.exercises[item.exercise].name}: {dose}", f"    {sentence(item.why[0], texts)}"]
    return "\n".join(lines) + "\n"


def test_the_second_week_differs_for_reasons_that_can_be_read() -> None:
    person, first = after_a_mixed_week()
    page = page_of(person)
    if REWRITE:
        GOLDEN.write_text(page, encoding="utf-8")
    assert page.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()
    assert person.week.plan.sessions != first.plan.sessions
    assert {code.partition("-")[0] for code in (why.code for why in person.week.plan.because)} == {"rest", "up"}


def test_in_the_first_week_nothing_is_said_to_be_other() -> None:
    person = lives("desk-worker")
    assert person.week.plan.because == ()
    assert asked(person).because == ()


def test_every_change_names_entries_and_each_of_them_is_told() -> None:
    person, _ = after_a_mixed_week()
    found = asked(person)
    assert found.because
    for change in found.because:
        assert change.entries
        assert change.rule is not None
        assert len(found.evidence.of(change)) == len(change.entries)
        assert rule_in_words(change, person.house.known.texts)


def test_what_was_told_in_one_week_is_not_told_again_in_the_next() -> None:
    person, _ = after_a_mixed_week()
    before = {(why.code, why.params[EXERCISE], why.entries) for why in person.week.plan.because}
    session = person.week.plan.sessions[0]
    person.did("second monday", session)
    person.after(hours=21).woke("second tuesday", 2)
    third = person.after(days=7)
    third.looked_again("third check")
    after = third.week.plan.because
    assert before
    assert not before & {(why.code, why.params.get(EXERCISE), why.entries) for why in after}


def test_a_plan_made_anew_within_the_week_says_what_happened_in_it() -> None:
    person, _ = after_a_mixed_week()
    before = person.week
    item = next(item for item in before.plan.sessions[0].items if item.exercise == "pelvic-tilt-kneeling")
    person.did("second monday", before.plan.sessions[0], hurt=[item.exercise])
    again = person.after(days=1)
    assert again.week.entry != before.entry
    told = {why.code: why for why in again.week.plan.because if why.params.get(EXERCISE) == item.exercise}
    assert set(told) == {"down-hurt"}
    assert told["down-hurt"].entries == ("second monday",)
    assert {"rest-hurt", "up-dose"} <= {why.code for why in again.week.plan.because}, "the week's own changes stay told"


def test_what_was_corrected_since_is_said_to_be_so_and_the_plan_stays_as_it_was_given() -> None:
    person, _ = after_a_mixed_week()
    plan = person.week.entry
    later = person.after(hours=1)
    said = {"exercises": [{"exercise": "bird-dog", "felt": "right"}]}
    note(later.actor, later.id, "practised", said, later.house, id_="friday again", corrects="friday")
    found = asked(later, plan)
    rests = next(reasons for reasons in found.exercises if reasons.exercise == "brace-standing").why[0]
    assert "friday" in rests.entries
    told = found.evidence.of(rests)
    assert told[-1] == later.house.known.texts.entries["gone"]
    assert not [line for line in told if "6 March" in line]


def test_one_may_ask_for_an_exercise_the_phase_or_an_entry() -> None:
    person, _ = after_a_mixed_week()
    (reasons,) = asked(person, "wall-press-anti-rotation").exercises
    assert reasons.left_out
    assert [why.code for why in reasons.why] == ["rest-hurt"]
    phase = asked(person, "phase")
    assert (phase.exercises, phase.because, phase.phase.code) == ((), (), "phase-start")
    assert phase.phase.sources
    rests_on = asked(person, "friday").because
    assert {why.code for why in rests_on} >= {"rest-hurt", "up-dose"}
    assert all("friday" in why.entries for why in rests_on)
    assert {why.code for why in asked(person, "tuesday").because} == {"stay-next-day-a-little"}


@pytest.mark.parametrize("asks", ["no-such-thing", "told wishes", ""])
def test_what_cannot_be_explained_is_refused_in_one_sentence_that_says_what_is_allowed(asks: str) -> None:
    person, _ = after_a_mixed_week()
    assert person.week.plan.sessions
    with pytest.raises(BadInput, match="give the id of an exercise") as refused:
        asked(person, asks)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("plan", [{}, 3, {"phase": "calm"}, "another"])
def test_a_plan_that_came_from_elsewhere_and_cannot_be_read_is_said_to_be_so(plan: object) -> None:
    person = lives("desk-worker")
    content = {"plan": plan}
    if plan == "another":
        made = plan_as_json(person.week.plan)
        content = {"plan": {**made, "phase_why": {"code": "of-another-version", "params": {}, "sources": []}}}
    person.note("advised", {"what": "plan", "catalogue": "c", "software": "9", "content": content}, "elsewhere")
    with pytest.raises(BadInput, match="cannot be read"):
        asked(person, "elsewhere")


def test_where_no_plan_was_given_yet_there_is_nothing_to_explain() -> None:
    with pytest.raises(BadInput, match="no plan was given yet"):
        asked(lives("desk-worker"))
