"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.assessment import audit, by_camera, questionnaires, tests

urlpatterns: list[URLPattern] = [
    path("tests/", tests.self_tests_page, name="tests"),
    path("tests/<slug:test>/", tests.self_test_page, name="test"),
    path("tests/<slug:test>/camera/", by_camera.self_test_by_camera, name="test-by-camera"),
    path("questionnaires/", questionnaires.questionnaires_page, name="questionnaires"),
    path("questionnaires/<slug:measure>/", questionnaires.questionnaire_page, name="questionnaire"),
    path("audit/<slug:item>/", audit.audit_page, name="audit"),
]
