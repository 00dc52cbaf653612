"""The letter to a clinician: to print, to keep as a file, to send by oneself."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from unbend.service.told import letter_for
from unbend.web.views import Asked, personal


@require_safe
@personal
def letter(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The letter as a sheet of paper. The address that opens a mail program carries nothing of what was answered."""
    made = letter_for(asked.actor, asked.person, asked.ports)
    words = {
        "title": made.title,
        "paragraphs": [(head, body.splitlines()) for head, body in made.paragraphs],
        "mail": f"mailto:?subject={quote(_('A letter'))}&body={quote(_('Please see the letter attached.'))}",
    }
    return render(request, "check/letter.html", words)


@require_safe
@personal
def as_text(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The letter as a text file."""
    text = letter_for(asked.actor, asked.person, asked.ports).text()
    headers = {"Content-Disposition": 'attachment; filename="letter.txt"'}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)
