"""Charts drawn on the server as SVG, each with a name, a description and a table beside it."""

from unbend.exchange.chart.bars import draw_bars
from unbend.exchange.chart.dumbbell import draw_dumbbell
from unbend.exchange.chart.figure import NARROW, WIDE, figure, multiples
from unbend.exchange.chart.forest import draw_forest
from unbend.exchange.chart.ink import Ink
from unbend.exchange.chart.line import draw_line
from unbend.exchange.chart.model import Bar, BarChart, Dot, Dumbbell, Forest, Interval, Line, LineChart, Pair
from unbend.exchange.chart.table import Table, bar_table, dumbbell_table, forest_table, line_table
from unbend.exchange.chart.words import Words

__all__ = [
    "NARROW",
    "WIDE",
    "Bar",
    "BarChart",
    "Dot",
    "Dumbbell",
    "Forest",
    "Ink",
    "Interval",
    "Line",
    "LineChart",
    "Pair",
    "Table",
    "Words",
    "bar_table",
    "draw_bars",
    "draw_dumbbell",
    "draw_forest",
    "draw_line",
    "dumbbell_table",
    "figure",
    "forest_table",
    "line_table",
    "multiples",
]
