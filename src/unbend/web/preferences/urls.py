"""Addresses of this area."""

from django.urls import path

from unbend.web.preferences import erase_views, export_views, import_views, views

urlpatterns = [
    path("", views.settings, name="settings"),
    path("export/", export_views.export, name="export"),
    path("export/<str:format_>", export_views.file, name="export-file"),
    path("import/", import_views.choose, name="import"),
    path("import/<uuid:kept>/", import_views.look, name="import-look"),
    path("erase/", erase_views.erase, name="erase"),
    path("erased/", erase_views.erased, name="erased"),
]
