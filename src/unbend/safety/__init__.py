"""How soon somebody needs to be seen, what is still allowed, and which movements are ruled out."""

from unbend.safety.answer import Reason, SafetyAnswer
from unbend.safety.check import check

__all__ = ["Reason", "SafetyAnswer", "check"]
