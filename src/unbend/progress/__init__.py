"""How it is going: numbers over time with their error, weeks, a calendar, quiet milestones, and what to say first."""

from unbend.progress.calendar import Day, What, month_of
from unbend.progress.compare import Comparison
from unbend.progress.fact import Fact
from unbend.progress.milestones import later_milestones_of, milestones_of
from unbend.progress.observed import Observed, Sight, observed
from unbend.progress.points import Point
from unbend.progress.progress import Progress, progress_in, progress_of
from unbend.progress.series import Series, Topic
from unbend.progress.sides import Sides
from unbend.progress.span import Span, Window, first_day
from unbend.progress.summary import summary_of
from unbend.progress.weeks import Week

__all__ = [
    "Comparison",
    "Day",
    "Fact",
    "Observed",
    "Point",
    "Progress",
    "Series",
    "Sides",
    "Sight",
    "Span",
    "Topic",
    "Week",
    "What",
    "Window",
    "first_day",
    "later_milestones_of",
    "milestones_of",
    "month_of",
    "observed",
    "progress_in",
    "progress_of",
    "summary_of",
]
