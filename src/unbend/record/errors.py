"""Input that cannot be taken, said in one line."""

MOST_LETTERS = 160
"""Of what somebody else wrote: enough to recognise it by."""


class BadInput(Exception):
    """Where the fault is, what is wrong, and what is allowed."""

    def __init__(self, where: str, what: str, allowed: str) -> None:
        self.where, self.what, self.allowed = one_line(where), one_line(what), one_line(allowed, most=600)
        super().__init__(f"{self.where}: {self.what}; {self.allowed}")


def one_line(text: str, *, most: int = MOST_LETTERS) -> str:
    """The text as one line that no terminal takes for a command: control characters are spelled out, the end is cut."""
    line = " ".join(text[: most * 2].split())
    safe = "".join(letter if letter.isprintable() else _spelled_out(letter) for letter in line)
    return safe if len(safe) <= most else safe[: most - 3] + "..."


def _spelled_out(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
