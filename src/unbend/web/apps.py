"""The pages as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Template tags and static files."""

    name = "unbend.web"
    label = "web"
