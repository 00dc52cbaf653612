"""Addresses of this area."""

from django.urls import URLPattern, path, re_path

from unbend.web.workout import views
from unbend.web.workout.figures import coach_reference, figure

urlpatterns: list[URLPattern] = [
    path("workout/", views.workout, name="workout"),
    path("workout/coach/", views.coach, name="workout-coach"),
    path("workout/script.json", views.script, name="workout-script"),
    path("service-worker.js", views.service_worker, name="service-worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("offline/", views.offline, name="offline"),
    re_path(
        r"^figures/(?P<mark>[0-9a-f]{16})/(?P<exercise>[a-z0-9-]+)/coach\.json$",
        coach_reference,
        name="coach-reference",
    ),
    re_path(
        r"^figures/(?P<mark>[0-9a-f]{16})/(?P<exercise>[a-z0-9-]+)/(?P<side>right|left)-(?P<what>start|end|moving)\.svg$",
        figure,
        name="figure",
    ),
]
