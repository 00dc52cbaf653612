"""What a person may look for in the library."""

from collections.abc import Iterable
from typing import cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unbend.catalogue.words import Kind, Place, Position
from unbend.service.knowledge import Knowledge
from unbend.service.library import OWNS_NOTHING, Filter

RUNGS = range(1, 6)
CHOICES = ("need", "muscle", "kind", "rung", "position", "place", "thing")


class FilterForm(forms.Form):
    """Search words and choices; whatever is not among the choices asks for nothing."""

    text = forms.CharField(required=False, max_length=80, label=gettext_lazy("Search"))
    need = forms.ChoiceField(required=False, label=gettext_lazy("What for"))
    muscle = forms.ChoiceField(required=False, label=gettext_lazy("Part of the body"))
    position = forms.ChoiceField(required=False, label=gettext_lazy("Position"))
    place = forms.ChoiceField(required=False, label=gettext_lazy("Where"))
    thing = forms.ChoiceField(required=False, label=gettext_lazy("With what"))
    rung = forms.ChoiceField(required=False, label=gettext_lazy("Effort"))
    kind = forms.ChoiceField(required=False, label=gettext_lazy("Kind"))
    mine = forms.BooleanField(required=False, label=gettext_lazy("Only what is for me now"))

    def __init__(self, data: object, known: Knowledge) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        names, catalogue = known.texts.names, known.catalogue
        self._offer("need", ((need, names["need"][need]) for need in catalogue.needs))
        self._offer("muscle", ((muscle, names["muscle"][muscle]) for muscle in catalogue.muscles))
        self._offer("position", ((position, names["position"][position]) for position in Position))
        self._offer("place", ((place, names["place"][place]) for place in Place))
        things = [(thing, names["thing"][thing]) for thing in catalogue.things]
        self._offer("thing", [(OWNS_NOTHING, _("what every home has")), *things])
        self._offer("rung", ((str(rung), step_in_words(rung)) for rung in RUNGS))
        self._offer("kind", ((kind, names["kind"][kind]) for kind in Kind))

    def wanted(self) -> Filter:
        """What is asked for; a wrong choice is left out."""
        self.is_valid()
        return Filter(**self.cleaned_data)

    def narrowed(self) -> int:
        """How many of the choices that are folded away are in use."""
        self.is_valid()
        return sum(bool(value) for key, value in self.cleaned_data.items() if key != "text")

    def choices(self) -> list[dict[str, object]]:
        """The fields that are folded away, as the component for a field takes them."""
        return [
            {
                "name": name,
                "label": self[name].label,
                "options": [{"value": value, "label": label} for value, label in _choices(self.fields[name])],
                "value": self[name].value() or "",
            }
            for name in CHOICES
        ]

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = [("", _("Any")), *((str(value), capital(label)) for value, label in choices)]


def _choices(field: forms.Field) -> Iterable[tuple[str, str]]:
    return cast(Iterable[tuple[str, str]], cast(forms.ChoiceField, field).choices)


def step_in_words(rung: int) -> str:
    """Such as: step 2 of 5."""
    return _("step {step} of {steps}").format(step=rung, steps=len(RUNGS))


def capital(label: str) -> str:
    """The words as they begin a line."""
    return label[:1].upper() + label[1:]
