"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.progress import views

urlpatterns: list[URLPattern] = [
    path("", views.progress, name="progress"),
]
