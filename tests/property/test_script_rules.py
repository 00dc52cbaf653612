"""Hard rules 2 and 4 over generated people, for every script that could be played: seconds, sides, doses and words."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import SOAK, examples
from support.people import TODAY, Json, catalogue, person, profiles
from support.rules import Given, rule_two
from support.schema_check import breaks
from support.scripts import MADE_AT, known_of, movements, script_of, variant_brief, variant_plan, week_of
from unbend.assessment.start import start
from unbend.catalogue.condition import Person, Values
from unbend.catalogue.words import Answer, Role
from unbend.planning.brief import Brief
from unbend.planning.plan import Item, Plan, Session
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.today import audit_on
from unbend.workout.as_json import script_as_json
from unbend.workout.schema import script_schema
from unbend.workout.script import Kind, Part, Script, Segment, Variant
from unbend.workout.tempo import tempo_of

PEOPLE = range(300 if SOAK else 30)


@cache
def schema() -> dict[str, Any]:
    return script_schema(catalogue())


def sessions_of(profile: Json, variant: Variant) -> Iterator[tuple[Session, Brief, Values, Given]]:
    """Every different workout of somebody's week, or the one of a variant; and what it is held against."""
    found = known_of(profile)
    if found is None:
        return
    safety, values, brief = found
    limits = variant_brief(brief, variant)
    plan = variant_plan(brief, week_of(brief), variant)
    if not isinstance(plan, Plan):
        return
    state = fold(profile_of(profile, catalogue(), today=TODAY).entries)
    known = Person({**audit_on(state), **values}, catalogue().safety.worrying)
    places = [place.value for place in limits.places]
    asked = {**profile, "wishes": {**profile.get("wishes", {}), "positions": places}}
    rung = start(catalogue(), known, allows=safety.allows).rung
    for session in {str(session.items): session for session in plan.sessions}.values():
        yield session, limits, values, Given(asked, safety, plan, rung)


@cache
def scripts(variant: Variant) -> tuple[tuple[Script, Session, Brief, Values, Given], ...]:
    return tuple(
        (script_of(session, brief, values, variant), session, brief, values, held)
        for seed in PEOPLE
        for session, brief, values, held in sessions_of(person(seed), variant)
    )


@pytest.mark.parametrize("variant", list(Variant))
def test_no_script_runs_over_the_minutes_asked_for(variant: Variant) -> None:
    made = 0
    for script, session, brief, _, _ in scripts(variant):
        made += 1
        assert script.seconds == session.seconds
        assert script.seconds <= brief.minutes * 60
        assert all(segment.seconds > 0 for part in script.parts for segment in part.segments)
    assert made > len(PEOPLE) / 3


@pytest.mark.parametrize("variant", list(Variant))
def test_nothing_in_a_script_nor_anything_easier_breaks_rule_two(variant: Variant) -> None:
    easier = 0
    for script, _, _, _, held in scripts(variant):
        for part in script.parts:
            assert list(rule_two(part.exercise, held)) == []
            if part.easier is not None:
                easier += 1
                assert list(rule_two(part.easier.exercise, held)) == []
                assert part.easier.seconds <= part.seconds
                assert part.easier.easier is None
                assert part.easier.slot == part.slot
                assert part.slot in {role.value for role in catalogue().exercises[part.easier.exercise].roles}
    assert easier


@pytest.mark.parametrize("variant", list(Variant))
def test_a_script_tells_phase_and_steps_as_they_were_planned(variant: Variant) -> None:
    for script, session, brief, _, held in scripts(variant):
        assert script.phase is held.plan.phase is brief.start.phase
        assert [part.step for part in script.parts] == [item.step for item in session.items]


@pytest.mark.parametrize("variant", list(Variant))
def test_every_script_starts_with_warming_up_and_ends_easily(variant: Variant) -> None:
    for script, *_ in scripts(variant):
        first, last = (catalogue().exercises[part.exercise] for part in (script.parts[0], script.parts[-1]))
        assert Role.WARM_UP in first.roles
        assert script.parts[0].slot == "warm-up"
        assert Role.EASE in last.roles


@pytest.mark.parametrize("variant", list(Variant))
def test_each_side_gets_exactly_its_dose(variant: Variant) -> None:
    for script, session, _, _, _ in scripts(variant):
        for part, item in zip(script.parts, session.items, strict=True):
            assert done_by_side(part) == asked_by_side(item), item.exercise


def asked_by_side(item: Item) -> dict[str, Counter[str]]:
    dose = item.dose
    return {
        side: Counter(
            {
                key: (value or 0) * (dose.sets + (item.extra_sets if side == item.sides[0] else 0))
                for key, value in {
                    "repetitions": dose.repetitions,
                    "moving": (dose.repetitions or 0) * ((dose.tempo_seconds or 0) + (dose.hold_seconds or 0)),
                    "breaths": dose.breaths,
                    "going": (dose.duration_seconds or 0) + (dose.metres or 0),
                }.items()
            }
        )
        for side in item.sides
    }


