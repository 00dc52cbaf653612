"""Going through the safety check: who comes out where, and what is kept on the way."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from support.checking import HEALTHY, Walker
from unbend.catalogue.words import Allows, Answer, Urgency
from unbend.record.kinds.answered import Answered

pytestmark = pytest.mark.django_db


@pytest.fixture
def walker(client: Client) -> Walker:
    return Walker(client)


def test_a_healthy_adult_needs_few_screens_and_taps_and_may_begin(walker: Walker) -> None:
    page = walker.walk(HEALTHY)
    assert "You can begin" in page
    assert "Get help now" in page
    assert len(walker.screens) == 16  # five seconds for each number, fifteen for five questions: under four minutes
    assert walker.taps <= 22
    assert walker.stand().safety.may_plan


def test_numb_when_wiping_ends_the_questions_at_once(walker: Walker) -> None:
    page = walker.walk({**HEALTHY, "saddle-numbness": "yes"})
    assert walker.screens[-1] == ["leg-weakness", "both-legs", "trouble-walking", "saddle-numbness", "urine-retention"]
    assert "Please get emergency help now" in page
    assert "There is no exercise plan" in page
    assert reverse("begin") not in page
    assert walker.stand().safety.urgency is Urgency.EMERGENCY


def test_not_sure_asks_one_concrete_question_and_a_no_there_goes_on(walker: Walker) -> None:
    answers = {**HEALTHY, "saddle-numbness": "unsure"}
    page = walker.walk(answers, follow_ups={"saddle-numbness": "no"})
    assert ["saddle-numbness"] in walker.screens
    assert "You can begin" in page
    assert walker.stand().values["saddle-numbness"] is Answer.NO


def test_still_not_sure_counts_as_yes(walker: Walker) -> None:
    answers = {**HEALTHY, "saddle-numbness": "unsure"}
    page = walker.walk(answers, follow_ups={"saddle-numbness": "unsure"})
    assert walker.screens[-1] == ["saddle-numbness"]
    assert "Please get emergency help now" in page
    assert walker.stand().values["saddle-numbness"] is Answer.UNSURE


def test_each_unsure_answer_is_asked_about_once(walker: Walker) -> None:
    answers = {**HEALTHY, "leg-weakness": "unsure", "urine-retention": "unsure"}
    walker.walk(answers, follow_ups={"leg-weakness": "no", "urine-retention": "no"})
    assert walker.screens.count(["leg-weakness"]) == 1
    assert walker.screens.count(["urine-retention"]) == 1


def test_below_18_somebody_is_to_be_seen_and_no_word_lifts_it(walker: Walker) -> None:
    page = walker.walk({**HEALTHY, "age": 16})
    assert "There is no exercise plan while this needs to be looked at first" in page
    assert reverse("clearance") not in page
    assert walker.stand().safety.allows is Allows.NONE
    assert walker.client.get(reverse("begin")).status_code == 302


def test_a_pregnant_nurse_is_asked_what_belongs_to_a_pregnancy(walker: Walker) -> None:
    answers = {**HEALTHY, "age": 31, "sex": "female", "pregnant": "yes", "weeks-pregnant": 22}
    walker.walk(answers)
    asked = {finding for screen in walker.screens for finding in screen}
    assert {"regular-tightenings", "waters-or-less-movement", "told-not-to-exercise"} <= asked
    first = next(n for n, screen in enumerate(walker.screens) if "pregnant" in screen)
    assert not {"told-not-to-exercise", "pregnancy-complication"} & set(walker.screens[first])
    assert "supine-long" in walker.stand().safety.restrictions


def test_at_72_with_osteoporosis_what_bends_the_back_is_left_out_and_said(walker: Walker) -> None:
    page = walker.walk({**HEALTHY, "age": 72, "sex": "female", "osteoporosis": "yes"})
    assert "loaded-flexion" in walker.stand().safety.restrictions
    assert "bending the back under load" in page.lower()


def test_a_closed_tab_loses_nothing_and_goes_on_where_it_was(walker: Walker) -> None:
    for value in ({"age": 45}, {"sex": "male"}):
        form = walker.screen()
        assert form
        walker.send(form, value)
    elsewhere = Walker(Client())
    form = elsewhere.screen()
    assert form
    assert form["_shown"] == ["duration-days"]


def test_weeks_count_as_seven_days(walker: Walker) -> None:
    walker.send(
        {"_id": "a-form-of-mine", "_shown": ["duration-days"]}, {"duration-days": "3", "duration-days-unit": "weeks"}
    )
    assert walker.stand().values["duration-days"] == 21


def test_the_page_before_comes_back_with_its_answers_and_is_corrected_not_doubled(walker: Walker) -> None:
    form = walker.screen()
    assert form
    walker.send(form, {"age": 45})
    back = re.search(r'class="back" href="[^"]*\?step=([^"]+)"', walker.page("check"))
    assert back
    before = walker.screen(step=back[1])
    assert before
    assert 'value="45"' in walker.client.get(reverse("check"), {"step": back[1]}).content.decode()
    walker.send(before, {"age": 54})
    assert walker.stand().values["age"] == 54
    kept = [e.data.findings for e in walker.ports.store.entries(walker.person) if isinstance(e.data, Answered)]
    assert kept == [{"age": 54}]


def test_the_same_form_sent_twice_counts_once_and_with_another_answer_corrects(walker: Walker) -> None:
    form = walker.screen()
    assert form
    for _twice in range(2):
        walker.send(form, {"age": 45})
    assert walker.kinds() == ["answered"]
    walker.send(form, {"age": 46})
    assert walker.kinds() == ["answered"]
    assert walker.stand().values["age"] == 46


def test_of_two_tabs_neither_takes_back_a_warning_sign_unasked(walker: Walker) -> None:
    late, other = walker.screen(), walker.screen()
    assert late
    assert other
    gate = {**late, "_shown": ["fever", "weight-loss"]}
    walker.send({**other, "_shown": ["fever", "weight-loss"]}, {"fever": "yes"}, "rest")
    asked = walker.send(gate, {}, "none")
    assert asked.status_code == 200
    assert "Is that right?" in asked.content.decode()
    assert walker.stand().values["fever"] is Answer.YES
    walker.send(gate, {}, "none", _confirmed="yes")
    assert walker.stand().values["fever"] is Answer.NO


def test_a_missing_answer_is_marked_and_never_a_no(walker: Walker) -> None:
    answer = walker.send({"_id": "a-form-of-mine", "_shown": ["fever", "weight-loss"]}, {"fever": "no"}, "on")
    assert answer.status_code == 422
    assert "Please choose an answer" in answer.content.decode()
    assert walker.kinds() == []


def test_none_of_these_is_no_to_exactly_what_was_shown(walker: Walker) -> None:
    walker.send({"_id": "a-form-of-mine", "_shown": ["fever", "weight-loss"]}, {}, "none")
    assert walker.stand().values == {"fever": Answer.NO, "weight-loss": Answer.NO}


def test_yes_together_with_none_of_these_is_asked_about(walker: Walker) -> None:
    answer = walker.send({"_id": "a-form-of-mine", "_shown": ["fever", "weight-loss"]}, {"fever": "yes"}, "none")
    assert answer.status_code == 422
    assert "Which is right?" in answer.content.decode()
    assert walker.kinds() == []


def test_looking_again_asks_what_may_have_changed_and_not_what_stays(walker: Walker) -> None:
    walker.walk({**HEALTHY, "cancer-ever": "no"})
    walker.screens.clear()
    walker.client.post(reverse("check-again"))
    walker.walk(HEALTHY)
    asked = {finding for screen in walker.screens for finding in screen}
    assert {"saddle-numbness", "fever", "chest-pain", "leg-weakness"} <= asked
    assert not {"age", "sex", "cancer-ever", "osteoporosis"} & asked
    assert 0 < len(walker.screens) <= 6


def test_an_emergency_that_is_over_is_found_out_by_looking_again(walker: Walker) -> None:
    walker.walk({**HEALTHY, "saddle-numbness": "yes"})
    walker.client.post(reverse("check-again"))
    form = walker.screen()
    assert form
    assert "saddle-numbness" in form["_shown"]
    asked = walker.send(form, {}, "none")
    assert "Is that right?" in asked.content.decode()
    walker.send(form, {}, "none", _confirmed="yes")
    assert walker.stand().safety.urgency is not Urgency.EMERGENCY


def test_the_answer_is_kept_as_advice_once_a_day(walker: Walker) -> None:
    walker.walk(HEALTHY)
    walker.page("check-answer")
    assert walker.kinds().count("advised") == 1
    assert "safety" in walker.stand().state.given


def test_after_a_week_what_may_have_changed_is_asked_anew(walker: Walker, settings: Settings) -> None:
    walker.walk(HEALTHY)
    walker.screens.clear()
    settings.UNBEND_PORTS = "support.checking.ports_in_nine_days"
    walker.walk(HEALTHY)
    asked = {finding for screen in walker.screens for finding in screen}
    assert {"severity", "fever", "saddle-numbness", "getting-worse"} <= asked
    assert not {"age", "cancer-ever", "knee-problem"} & asked
    assert walker.kinds().count("advised") == 2
