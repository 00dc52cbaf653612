"""A self-test that the camera measures: its number is written into the form, and the person keeps or changes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from unbend.service.self_test import self_test
from unbend.web.assessment.forms import Reading, fields_of
from unbend.web.assessment.tests import field_of, may_begin
from unbend.web.errors import not_found
from unbend.web.policy import with_camera
from unbend.web.views import Asked, personal
from unbend.web.workout.figures import address, reference_address


@with_camera
@require_safe
@personal
def self_test_by_camera(request: HttpRequest, asked: Asked, test: str) -> HttpResponse:
    """The page that may ask for the camera. Like the test itself it comes only after the pain now was told, where the
    test asks for effort, and never where the test must wait."""
    view = self_test(asked.actor, asked.person, test, asked.ports)
    if view is None or view.test.camera is None:
        return not_found(request)
    if view.not_now is not None or not may_begin(request, asked, view):
        return redirect("test", test=test)
    camera, texts = view.test.camera, asked.ports.known.texts
    words = {
        "view": view,
        "camera": camera,
        "place": texts.coach.place[asked.ports.known.studio.movements[camera.exercise].camera.view],
        "reference": reference_address(camera.exercise),
        "figure": address(camera.exercise, "start", side="right", form="classes"),
        "fields": [field_of(name, view, Reading()) for name in fields_of(view.test)],
        "unit": texts.names["unit"][view.test.unit],
        "low": view.test.minimum,
        "high": view.test.maximum,
        "before": reverse("test", args=[test]),
        "entry": asked.ports.ids.new(),
    }
    return render(request, "assessment/by-camera.html", words)
