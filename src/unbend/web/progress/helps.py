"""What helps my back: the page, and its chart."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from unbend.catalogue.text import Texts
from unbend.exchange.chart import Forest, Interval, Table, draw_forest, figure, forest_table
from unbend.progress.helps import Found
from unbend.record.keeping import Role
from unbend.service.check import safety_net
from unbend.service.helps import Answer, about, sentence_of, silences, thing_of
from unbend.service.helps import helps as found_for
from unbend.web.ports import seen_of
from unbend.web.progress.words import Said
from unbend.web.views import Asked, personal

_WIDE = 600


@dataclass(frozen=True)
class _Drawn:
    title: str
    drawing: SafeString
    note: str
    columns: tuple[dict[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


@require_safe
@personal
def helps(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What goes together with the pain of the morning, and where nothing can be told, what is missing."""
    answer, texts = found_for(asked.actor, asked.person, asked.ports), asked.ports.known.texts
    said, seen = Said(asked.ports, imperial=False), seen_of(request)
    context = {
        "area": "progress",
        "other": seen if seen is not None and seen.role is not Role.SELF else None,
        "there": answer.helps is not None,
        "span": _span(answer, said),
        "told": [sentence_of(one, texts) for one in answer.told],
        "nothing": texts.progress["helps-nothing"] if _looked(answer) and not answer.told else None,
        "about": about(answer, texts),
        "chart": _drawn(answer.told, texts, said) if answer.told else None,
        "safety_net": safety_net(texts.safety),
        "silent": [{"why": why, "names": names} for why, names in silences(answer, texts)],
    }
    return render(request, "progress/helps.html", context)


def _looked(answer: Answer) -> bool:
    return answer.helps is not None and answer.helps.look is not None


def _span(answer: Answer, said: Said) -> str | None:
    """From the first morning that was looked at to the last."""
    found = answer.helps
    if found is None or found.first is None or found.last is None:
        return None
    return _("{first} to {last}").format(first=said.day(found.first), last=said.day(found.last))


def _drawn(told: tuple[Found, ...], texts: Texts, said: Said) -> _Drawn:
    chart = _chart(told, texts)
    drawn = figure(lambda width: draw_forest(chart, said.chart, width=min(width, _WIDE)))
    table: Table = forest_table(chart, said.chart)
    return _Drawn(
        title=chart.title,
        drawing=mark_safe(drawn),  # noqa: S308 - drawn by us, with every text escaped
        note=_("The line is where it is likely to be, the dot the best guess."),
        columns=tuple({"label": heading} for heading in table.headings),
        rows=table.rows,
    )


def _chart(told: tuple[Found, ...], texts: Texts) -> Forest:
    return Forest(
        id="helps",
        title=_("How much the mornings differ"),
        description=" ".join(sentence_of(one, texts) for one in told),
        rows=tuple(
            Interval(thing_of(one, texts), one.difference.points, one.difference.low, one.difference.high)
            for one in told
            if one.difference is not None
        ),
        less=_("less pain"),
        more=_("more pain"),
        heading=_("Mornings after"),
        value_heading=_("Points of pain, of 10"),
    )
