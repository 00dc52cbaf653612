"""The web application, as a server runs it."""

import gc
import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from unbend.settings.composition import ports

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unbend.settings.django")
_django = get_wsgi_application()
# What is known is loaded before the first question and never goes: collecting garbage need not look at it each time.
ports()
gc.collect()
gc.freeze()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """All pages. Below a path they are found whether the proxy in front keeps that path or takes it off."""
    prefix, path = settings.UNBEND.path_prefix, environ.get("PATH_INFO", "")
    if prefix and (path == prefix or path.startswith(f"{prefix}/")):
        environ["PATH_INFO"] = path[len(prefix) :] or "/"
    return _django(environ, start_response)
