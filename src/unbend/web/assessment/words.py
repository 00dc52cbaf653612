"""How numbers and what they mean are said: never poor, weak or a failure."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unbend.assessment.outcomes import Verdict
from unbend.assessment.results import Side
from unbend.service.self_test import TestView, Told


def short(value: float) -> str:
    """The number without a needless point."""
    return str(int(value)) if value == int(value) else f"{value:.1f}"


def since(verdict: Verdict | None) -> str | None:
    """What a change means; None where there is nothing to compare with."""
    return {
        None: None,
        Verdict.BETTER: _("Better than that, by more than chance"),
        Verdict.WORSE: _("Less well than that, by more than chance"),
        Verdict.WITHIN_NOISE: _("About the same"),
        Verdict.NOT_KNOWN: _("Nobody has measured yet how large a change counts"),
    }[verdict]


def side_name(side: Side | None) -> str:
    """The side as a label."""
    return {Side.LEFT: _("Left"), Side.RIGHT: _("Right"), None: _("Result")}[side]


def error_in_words(view: TestView, unit: str) -> str | None:
    """How large a difference is more than chance, or that nobody knows."""
    if view.test.error is None:
        return _("Nobody has measured how exact this is, so look at it as a picture for yourself.")
    return _("Up to {error} {unit} either way is chance.").format(error=short(view.test.error), unit=unit)


def sides_in_words(told: Told, view: TestView) -> str | None:
    """Left beside right, where both were measured and may be compared."""
    if not view.test.per_side or len(told.numbers) < 2 or view.test.error is None:
        return None
    if told.worse is None:
        return _("Left and right are about the same.")
    if told.worse is Side.LEFT:
        return _("Your left side shows less just now, by more than chance. It gets a little more in your plan.")
    return _("Your right side shows less just now, by more than chance. It gets a little more in your plan.")


def norm_in_words(view: TestView, unit: str) -> str | None:
    """The border for the same age and sex, as what it is: a number to know, no mark."""
    if view.norm is None:
        return None
    sentence = (
        _("Among people of your age in one study, most reached {border} {unit} or more.")
        if view.test.higher_is_better
        else _("Among people of your age in one study, most stayed at {border} {unit} or less.")
    )
    return sentence.format(border=short(view.norm.border), unit=unit)


def minutes_in_words(minutes: int) -> str:
    """Such as: about 4 minutes."""
    return ngettext("about {minutes} minute", "about {minutes} minutes", minutes).format(minutes=minutes)


def why_it_waits(code: str) -> str | None:
    """Why a self-test is not for now, kindly; None for what is said elsewhere."""
    return {
        "restriction": _("It moves in a way that one of your answers rules out. Your plan does without it."),
        "calm": _("Your back is easily set off just now. Tests of effort and reach wait until it has settled."),
        "pregnancy": _("In pregnancy tests of effort and reach wait. Gentle movement does more for you now."),
        "pain": _("It asks for effort or reach, so it waits until your worst pain is 3 of 10 or less. Has it eased? "
                  "Tell us in the safety check."),
    }.get(code)  # fmt: skip
