"""A script in the form that a player reads; its schema is `unbend schema script`."""

from dataclasses import asdict
from typing import Any

from unbend.workout.script import VERSION, Part, Script, Segment


def script_as_json(script: Script) -> dict[str, Any]:
    """The whole script in plain dictionaries, lists, words and numbers."""
    return {
        "version": VERSION,
        "id": script.id,
        "person": script.person,
        "language": script.language,
        "day": script.day.isoformat(),
        "variant": script.variant.value,
        "phase": script.phase.value,
        "made_at": script.made_at.isoformat(),
        "expires_at": script.expires_at.isoformat(),
        "title": script.title,
        "seconds": script.seconds,
        "sound": asdict(script.sound),
        "items": [_part(part) for part in script.parts],
        "gate": _gate(script),
        "help": _help(script),
    }


def _part(part: Part) -> dict[str, Any]:
    words = {key: getattr(part, key) for key in ("exercise", "name", "slot", "dose", "breathing", "feel")}
    lists = {key: list(getattr(part, key)) for key in ("steps", "cues", "stop_if")}
    return {
        **words,
        **lists,
        "step": part.step,
        "figures": {side: asdict(figures) for side, figures in part.figures.items()},
        "round_seconds": part.round_seconds,
        "target_seconds": part.target_seconds,
        "seconds": part.seconds,
        "segments": [_segment(segment) for segment in part.segments],
        "camera": None if part.camera is None else asdict(part.camera),
        "easier": None if part.easier is None else _part(part.easier),
    }


def _segment(segment: Segment) -> dict[str, Any]:
    shown, breath = segment.shown, segment.breath
    return {
        "kind": segment.kind.value,
        "seconds": segment.seconds,
        "side": segment.side,
        "set": segment.set,
        "sets": segment.sets,
        "repetition": segment.repetition,
        "repetitions": segment.repetitions,
        "figure": {"from": shown.start, "to": shown.end, "loop": shown.loop},
        "breath": None if breath is None else {"in": breath.inward, "out": breath.outward},
        "say": segment.say,
    }


def _gate(script: Script) -> dict[str, Any]:
    questions = [{**asdict(question), "worrying": question.worrying.value} for question in script.gate.questions]
    return {"questions": questions, "pain": asdict(script.gate.pain)}


def _help(script: Script) -> dict[str, Any]:
    card = script.help
    lists = {"now": list(card.now), "same_day": list(card.same_day), "numbers": [asdict(one) for one in card.numbers]}
    return {"title": card.title, **lists, "look_again": card.look_again, "letter": card.letter}
