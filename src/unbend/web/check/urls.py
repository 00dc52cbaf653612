"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.check import answer_views, begin_views, clearance_views, letter_views, views, welcome_views

urlpatterns: list[URLPattern] = [
    path("welcome/", welcome_views.welcome, name="welcome"),
    path("check/", views.check, name="check"),
    path("check/again/", views.again, name="check-again"),
    path("check/answer/", answer_views.answer, name="check-answer"),
    path("check/country/", answer_views.country, name="check-country"),
    path("check/correct/<slug:finding>/", answer_views.correct, name="check-correct"),
    path("clearance/", clearance_views.clearance, name="clearance"),
    path("letter/", letter_views.letter, name="letter"),
    path("letter/letter.txt", letter_views.as_text, name="letter-text"),
    path("begin/", begin_views.begin, name="begin"),
]
