"""Input that cannot be taken, said in one line."""


class BadInput(Exception):
    """Where the fault is, what is wrong, and what is allowed."""

    def __init__(self, where: str, what: str, allowed: str) -> None:
        self.where, self.what, self.allowed = where, what, allowed
        super().__init__(f"{where}: {what}; {allowed}")
