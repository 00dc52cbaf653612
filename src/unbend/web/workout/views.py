"""The workout: the player's page, the script it runs, and what a browser needs to run it without a network."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unbend.service.wording import sentence
from unbend.service.workout import Addresses, NoWorkout, script_now
from unbend.web.errors import not_found
from unbend.web.policy import with_camera
from unbend.web.templatetags.design import asset_file
from unbend.web.views import Asked, personal
from unbend.web.workout.figures import address, reference_address
from unbend.workout.as_json import script_as_json
from unbend.workout.script import Variant


@require_safe
@personal
def workout(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The player. The page is the same for everybody: who they are and what they do is in the script."""
    context = {"variant": _variant(request).value, "seen": None}
    return render(request, "workout/player.html", context)


@with_camera
@require_safe
@personal
def coach(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The player with the camera: the same workout at an address that may ask for one."""
    context = {"variant": _variant(request).value, "seen": None, "camera": True}
    return render(request, "workout/player.html", context)


@require_safe
@personal
def script(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The script of today's workout as JSON."""
    addresses = Addresses(letter=reverse("letter"), figure=_figure, reference=reference_address)
    found = script_now(asked.actor, asked.person, _variant(request), addresses, asked.ports)
    if isinstance(found, NoWorkout):
        because = found.because
        message = sentence(because, asked.ports.known.texts) if because else _("There is no plan right now.")
        return JsonResponse({"code": because.code if because else "no-plan", "message": message}, status=409)
    return JsonResponse(script_as_json(found))


@never_cache
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, served where its scope is the whole site."""
    path = asset_file("service-worker.js")
    if path is None:
        return not_found(request)
    headers = {"Service-Worker-Allowed": reverse("today")}
    return HttpResponse(path.read_bytes(), content_type="text/javascript; charset=utf-8", headers=headers)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put Unbend on its first screen."""
    icons = [
        {"src": static(f"design/{name}"), "sizes": size, "type": kind, "purpose": purpose}
        for name, size, kind, purpose in (
            ("icon.svg", "any", "image/svg+xml", "any"),
            ("icon-192.png", "192x192", "image/png", "any"),
            ("icon-512.png", "512x512", "image/png", "any"),
            ("icon-maskable-512.png", "512x512", "image/png", "maskable"),
        )
    ]
    content = {
        "name": "Unbend",
        "short_name": "Unbend",
        "description": _("An exercise programme for a sore or stiff lower back"),
        "id": reverse("today"),
        "start_url": reverse("today"),
        "scope": reverse("today"),
        "display": "standalone",
        "background_color": "#f7f2e8",
        "theme_color": "#f7f2e8",
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What is shown where there is no network and nothing is kept; browsers keep it, so it says nothing of anybody."""
    return render(request, "workout/offline.html", {"seen": None})


def _variant(request: HttpRequest) -> Variant:
    asked = request.GET.get("variant", Variant.PLANNED.value)
    return Variant(asked) if asked in list(Variant) else Variant.PLANNED


def _figure(exercise: str, side: str, what: str) -> str:
    return address(exercise, what, side=side, form="classes")
