"""The JSON Schema of a script, made from the catalogue: every id that can stand in it is named."""

from collections.abc import Collection, Mapping
from typing import Any

from unbend.body.movement import CAMERA_VIEWS
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Phase, Worrying
from unbend.planning.bars import WORKOUT_ROLES
from unbend.workout.script import VERSION, Kind, Variant

NAME = "script"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_MAYBE_TEXT = {"anyOf": [_TEXT, {"type": "null"}]}
_SECONDS = {"type": "number", "minimum": 0, "x-unit": "seconds"}
_WHOLE_SECONDS = {"type": "integer", "minimum": 0, "x-unit": "seconds"}
_COUNT = {"type": "integer", "minimum": 1}
_MAYBE_COUNT = {"anyOf": [_COUNT, {"type": "null"}]}
_MOMENT = {"type": "string", "format": "date-time"}


def script_schema(catalogue: Catalogue) -> dict[str, Any]:
    """What `script_as_json` gives."""
    return {
        "$schema": _DRAFT,
        "title": "Unbend script",
        **_object(
            {
                "version": {"const": VERSION},
                "id": _TEXT,
                "person": _TEXT,
                "language": _TEXT,
                "day": {"type": "string", "format": "date"},
                "variant": {"enum": [variant.value for variant in Variant]},
                "phase": {"enum": [phase.value for phase in Phase], "description": "of the plan that it is of"},
                "made_at": _MOMENT,
                "expires_at": _MOMENT,
                "title": _TEXT,
                "seconds": {**_WHOLE_SECONDS, "description": "the sum of all segments"},
                "sound": _SOUND,
                "items": {"type": "array", "items": {"$ref": "#/$defs/item"}, "minItems": 1},
                "gate": _gate(catalogue),
                "help": _HELP,
            },
            later=("sound", "phase"),
        ),
        "$defs": {
            "item": _item(catalogue, easier={"anyOf": [{"$ref": "#/$defs/easier"}, {"type": "null"}]}),
            "easier": _item(catalogue, easier={"type": "null"}),
            "segment": _SEGMENT,
            "figures": _FIGURES,
            "camera": _CAMERA,
        },
    }


def _object(properties: Mapping[str, Any], *, later: Collection[str] = ()) -> dict[str, Any]:
    """Nothing is left out of a script: what does not apply is null. `later`: what older scripts do not hold."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [key for key in properties if key not in later],
        "additionalProperties": False,
    }


def _item(catalogue: Catalogue, *, easier: Mapping[str, Any]) -> dict[str, Any]:
    words = dict.fromkeys(("name", "dose", "breathing", "feel"), _TEXT)
    lists = dict.fromkeys(("steps", "cues", "stop_if"), _TEXTS)
    figures = {"$ref": "#/$defs/figures"}
    return _object(
        {
            "exercise": {"enum": list(catalogue.exercises)},
            "slot": {"enum": [role.value for role in WORKOUT_ROLES]},
            **words,
            **lists,
            "step": _STEP,
            "figures": _object({"right": figures, "left": figures}),
            "round_seconds": {**_SECONDS, "description": "one round of the moving figure"},
            "target_seconds": {**_SECONDS, "description": "when in the round the target pose is reached"},
            "seconds": {**_WHOLE_SECONDS, "description": "the sum of its segments"},
            "segments": {"type": "array", "items": {"$ref": "#/$defs/segment"}, "minItems": 1},
            "camera": {"anyOf": [{"$ref": "#/$defs/camera"}, {"type": "null"}]},
            "easier": easier,
        },
        later=("step", "camera"),
    )


def _gate(catalogue: Catalogue) -> dict[str, Any]:
    findings = [key for question in catalogue.gate for key in (question.id, question.again) if key is not None]
    question = {
        "finding": {"enum": list(dict.fromkeys(findings))},
        "text": _TEXT,
        "help": _MAYBE_TEXT,
        "follow_up": _MAYBE_TEXT,
        "worrying": {"enum": [Worrying.YES.value, Worrying.NO.value]},
    }
    pain = _object({"text": _TEXT, "low": _TEXT, "high": _TEXT, **_STOPS}, later=_STOPS)
    return _object({"questions": {"type": "array", "items": _object(question), "minItems": 1}, "pain": pain})


_SOUND = {
    **_object({"voice": {"type": "boolean"}, "beeps": {"type": "boolean"}}),
    "description": "what the person wants to hear, unless they say otherwise on the device itself",
}

_STEP = {"type": "integer", "minimum": 0, "description": "how far along its dose it is given, from 0"}

_OF_TEN = {"type": "integer", "minimum": 0, "maximum": 10}
_STOPS = {
    "stop_pain": {**_OF_TEN, "description": "above this, pain that rose since the start ends the workout"},
    "stop_rise": {**_OF_TEN, "description": "so much more than at the start ends it at any height"},
}

_FIGURES = _object({"moving": _TEXT, "start": _TEXT, "end": _TEXT})

_CAMERA = _object(
    {
        "view": {"enum": list(CAMERA_VIEWS), "description": "from where it looks"},
        "by": {"enum": ["count", "hold"], "description": "it counts repetitions, or times a hold"},
        "alternates": {"type": "boolean", "description": "the sides take turns within a repetition"},
        "reference": {**_TEXT, "description": "the address of what it holds the exercise against"},
        "farther": {
            "type": "boolean",
            "description": "it may ask to go a little farther; where it is missing, it may not",
        },
    },
    later=("farther",),
)

_SHOWN = {
    **_object({"from": _SECONDS, "to": _SECONDS, "loop": {"type": "boolean"}}),
    "description": "times of the round; a time past the round is in the next one; from equal to is a still",
}

_SEGMENT = _object(
    {
        "kind": {"enum": [kind.value for kind in Kind]},
        "seconds": {**_WHOLE_SECONDS, "minimum": 1},
        "side": {"enum": ["left", "right", "both"]},
        "set": _COUNT,
        "sets": _COUNT,
        "repetition": _MAYBE_COUNT,
        "repetitions": _MAYBE_COUNT,
        "figure": _SHOWN,
        "breath": {"anyOf": [_object({"in": _SECONDS, "out": _SECONDS}), {"type": "null"}]},
        "say": {**_MAYBE_TEXT, "description": "spoken when the segment begins"},
    }
)

_HELP = _object(
    {
        "title": _TEXT,
        "now": _TEXTS,
        "same_day": _TEXTS,
        "numbers": {"type": "array", "items": _object({"who": _TEXT, "number": _TEXT}), "minItems": 1},
        "look_again": _TEXT,
        "letter": _TEXT,
    }
)
