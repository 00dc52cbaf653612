"""Safety again: what the log shows is said once and can be taken back; the check comes before the next workout."""

from collections.abc import Mapping

import pytest

from support.examples import MONDAY, example, later, moved_in, ports_at
from support.house import clinician_of
from unbend.adaptation.signs import GETTING_WORSE, NOT_BETTER
from unbend.catalogue.condition import Value
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Allows, Answer, FindingType, Urgency
from unbend.service.asking import Course, keep_answers, next_page, put_right
from unbend.service.beginning import begin_example
from unbend.service.course import shown_by_log
from unbend.service.heard import take_in
from unbend.service.looking_again import may_have_changed
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing
from unbend.service.today import answer_next_day, today
from unbend.service.told import Clearing, clear, end_of_check, told
from unbend.service.workout import Addresses, NoWorkout, script_now
from unbend.store.models import User
from unbend.workout.script import Script, Variant

pytestmark = pytest.mark.django_db
ADDRESSES = Addresses("/letter/", lambda exercise, side, what: f"{exercise}-{side}-{what}", lambda exercise: exercise)


class Life:
    """Somebody at home, day after day."""

    def __init__(self, name: str = "desk-worker") -> None:
        self.first = ports_at(MONDAY)
        self.actor, self.person = moved_in(self.first, name)
        note(self.actor, self.person, "answered", {"findings": {"severity": 3}}, self.first)

    def on(self, day: float) -> Ports:
        """The house so many days later."""
        return later(self.first, days=day)

    def mornings(self, pains: Mapping[int, int]) -> None:
        """What was told on these days."""
        for day, pain in pains.items():
            note(self.actor, self.person, "next-day", {"pain": pain}, self.on(day))

    def steady(self, pain: int, first: int, last: int) -> None:
        """The same pain every third day."""
        self.mornings(dict.fromkeys(range(first, last + 1, 3), pain))

    def held(self, day: float) -> dict[str, object]:
        """What the log's own findings are after Today was looked at on a day."""
        today(self.actor, self.person, self.on(day))
        values = standing(self.actor, self.person, self.on(day)).values
        return {key: values[key] for key in (GETTING_WORSE, NOT_BETTER) if key in values}

    def said(self, finding: str) -> int:
        """How often entries of the log say yes to it."""
        entries = self.first.store.entries(self.person, kinds=("answered",))
        return sum(getattr(entry.data, "findings", {}).get(finding) is Answer.YES for entry in entries)

    def says_no(self, finding: str, day: float) -> None:
        """Their own answer, on the page that asks."""
        keep_answers(self.actor, self.person, {finding: Answer.NO}, self.on(day), id_=f"no to {finding} on {day}")

    def checks(self, day: float) -> None:
        """The whole check, to its end."""
        end_of_check(self.actor, self.person, again=True, ports=self.on(day))

    def script(self, day: float) -> Script | NoWorkout:
        """The workout of a day."""
        return script_now(self.actor, self.person, Variant.PLANNED, ADDRESSES, self.on(day))


@pytest.fixture
def life() -> Life:
    return Life()


WORSE_WEEK = {1: 2, 3: 2, 5: 2, 8: 5, 10: 5, 12: 5}


def test_a_worse_week_is_said_once_with_what_shows_it_and_the_plan_stays_gentle(life: Life) -> None:
    life.mornings(WORSE_WEEK)
    assert life.held(13) == {GETTING_WORSE: Answer.YES}
    assert life.held(13.1) == {GETTING_WORSE: Answer.YES}
    assert life.said(GETTING_WORSE) == 1
    safety = standing(life.actor, life.person, life.on(13.2)).safety
    assert (safety.urgency, safety.allows) == (Urgency.SEE_CLINICIAN, Allows.GENTLE)
    shown = shown_by_log(life.person, GETTING_WORSE, life.on(13.2))
    assert shown is not None
    assert shown.why is not None
    assert (shown.why.params["before"], shown.why.params["now"]) == ("2", "5")
    mornings = {entry.id for entry in life.first.store.entries(life.person, kinds=("next-day",))}
    assert mornings <= set(shown.why.entries)


def test_it_is_put_right_like_any_answer_and_is_not_said_again_for_the_same_week(life: Life) -> None:
    life.mornings(WORSE_WEEK)
    life.held(13)
    put_right(life.actor, life.person, GETTING_WORSE, Answer.NO, life.on(13.1), id_="a hard week at work")
    assert life.held(13.2) == {GETTING_WORSE: Answer.NO}
    assert life.held(14) == {GETTING_WORSE: Answer.NO}
    assert shown_by_log(life.person, GETTING_WORSE, life.on(14)) is None


def test_a_later_week_that_is_worse_again_is_said_again(life: Life) -> None:
    life.mornings(WORSE_WEEK)
    life.held(13)
    life.says_no(GETTING_WORSE, 13.5)
    life.mornings({15: 7, 17: 8, 20: 8})
    assert life.held(20.5) == {GETTING_WORSE: Answer.YES}


