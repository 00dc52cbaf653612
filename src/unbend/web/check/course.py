"""How far somebody is in the check, kept in their session: the pages so far, what they skipped, looking again."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest

from unbend.service.asking import Course

_KEY = "check"


@dataclass
class Trail:
    """The entries of the pages answered so far, in order, and the course they follow."""

    pages: list[str] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    again_from: str | None = None

    @property
    def course(self) -> Course:
        """What the use case asks by."""
        again = datetime.fromisoformat(self.again_from) if self.again_from else None
        return Course(frozenset(self.skipped), again)

    @property
    def is_new(self) -> bool:
        """Nothing was answered or skipped yet."""
        return self == Trail()

    def page_at(self, step: str | None) -> int | None:
        """The place of an answered page by its number in the address; None for anything else."""
        place = int(step) if step is not None and step.isdecimal() and len(step) < 4 else None
        return place if place is not None and place < len(self.pages) else None

    def went_on(self, page: str, *, instead_of: str | None) -> None:
        """Remember the page just answered."""
        if instead_of in self.pages:
            self.pages[self.pages.index(instead_of)] = page
        elif page not in self.pages:
            self.pages.append(page)


def trail_of(request: HttpRequest, person: str) -> Trail:
    """The trail of this person in this session."""
    kept = request.session.get(_KEY)
    if not isinstance(kept, dict) or kept.get("person") != person:
        return Trail()
    return Trail(list(kept["pages"]), set(kept["skipped"]), kept["again_from"])


def keep_trail(request: HttpRequest, person: str, trail: Trail) -> None:
    """Remember it."""
    request.session[_KEY] = {
        "person": person,
        "pages": trail.pages,
        "skipped": sorted(trail.skipped),
        "again_from": trail.again_from,
    }


def end_trail(request: HttpRequest) -> None:
    """Forget it: the check has come to its answer."""
    request.session.pop(_KEY, None)
