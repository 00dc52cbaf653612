"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.progress import helps, views

urlpatterns: list[URLPattern] = [
    path("", views.progress, name="progress"),
    path("helps/", helps.helps, name="helps"),
]