def test_a_single_bad_day_says_nothing(life: Life) -> None:
    life.mornings({1: 2, 3: 2, 5: 2, 8: 2, 10: 2, 12: 10})
    assert life.held(13) == {}


def test_the_answer_of_a_morning_and_a_workout_that_arrives_say_it_at_once(life: Life) -> None:
    life.mornings({1: 2, 3: 2, 5: 2, 8: 5, 10: 5})
    answer_next_day(life.actor, life.person, 6, None, life.on(12), entry="the sixth morning")
    assert life.said(GETTING_WORSE) == 1
    other = Life("three-weeks-of-pain-58")
    other.mornings({1: 2, 3: 2, 5: 2, 8: 6, 10: 6})
    done = {"exercises": [{"exercise": "glute-bridge"}], "pain_before": 6}
    at = other.on(12).clock.now().isoformat()
    sent = {"id": "workout-offline", "kind": "practised", "happened_at": at, "data": done}
    for _ in range(2):
        take_in(other.actor, other.person, [sent], other.on(12))
    assert other.said(GETTING_WORSE) == 1


def test_whoever_only_looks_at_the_record_writes_nothing_into_it(life: Life) -> None:
    life.mornings(WORSE_WEEK)
    today(clinician_of(life.person), life.person, life.on(13))
    assert life.said(GETTING_WORSE) == 0


def test_six_weeks_without_improvement_are_said_once_an_episode(life: Life) -> None:
    life.steady(5, 0, 60)
    assert life.held(44) == {}
    assert life.held(60) == {NOT_BETTER: Answer.YES}
    safety = standing(life.actor, life.person, life.on(60)).safety
    assert (safety.urgency, safety.allows) == (Urgency.SEE_CLINICIAN, Allows.PLAN)
    life.says_no(NOT_BETTER, 60.5)
    life.steady(5, 61, 130)
    assert life.held(70) == {NOT_BETTER: Answer.NO}
    assert life.held(130) == {NOT_BETTER: Answer.NO}
    assert life.said(NOT_BETTER) == 1


def test_pain_that_was_examined_and_is_unchanged_is_not_said_again_and_holds_nothing_back(life: Life) -> None:
    life.steady(5, 0, 60)
    life.held(60)
    word = Clearing("Dr A", life.on(61).clock.now().date(), (NOT_BETTER,), Allows.PLAN)
    clear(life.actor, life.person, word, life.on(61), id_="their word")
    life.steady(5, 62, 140)
    for day in (62, 90, 140):
        assert life.held(day) == {NOT_BETTER: Answer.YES}
        assert standing(life.actor, life.person, life.on(day)).safety.urgency is Urgency.SELF_CARE
    assert (life.said(NOT_BETTER), life.said(GETTING_WORSE)) == (1, 0)


def test_pain_that_grew_slowly_since_it_was_examined_is_said_to_grow(life: Life) -> None:
    life.steady(5, 0, 60)
    life.held(60)
    word = Clearing("Dr A", life.on(61).clock.now().date(), (NOT_BETTER,), Allows.PLAN)
    clear(life.actor, life.person, word, life.on(61), id_="their word")
    life.steady(6, 62, 90)
    life.steady(7, 91, 130)
    assert life.held(130) == {NOT_BETTER: Answer.YES, GETTING_WORSE: Answer.YES}
    assert standing(life.actor, life.person, life.on(130)).safety.urgency is Urgency.SEE_CLINICIAN
    shown = shown_by_log(life.person, GETTING_WORSE, life.on(130))
    assert shown is not None
    assert shown.why is None


def test_pain_that_went_and_came_back_for_weeks_is_another_episode(life: Life) -> None:
    life.steady(5, 0, 60)
    life.held(60)
    life.says_no(NOT_BETTER, 60.5)
    life.steady(1, 63, 110)
    assert life.held(110) == {NOT_BETTER: Answer.NO}
    life.steady(5, 111, 170)
    assert life.held(170)[NOT_BETTER] is Answer.YES
    assert life.said(NOT_BETTER) == 2


def test_three_worse_mornings_hold_the_workout_back_until_the_check_and_leave_the_plan_to_be_seen(life: Life) -> None:
    life.checks(0)
    life.mornings({1: 2, 2: 3, 3: 4, 4: 5})
    refused = life.script(4.1)
    assert isinstance(refused, NoWorkout)
    assert refused.because is not None
    assert refused.because.code == "look-again-mornings"
    assert refused.because.sources
    found = today(life.actor, life.person, life.on(4.1))
    assert found.check_first == refused.because
    assert found.week is not None
    life.checks(4.2)
    assert isinstance(life.script(4.3), Script)
    assert today(life.actor, life.person, life.on(4.3)).check_first is None


def test_a_morning_by_a_fast_clock_does_not_ask_again_after_the_check(life: Life) -> None:
    life.checks(0)
    life.mornings({1: 2, 2: 3, 3: 4})
    note(life.actor, life.person, "next-day", {"pain": 6}, life.on(4), happened_at=life.on(5).clock.now())
    assert isinstance(life.script(4), NoWorkout)
    life.checks(4.1)
    assert isinstance(life.script(4.2), Script)


