"""What goes together with how the back is in the morning: nights, sitting, walks, workouts and exercises."""

from unbend.progress.helps.answer import Found, Helps, Told, what_helps
from unbend.progress.helps.looks import look_of, next_look
from unbend.progress.helps.mornings import Morning, Mornings, mornings_of
from unbend.progress.helps.things import Kind, Thing
from unbend.progress.helps.with_statsmodels import installed

__all__ = [
    "Found",
    "Helps",
    "Kind",
    "Morning",
    "Mornings",
    "Thing",
    "Told",
    "installed",
    "look_of",
    "mornings_of",
    "next_look",
    "what_helps",
]
