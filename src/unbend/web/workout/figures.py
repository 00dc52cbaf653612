"""The pictures of the exercises, as files that a browser may keep for ever."""

import gzip

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from unbend.service.coach import coaching
from unbend.service.pictures import Form, Picture, What, mark_of, picture
from unbend.web.errors import not_found
from unbend.web.ports import ports

FOR_EVER = "public, max-age=31536000, immutable"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A picture that stands alone holds the rule that stills it, and runs nothing."""


def address(exercise: str, what: str, *, side: str = "right", form: str = Form.LIGHT, worked: bool = False) -> str:
    """Where the picture is found: another one, another address."""
    parts = {"mark": mark_of(ports().known), "exercise": exercise, "side": side, "what": what}
    query = {**({"form": str(form)} if form != Form.LIGHT else {}), **({"worked": "1"} if worked else {})}
    return reverse("figure", kwargs=parts) + (f"?{urlencode(query)}" if query else "")


def reference_address(exercise: str) -> str:
    """Where it is found what the camera holds an exercise against: it lies beside the pictures, and is kept as they."""
    return reverse("coach-reference", kwargs={"mark": mark_of(ports().known), "exercise": exercise})


def moving(exercise: str, *, side: str = "right", worked: bool = True) -> dict[str, str]:
    """The moving picture in all that the component for a figure asks for: light and dark, and still for whoever wants
    less motion (the page must choose, as some browsers do not ask on behalf of a picture)."""
    return {
        "src": address(exercise, What.MOVING, side=side, worked=worked),
        "dark": address(exercise, What.MOVING, side=side, form=Form.DARK, worked=worked),
        "still": address(exercise, What.END, side=side, worked=worked),
        "still_dark": address(exercise, What.END, side=side, form=Form.DARK, worked=worked),
    }


@require_safe
def figure(request: HttpRequest, mark: str, exercise: str, side: str, what: str) -> HttpResponse:
    """One picture. The address of a former one leads to that of today."""
    form, worked = request.GET.get("form", Form.LIGHT.value), request.GET.get("worked") == "1"
    if form not in list(Form):
        return not_found(request)
    wanted = Picture(exercise, What(what), side == "left", Form(form), worked)
    content = picture(wanted, ports().known, settings.UNBEND.data / "pictures")
    if content is None:
        return not_found(request)
    if mark != mark_of(ports().known):
        return redirect(address(exercise, what, side=side, form=form, worked=worked))
    return _answer(request, content, f'W/"{mark}-{wanted.name}"')


@require_safe
def coach_reference(request: HttpRequest, mark: str, exercise: str) -> HttpResponse:
    """What the camera coach is given of one exercise. The address of a former one leads to that of today."""
    content = coaching(exercise, ports().known)
    if content is None:
        return not_found(request)
    if mark != mark_of(ports().known):
        return redirect(reference_address(exercise))
    response = JsonResponse(content)
    response["Cache-Control"] = FOR_EVER
    return response


def _answer(request: HttpRequest, content: bytes, etag: str) -> HttpResponse:
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponse = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(content, content_type="image/svg+xml", headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(content), content_type="image/svg+xml")
    response["ETag"], response["Cache-Control"] = etag, FOR_EVER
    response["Content-Security-Policy"] = POLICY
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
