"""Addresses of this area."""

from django.urls import URLPattern, path

from unbend.web.planning import files, views

urlpatterns: list[URLPattern] = [
    path("", views.plan, name="plan"),
    path("print/", files.printed, name="plan-print"),
    path("calendar.ics", files.calendar, name="plan-calendar"),
    path("day/<str:planned>/", views.move_day, name="plan-day"),
    path("exercise/<slug:exercise>/", views.change_item, name="plan-item"),
]
