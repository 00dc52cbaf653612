"""Addresses of this area."""

from django.urls import path

from unbend.web.api.interface import api

urlpatterns = [path("", api.urls)]
