"""The record of a person: entries that are never changed, and the state that is folded from them."""

from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.fold import fold
from unbend.record.state import Clearance, Known, State, TestResult, Wishes

__all__ = ["BadInput", "Clearance", "Entry", "Known", "State", "TestResult", "Wishes", "fold"]
