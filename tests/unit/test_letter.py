"""The letter to a clinician: one page, what was said and no more."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.people import TODAY, Json, catalogue, findings, gates_done
from unbend.catalogue.load_text import load_safety_texts
from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Urgency
from unbend.exchange.letter import MOST_REASONS, NOTHING_SO_FAR, WIDTH, letter
from unbend.exchange.letter_course import SoFar
from unbend.record.values import values_of
from unbend.safety import check

KNOWLEDGE = catalogue().safety
LINES_OF_A_PAGE = 66
CALM: Json = {"age": 45, "sex": "male", "duration-days": 30, "severity": 3, "where": ["low-back", "buttock"]}


@cache
def texts() -> SafetyTexts:
    return load_safety_texts()


def written(raw: Json, *, today: date = TODAY, so_far: SoFar = NOTHING_SO_FAR) -> str:
    values = values_of(raw, KNOWLEDGE.findings, where="")
    return letter(check(KNOWLEDGE, values), values, KNOWLEDGE, texts(), today=today, so_far=so_far).text()


def part(text: str, heading: str) -> str:
    """What stands below a heading, in one line; nothing where there is no such heading."""
    below = text.split(f"\n\n{texts().letter[heading]}\n", 1)
    return " ".join(below[1].split("\n\n")[0].split()) if len(below) == 2 else ""


def test_it_has_the_date_the_numbers_and_the_outcome() -> None:
    text = written(gates_done(CALM), today=date(2026, 1, 31))
    assert text.startswith(texts().letter["title"])
    assert "31 January 2026" in text
    assert "45 years" in part(text, "numbers")
    assert "low back, buttock" in part(text, "numbers")
    assert part(text, "outcome") == texts().letter["outcome_self_care"]
    assert part(text, "asks").startswith(texts().letter["ask"].split()[0])


def test_yes_no_unsure_and_not_asked_are_kept_apart() -> None:
    text = written({"fever": "yes", "cancer-ever": "unsure", "weight-loss": "no"})
    label = {key: texts().findings[key].label for key in ("fever", "cancer-ever", "weight-loss", "leg-weakness")}
    assert part(text, "yes") == label["fever"]
    assert part(text, "unsure") == label["cancer-ever"]
    assert part(text, "no") == label["weight-loss"]
    assert label["leg-weakness"] in part(text, "open")
    assert texts().letter["outcome_open"] in part(text, "outcome")


def test_a_doubt_is_told_as_a_doubt() -> None:
    text = written({"fever": "unsure"})
    assert part(text, "yes") == texts().letter["none"]
    assert part(text, "unsure") == texts().findings["fever"].label
    assert f"({texts().letter['not_sure']})" in part(text, "why")


def test_where_nothing_was_said_it_says_so() -> None:
    text = written({})
    assert part(text, "yes") == part(text, "why") == part(text, "numbers") == texts().letter["none"]
    assert part(text, "no") == part(text, "unsure") == ""


@pytest.mark.parametrize("finding", ["saddle-numbness", "fever", "leg-weakness"])
def test_the_reason_is_what_the_rule_tells_a_clinician_with_its_sources(finding: str) -> None:
    raw = gates_done(CALM) | {finding: "yes"}
    first = check(KNOWLEDGE, values_of(raw, KNOWLEDGE.findings, where="")).reasons[0]
    why = part(written(raw), "why")
    assert texts().rules[first.rule].tell in why
    assert first.sources[0] in why


def test_how_it_has_gone_stands_in_it_with_dates_in_words() -> None:
    lately = SoFar(
        pain=5.4,
        pain_before=3.0,
        worst=(8, date(2026, 1, 20)),
        workouts=4,
        planned=9,
        eased=("Glute bridge", "Bird dog"),
        stage=("calm it down", date(2026, 1, 12)),
    )
    told = part(written(gates_done(CALM), so_far=lately), "so_far")
    assert told == (
        "My pain out of 10, on the days I told it: about 5 in the last two weeks, about 3 in the two weeks before. "
        "The worst was 8, on 20 January 2026. Workouts in the last three weeks: 4 done, 9 planned. Stage of the "
        "programme: calm it down, since 12 January 2026. Made easier or rested because of pain: Glute bridge; Bird dog."
    )


def test_of_how_it_has_gone_only_what_is_known_is_told() -> None:
    assert part(written(gates_done(CALM)), "so_far") == ""
    told = part(written(gates_done(CALM), so_far=SoFar(pain=4.0, workouts=0)), "so_far")
    assert told == (
        "My pain out of 10, on the days I told it: about 4 in the last two weeks. Workouts in the last three weeks: 0."
    )


LONGEST = SoFar(
    10, 10, (10, date(2026, 9, 30)), 20, 21, ("Standing hip-flexor stretch by a wall",) * 9, ("x" * 20, TODAY)
)


@examples(80, soak=10_000)
@given(findings(), st.sampled_from([NOTHING_SO_FAR, LONGEST]))
def test_it_stays_on_a_page_and_tells_the_outcome(raw: Json, so_far: SoFar) -> None:
    text = written(raw, so_far=so_far)
    lines = text.splitlines()
    safety = check(KNOWLEDGE, values_of(raw, KNOWLEDGE.findings, where=""))
    assert part(text, "why").count("(rule: ") <= MOST_REASONS
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) <= LINES_OF_A_PAGE
    assert "{" not in text
    if safety.urgency is not Urgency.SELF_CARE:
        assert texts().letter[f"outcome_{safety.urgency.value.replace('-', '_')}"] in part(text, "outcome")
        assert part(text, "why") != texts().letter["none"]
