"""What the camera coach says: words for each code of what a camera sees of a movement, and does not."""

from collections.abc import Mapping

from unbend.body.movement import Movement
from unbend.catalogue.datum import datum


@datum
class CoachText:
    """The words of the coach, by code; templates have {named} places.

    `place` tells where to put the phone for a view, `from_where` names the view inside a sentence. `offers` are the
    sentences of an exercise's page: `counts`, `holds`, `times`, `unseen`, `turn`. `because` and `unseen` are parts of
    a sentence for the codes of `body.movement.CameraUse`, `judges` too. `measures` names what is measured, without its
    side; `parts` the landmarks, without theirs. `cues` and `praise` are said; `seen` is shown when something is not as
    it must be. `say` is the rest.
    """

    place: Mapping[str, str]
    from_where: Mapping[str, str]
    offers: Mapping[str, str]
    because: Mapping[str, str]
    unseen: Mapping[str, str]
    judges: Mapping[str, str]
    measures: Mapping[str, str]
    cues: Mapping[str, str]
    praise: tuple[str, ...]
    seen: Mapping[str, str]
    parts: Mapping[str, str]
    say: Mapping[str, str]


def offers(movement: Movement, words: CoachText) -> tuple[str, ...]:
    """What the camera coach can do for a movement, in a sentence; then what it cannot see, and that one turns round."""
    use, say = movement.camera, words.offers
    if use.because is not None:
        return (say["times"].format(because=words.because[use.because]),)
    holds = movement.count is not None and movement.count.hold
    said = [say["holds" if holds else "counts"].format(from_where=words.from_where[use.view])]
    if use.unseen:
        said.append(say["unseen"].format(things=", ".join(words.unseen[code] for code in use.unseen)))
    if use.view == "side" and "sides" in use.judges:
        said.append(say["turn"])
    return tuple(said)