def test_looking_at_the_answer_again_is_no_check(life: Life) -> None:
    life.checks(0)
    life.mornings({1: 2, 2: 3, 3: 4, 4: 5})
    told(life.actor, life.person, life.on(4.1))
    assert isinstance(life.script(4.2), NoWorkout)
    end_of_check(life.actor, life.person, again=False, ports=life.on(4.3))
    assert isinstance(life.script(4.4), NoWorkout), "one open question is no check"


@pytest.mark.parametrize(("days", "asked", "held"), [(6.9, False, False), (7, True, False), (21, True, True)])
def test_each_week_it_is_asked_for_and_after_three_it_comes_first(
    life: Life, days: float, asked: bool, held: bool
) -> None:
    life.checks(0.1)
    note(life.actor, life.person, "answered", {"findings": example("desk-worker")["findings"]}, life.on(days))
    found = today(life.actor, life.person, life.on(days + 0.1))
    assert (found.look_again, found.check_first is not None) == (asked, held)


def test_a_check_that_was_put_off_by_a_danger_has_not_come_to_its_end(life: Life) -> None:
    life.checks(0)
    life.mornings({1: 2, 2: 3, 3: 4, 4: 5})
    keep_answers(life.actor, life.person, {"saddle-numbness": Answer.YES}, life.on(4.1), id_="a sign")
    assert standing(life.actor, life.person, life.on(4.2)).safety.urgency is Urgency.EMERGENCY
    life.checks(4.2)
    put_right(life.actor, life.person, "saddle-numbness", Answer.NO, life.on(4.2), id_="a slip")
    assert isinstance(life.script(4.3), NoWorkout)


def test_the_log_says_nothing_of_somebody_who_has_not_come_to_the_check() -> None:
    life = Life()
    person = life.first.store.add_person(life.actor.account, name="new", example=False, now=MONDAY)
    for day, pain in WORSE_WEEK.items():
        note(life.actor, person, "next-day", {"pain": pain}, life.on(day))
    today(life.actor, person, life.on(13))
    assert standing(life.actor, person, life.on(13)).state.findings == {}


@pytest.mark.parametrize("finding", [GETTING_WORSE, NOT_BETTER])
def test_the_next_check_asks_about_what_the_log_showed_and_a_no_there_takes_it_back(finding: str) -> None:
    life = Life("three-weeks-of-pain-58")
    if finding == GETTING_WORSE:
        life.mornings({day + 47: pain for day, pain in WORSE_WEEK.items()})
    else:
        life.steady(5, 0, 60)
    assert finding in life.held(60)
    asked = gone_through(life, 60.5)
    assert finding in asked
    assert standing(life.actor, life.person, life.on(61)).values[finding] is Answer.NO


LIKELY: Mapping[str, Value] = {"severity": 4.0, "where": ("low-back",)}


def gone_through(life: Life, day: float) -> list[str]:
    """What a check that is done again asks of somebody who says no to all of it."""
    house, asked, skipped = life.on(day), list[str](), frozenset[str]()
    for second in range(1, 60):
        course = Course(skipped, again_from=house.clock.now())
        page = next_page(life.actor, life.person, course, later(house, seconds=second))
        if page is None:
            return asked
        asked += [one.id for one in page.findings]
        said = {one.id: LIKELY.get(one.id, Answer.NO) for one in page.findings if _may_be_told(one)}
        skipped |= {one.id for one in page.findings if not _may_be_told(one)}
        if said:
            keep_answers(life.actor, life.person, said, later(house, seconds=second), id_=f"screen {second} of {day}")
    raise AssertionError("the questions do not end")


def _may_be_told(finding: Finding) -> bool:
    return finding.type is FindingType.ANSWER or finding.id in LIKELY


@pytest.mark.parametrize("days", range(7))
def test_the_example_person_begins_with_a_workout_on_any_day_of_the_week(days: int) -> None:
    house = later(ports_at(MONDAY), days=days, hours=8)
    actor = Actor(User.objects.create_user("looks-round").pk)
    found = today(actor, begin_example(actor, house), house)
    assert found.week is not None
    assert (found.check_first, found.look_again) == (None, False)
    values = found.standing.values
    assert Answer.YES not in (values.get(GETTING_WORSE), values.get(NOT_BETTER))


def test_the_weekly_check_asks_what_would_grow_too_old_before_the_next_one(life: Life) -> None:
    """So that no workout has to wait for an answer that lapsed between two checks."""
    catalogue = life.first.known.catalogue
    lapse = {key: catalogue.safety.findings[key].lapses_after_days for key in ("collapse", "tearing-pain")}
    assert set(lapse.values()) == {30}
    for day, asked in ((14, False), (21, False), (28, True)):
        found = may_have_changed(standing(life.actor, life.person, life.on(day)), catalogue)
        assert {key: key in found for key in lapse} == dict.fromkeys(lapse, asked), f"day {day}"
