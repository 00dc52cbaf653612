"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.learn import lessons, views

urlpatterns: list[URLPattern] = [
    path("library/", views.library_page, name="library"),
    path("library/<slug:exercise>/", views.exercise, name="exercise"),
    path("learn/", lessons.lessons, name="learn"),
    path("learn/<slug:lesson>/", lessons.lesson, name="lesson"),
]
