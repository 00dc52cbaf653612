"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.today import views

urlpatterns: list[URLPattern] = [
    path("", views.today, name="today"),
    path("today/next-day/", views.next_day, name="next-day"),
    path("today/walk/", views.walk, name="walk"),
    path("today/set-aside/", views.set_aside, name="set-aside"),
]
