"""All addresses: one line an area."""

from django.urls import include, path

from unbend.web import errors

handler400, handler403, handler404, handler500 = (
    errors.bad_request, errors.forbidden, errors.not_found, errors.server_error,
)  # fmt: skip

urlpatterns = [
    path("", include("unbend.web.today.urls")),
    path("", include("unbend.web.check.urls")),
    path("plan/", include("unbend.web.planning.urls")),
    path("", include("unbend.web.workout.urls")),
    path("", include("unbend.web.assessment.urls")),
    path("progress/", include("unbend.web.progress.urls")),
    path("", include("unbend.web.learn.urls")),
    path("settings/", include("unbend.web.preferences.urls")),
    path("api/v1/", include("unbend.web.api.urls")),
    path("", include("unbend.web.accounts.urls")),
]
