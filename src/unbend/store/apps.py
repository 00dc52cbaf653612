"""The store as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """All models of the project."""

    name = "unbend.store"
    label = "store"