def done_by_side(part: Part) -> dict[str, Counter[str]]:
    """What the segments add up to, counted another way than they were made."""
    done: dict[str, Counter[str]] = {}
    for segment in part.segments[2:]:
        if segment.kind in (Kind.REST, Kind.SWITCH_SIDE):
            continue
        side = done.setdefault(segment.side, Counter())
        first = segment.kind is Kind.MOVE and segment.shown.start == 0.0
        side.update(
            {
                "repetitions": int(first),
                "moving": segment.seconds if segment.kind in (Kind.MOVE, Kind.HOLD) else 0,
                "breaths": int(segment.kind is Kind.BREATHE),
                "going": segment.seconds if segment.kind is Kind.GO else 0,
            }
        )
    return done


def test_sides_come_in_their_order_and_a_change_is_always_told() -> None:
    for script, session, *_ in scripts(Variant.PLANNED):
        for part, item in zip(script.parts, session.items, strict=True):
            assert [segment.kind for segment in part.segments[:2]] == [Kind.NEXT, Kind.GET_READY]
            work = [segment for segment in part.segments[2:] if segment.kind is not Kind.REST]
            assert work[0].side == item.sides[0]
            for before, after in zip(part.segments, part.segments[1:], strict=False):
                if before.side != after.side:
                    assert after.kind in (Kind.SWITCH_SIDE, Kind.REST)
                    assert after.say is not None
                    told = tempo_of(movements()[part.exercise]).told(after.side)
                    assert told.removeprefix("lying-") in after.say


def test_the_figure_is_shown_inside_its_round_and_goes_on_from_where_it_was() -> None:
    for script, *_ in scripts(Variant.PLANNED):
        for part in script.parts:
            for segment in part.segments:
                assert 0 <= segment.shown.start <= segment.shown.end <= 2 * part.round_seconds
            holds = [segment for segment in part.segments if segment.kind is Kind.HOLD]
            assert all(segment.shown.start == part.target_seconds for segment in holds)


def test_a_breath_lasts_as_long_as_its_segment() -> None:
    paced = [s for script, *_ in scripts(Variant.PLANNED) for p in script.parts for s in p.segments if s.breath]
    assert paced
    assert all(fits(segment) for segment in paced)


def fits(segment: Segment) -> bool:
    breath = segment.breath
    assert breath is not None
    return abs(breath.inward + breath.outward - segment.seconds) < 0.11 and 0 < breath.inward <= breath.outward


def test_what_is_said_is_short_enough_to_be_heard_before_the_next_begins() -> None:
    """At most three words a second, which is quick but clear; cues and counts within a repetition are shorter still."""
    slow = {
        (part.exercise, segment.say, segment.seconds)
        for script, *_ in scripts(Variant.PLANNED)
        for part in script.parts
        for segment in part.segments
        if segment.say and len(segment.say.split()) > max(4, 3 * segment.seconds)
    }
    assert slow == set()


@examples(40, soak=5_000)
@given(profiles())
def test_a_script_is_what_its_schema_says(profile: Json) -> None:
    for variant in Variant:
        for session, brief, values, _ in sessions_of(profile, variant):
            script = script_as_json(script_of(session, brief, values, variant))
            assert list(breaks(script, schema(), schema())) == []
            assert script["seconds"] == sum(s["seconds"] for item in script["items"] for s in item["segments"])
            assert "{" not in str([item["segments"] for item in script["items"]]).replace("{'", "")
            assert script["variant"] == variant.value


@examples(40, soak=5_000)
@given(profiles(), st.sampled_from(("yes", "unsure")))
def test_no_gate_question_takes_back_a_sign_that_stands(profile: Json, fallen: str) -> None:
    """A "no" to every question must leave what the person has as it is, such as an earlier fall."""
    profile = {**profile, "findings": {**profile["findings"], "minor-trauma": fallen}}
    for session, brief, values, _ in sessions_of(profile, Variant.PLANNED):
        script = script_of(session, brief, values)
        for question in script.gate.questions:
            if values.get(question.finding) in (question.worrying.value, Answer.UNSURE):
                alternatives = {q.id: q.again for q in catalogue().gate}
                assert alternatives.get(question.finding) is None
        assert len({question.finding for question in script.gate.questions}) == len(script.gate.questions)


def test_a_script_is_good_for_a_week() -> None:
    script = scripts(Variant.PLANNED)[0][0]
    assert script.expires_at - MADE_AT == timedelta(days=7)


def test_the_schema_refuses_what_is_no_script() -> None:
    script = script_as_json(scripts(Variant.PLANNED)[0][0])
    spoilt: list[dict[str, Any]] = [
        {**script, "variant": "long"},
        {**script, "extra": 1},
        {**script, "items": []},
        {key: value for key, value in script.items() if key != "gate"},
        {**script, "items": [{**script["items"][0], "exercise": "handstand"}]},
    ]
    assert all(any(True for _ in breaks(one, schema(), schema())) for one in spoilt)
