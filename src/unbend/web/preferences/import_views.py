"""Taking in a log that was exported elsewhere: first a look at what it holds, then, when asked, taking it in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from unbend.record.errors import BadInput
from unbend.service.access import Right, require
from unbend.service.import_log import MOST_BYTES, check_import, import_log
from unbend.web.preferences.kept_files import drop, keep, kept_file
from unbend.web.views import Asked, personal

MOST_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def choose(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Choosing the file."""
    require(asked.actor, asked.person, Right.OWN, asked.ports)
    wrong = None
    if request.method == "POST":
        try:
            content = _content(request)
            check_import(asked.actor, asked.person, content, asked.ports)
            now = asked.ports.clock.now()
            return redirect("import-look", kept=keep(asked.actor, content, now=now))
        except BadInput as error:
            wrong = _("{what}: {allowed}.").format(what=error.what, allowed=error.allowed)
    context = {"area": "settings", "wrong": wrong}
    return render(request, "preferences/import.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def look(request: HttpRequest, asked: Asked, kept: UUID) -> HttpResponse:
    """What the file holds for this person; a POST takes it in, or lets it go."""
    require(asked.actor, asked.person, Right.OWN, asked.ports)
    content = kept_file(asked.actor, kept)
    if content is None:
        messages.warning(request, _("The file is not here any more. Choose it once more."))
        return redirect("import")
    if request.method == "POST":
        return _decided(request, asked, content, kept)
    report = check_import(asked.actor, asked.person, content, asked.ports)
    context = {"area": "settings", "report": report, "shown": report.not_taken[:MOST_SHOWN],
               "more": max(0, len(report.not_taken) - MOST_SHOWN)}  # fmt: skip
    return render(request, "preferences/import-look.html", context)


def _content(request: HttpRequest) -> bytes:
    uploaded = request.FILES.get("file")
    if uploaded is None:
        raise BadInput("file", _("no file was chosen"), _("choose one that an export wrote"))
    content: bytes = uploaded.read(MOST_BYTES + 1)
    return content


def _decided(request: HttpRequest, asked: Asked, content: bytes, kept: UUID) -> HttpResponse:
    if request.POST.get("decision") == "take":
        new = import_log(asked.actor, asked.person, content, asked.ports).new
        said = ngettext("{count} entry is now in your record.", "{count} entries are now in your record.", new)
        messages.success(request, said.format(count=new))
    drop(asked.actor, kept)
    return redirect("settings")
