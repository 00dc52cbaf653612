"""What to say: at most one thing, only after it lasted, praise once when it is mended, and silence otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

FAULT, DEEPER, SLOWER, HOLD = "fault", "deeper", "slower", "hold"
QUIET = 6.0  # seconds between the beginnings of two cues
STAYS = 3.0  # seconds that a cue stays at least, long enough to be heard
LONGEST = 12.0  # seconds after which the same words help no more
AGAIN = 20.0  # seconds before the same cue is given once more
ONCE = (DEEPER,)  # how far somebody goes is theirs: it is offered, and not asked for again
PRAISED = 1.5  # seconds
TWICE = 2  # repetitions in a row that fall short before anything is said of it


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to say: its code, and the fault it is about."""

    code: str
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """What is being said, since when, what was said last and when, and until when there is praise."""

    cue: Cue | None = None
    since: float = 0.0
    said: tuple[tuple[Cue, float], ...] = ()
    praise_until: float | None = None

    def praises(self, time: float) -> bool:
        """Whether something was mended a moment ago."""
        return self.praise_until is not None and time < self.praise_until


SILENT = Voice()


def speak(voice: Voice, wanted: Iterable[Cue], time: float) -> Voice:
    """The voice after a frame in which these are worth saying, the most important first."""
    if voice.cue is None:
        return _begun(voice, wanted, time)
    lasted = time - voice.since
    if lasted >= STAYS and voice.cue not in wanted:
        return replace(voice, cue=None, praise_until=time + PRAISED)
    return replace(voice, cue=None) if lasted >= LONGEST else voice


def fall_silent(voice: Voice) -> Voice:
    """Nothing is said of what is not seen."""
    return voice if voice.cue is None else replace(voice, cue=None)


def _begun(voice: Voice, wanted: Iterable[Cue], time: float) -> Voice:
    last = dict(voice.said)
    if last and time - max(last.values()) < QUIET:
        return voice
    cue = next((cue for cue in wanted if cue not in last or _bears_saying_again(cue, time - last[cue])), None)
    if cue is None:
        return voice
    return Voice(cue, time, tuple({**last, cue: time}.items()), None)


def _bears_saying_again(cue: Cue, after: float) -> bool:
    return cue.code not in ONCE and after >= AGAIN
