"""How the API says no: a code for programs, one sentence for people, and never a value that somebody sent."""

from django.http import HttpResponse, JsonResponse
from ninja.errors import ValidationError

from unbend.record.errors import BadInput

Place = tuple[str | int, ...]


class Fault(Exception):
    """A request that is refused as a whole. `wait`: seconds after which it may come again."""

    def __init__(self, status: int, code: str, message: str, *, wait: int | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.wait = status, code, message, wait


def said(status: int, code: str, message: str, *, wait: int | None = None) -> HttpResponse:
    """The answer, which nobody may keep."""
    headers = {"Cache-Control": "no-store"} | ({} if wait is None else {"Retry-After": str(wait)})
    return JsonResponse({"code": code, "message": message}, status=status, headers=headers)


def sentence_of(error: ValidationError) -> str:
    """The first thing that is wrong, in the one form that all our refusals have."""
    first = error.errors[0]
    place: Place = tuple(first.get("loc", ()))
    where = ".".join(str(part) for part in place if part not in ("body", "batch")) or "the request"
    return str(BadInput(where, str(first.get("msg", "it cannot be read")).lower(), "see api/v1/openapi.json"))
