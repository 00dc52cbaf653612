"""Ids of entries: by chance, or derived so that the same advice given twice is one entry."""

from uuid import UUID, uuid4, uuid5

_SPACE = UUID("6e1f64a5-9d2a-4f6e-9c53-b5d1c6a3d7f0")


class RandomIds:
    """Ids that nobody can guess and no two devices share."""

    def new(self) -> str:
        """A fresh id."""
        return str(uuid4())


def derived(*parts: str) -> str:
    """The id that these parts always give."""
    return str(uuid5(_SPACE, "\x1f".join(parts)))
