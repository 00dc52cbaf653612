"""Addresses of this area."""

from django.urls import path

from unbend.web.accounts import pairing

urlpatterns = [
    path("pair/", pairing.pair_view, name="pair"),
    path("settings/devices/", pairing.devices_view, name="devices"),
    path("settings/devices/<int:device>/forget/", pairing.forget_view, name="device-forget"),
]
