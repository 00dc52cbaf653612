"""What a script brings so that the log can tell later at which dose of which phase something was done."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from support.people import catalogue
from support.schema_check import breaks
from support.scripts import known_of, script_of, texts, week_of
from unbend.adaptation.level import Level, Levels
from unbend.catalogue.condition import Values
from unbend.catalogue.words import Answer, Phase
from unbend.planning.brief import Brief
from unbend.workout.as_json import script_as_json
from unbend.workout.gate import gate_for
from unbend.workout.schema import script_schema
from unbend.workout.script import Script

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "frontend" / "src" / "testing" / "sample-script.json"


def somebody() -> tuple[Values, Brief]:
    found = known_of(json.loads((ROOT / "examples" / "desk-worker.json").read_text(encoding="utf-8")))
    assert found is not None
    return found[1], found[2]


def scripts(brief: Brief, values: Values) -> list[Script]:
    return [script_of(session, brief, values) for session in week_of(brief).sessions]


def wrong(script: dict[str, Any]) -> list[str]:
    schema = script_schema(catalogue())
    return list(breaks(script, schema, schema))


def test_each_exercise_brings_its_step_and_the_easier_one_its_own() -> None:
    values, brief = somebody()
    first = scripts(brief, values)
    planned = {part.exercise for script in first for part in script.parts}
    at_three = dict.fromkeys(planned, Level(step=3))
    levels = {key: Level(step=1) for key in brief.catalogue.exercises} | at_three
    parts = [p for script in scripts(replace(brief, levels=Levels(levels)), values) for p in script.parts]
    easier = [part.easier for part in parts if part.easier is not None and part.easier.exercise not in planned]
    assert {part.step for part in parts if part.exercise in planned} == {3}
    assert {part.step for part in easier} == {1}
    assert {part.step for script in first for part in script.parts} == {0}, "what was never done begins at 0"


@pytest.mark.parametrize("phase", [Phase.CALM, Phase.RESTORE, Phase.STRENGTHEN])
def test_a_script_says_which_phase_its_plan_is_in(phase: Phase) -> None:
    values, brief = somebody()
    brief = replace(brief, start=replace(brief.start, phase=phase))
    plan = week_of(brief)
    assert {script_of(session, brief, values).phase for session in plan.sessions} == {plan.phase} == {phase}


def test_a_camera_may_ask_for_more_range_only_of_the_strong_for_whom_nothing_is_ruled_out() -> None:
    values, brief = somebody()

    def may(brief: Brief, **more: Answer) -> set[bool]:
        found = {
            part.camera.farther for script in scripts(brief, {**values, **more}) for part in script.parts if part.camera
        }
        assert found, "a camera can follow something of it"
        return found

    def of(phase: Phase, **restricted: tuple[str, ...]) -> Brief:
        return replace(brief, start=replace(brief.start, phase=phase), restricted_by=restricted)

    assert may(of(Phase.STRENGTHEN)) == {True}
    assert may(of(Phase.CALM)) == may(of(Phase.RESTORE)) == {False}
    assert may(of(Phase.STRENGTHEN, balance=("a-rule",))) == {False}
    assert (
        may(of(Phase.STRENGTHEN), pregnant=Answer.YES) == may(of(Phase.STRENGTHEN), pregnant=Answer.UNSURE) == {False}
    )


def test_how_much_pain_ends_a_workout_is_what_the_catalogue_says() -> None:
    values, brief = somebody()
    pain = script_as_json(scripts(brief, values)[0])["gate"]["pain"]
    assert (pain["stop_pain"], pain["stop_rise"]) == (5, 2)
    stricter = replace(catalogue(), adaptation=replace(catalogue().adaptation, stop_pain=3, stop_rise=1))
    pains = gate_for(values, stricter, texts()).pain
    assert (pains.stop_pain, pains.stop_rise) == (3, 1)


def test_a_script_from_before_it_brought_phase_steps_and_stops_still_holds() -> None:
    values, brief = somebody()
    script = script_as_json(scripts(brief, values)[0])
    assert wrong(script) == []
    older = {key: value for key, value in script.items() if key not in ("phase", "sound")}
    older["items"] = [_without_step(item) for item in script["items"]]
    older["gate"] = {**script["gate"], "pain": {key: script["gate"]["pain"][key] for key in ("text", "low", "high")}}
    assert wrong(older) == []
    assert wrong({**older, "phase": "sleep"}) != []
    assert wrong({**older, "items": [{**older["items"][0], "step": -1}]}) != []


def test_the_sample_that_the_player_is_tried_with_is_a_script() -> None:
    assert wrong(json.loads(SAMPLE.read_text(encoding="utf-8"))) == []


def _without_step(item: dict[str, Any]) -> dict[str, Any]:
    older = {key: value for key, value in item.items() if key != "step"}
    return older if item["easier"] is None else {**older, "easier": _without_step(item["easier"])}
