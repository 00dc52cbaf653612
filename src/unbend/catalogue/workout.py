"""What is asked before a workout, where help is reached, and what is said during one: the facts, and their words."""

from collections.abc import Mapping

from unbend.catalogue.datum import datum
from unbend.catalogue.knowledge import Condition


@datum
class GateQuestion:
    """One question before each workout; `id` is the finding it answers.

    `asked_when` says of whom it is asked. Where the person has this sign already and may move all the same, `again`
    is answered in its place: the finding that says it is new or worse since then. None asks nothing then.
    """

    id: str
    sources: tuple[str, ...]
    asked_when: Condition | None = None
    again: str | None = None


@datum
class GateText:
    """The question, a word of help, what to ask when the person is unsure, and the question for `again`."""

    question: str
    help: str | None = None
    follow_up: str | None = None
    again: str | None = None


@datum
class Country:
    """Telephone numbers of a country, by its two letters: for an ambulance, for advice when it is no emergency, and
    for somebody who thinks of ending their life. `unverified` names what nobody read at a source."""

    id: str
    emergency: str
    sources: tuple[str, ...]
    advice: str | None = None
    crisis: str | None = None
    unverified: str | None = None


@datum
class PainText:
    """How pain is asked before and after, and what the ends of its scale are called."""

    text: str
    low: str
    high: str


@datum
class HelpText:
    """The help card: what needs help at once, what needs it the same day, whom to ring, and when to look again."""

    title: str
    now: tuple[str, ...]
    now_pregnant: tuple[str, ...]
    same_day: tuple[str, ...]
    same_day_pregnant: tuple[str, ...]
    emergency: str
    emergency_number: str
    advice: str
    crisis: str
    look_again: str


@datum
class WorkoutText:
    """All that is said in a workout. `title` by variant and `say` are templates with {named} places."""

    title: Mapping[str, str]
    say: Mapping[str, str]
    pain: PainText
    help: HelpText
