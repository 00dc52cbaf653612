"""Learn: the lessons by theme, and one to read in peace."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unbend.service.learn import lesson_page, mark_read, reading
from unbend.web.errors import not_found
from unbend.web.learn.sources import shown
from unbend.web.views import Asked, personal


@require_safe
@personal
def lessons(request: HttpRequest, asked: Asked) -> HttpResponse:
    """All lessons by theme, that of this week first."""
    found = reading(asked.actor, asked.person, asked.ports)
    return render(request, "learn/lessons.html", {"area": "learn", "reading": found})


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def lesson(request: HttpRequest, asked: Asked, lesson: str) -> HttpResponse:
    """One lesson; sending the form says that it was read."""
    page = lesson_page(asked.actor, asked.person, lesson, asked.ports)
    if page is None:
        return not_found(request)
    if request.method == "POST":
        mark_read(asked.actor, asked.person, lesson, asked.ports, id_=request.POST.get("entry") or None)
        messages.success(request, _("Marked as read."))
        return redirect("learn")
    sources = [shown(source, asked.ports.known.texts) for source in page.sources]
    words = {"area": "learn", "page": page, "sources": sources, "entry": asked.ports.ids.new()}
    return render(request, "learn/lesson.html", words)
