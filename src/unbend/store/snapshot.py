"""A state as JSON and back, exactly."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import TypeAdapter

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Answer, FindingType
from unbend.record.state import Known, State
from unbend.record.values import Declared

_STATE = TypeAdapter(State)


def encode(state: State) -> str:
    """The state as JSON."""
    return _STATE.dump_json(state).decode()


def decode(text: str, catalogue: Catalogue) -> State:
    """The state that was encoded, with answers as answers again: JSON knows them only as words."""
    state = _STATE.validate_json(text)
    findings = _answers(state.findings, catalogue.safety.findings)
    return replace(state, findings=findings, audit=_answers(state.audit, catalogue.audit))


def _answers(known: Mapping[str, Known], declared: Mapping[str, Declared]) -> Mapping[str, Known]:
    return {key: _answer(value, declared[key].type) for key, value in known.items()}


def _answer(known: Known, type_: FindingType) -> Known:
    return replace(known, value=Answer(str(known.value))) if type_ is FindingType.ANSWER else known
