"""What a browser may do with our pages, and the two things more that the pages of the camera coach let it do."""

import re
from collections.abc import Callable
from functools import update_wrapper
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"

# The pose model and Python are programs in WebAssembly. There too nothing may be evaluated, and nothing sent elsewhere.
POLICY_WITH_CAMERA = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
PERMISSIONS_WITH_CAMERA = PERMISSIONS.replace("camera=()", "camera=(self)")
# A worker does not inherit the policy of its page: that of its own script holds.
_WORKER = re.compile(r"/built/coach-\w+-worker[\w-]*\.js\Z")
_ON_THE_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
# A browser takes the headers of a file that it has already from the answer that it has not changed.
_THERE = (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT, HTTPStatus.NOT_MODIFIED)


def with_camera(view: View[P]) -> View[P]:
    """A page that may ask for the camera and run the pose model. Every other page cannot, nor can what is answered in
    its place: that it is not there, or not now."""

    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != HTTPStatus.OK:
            return response
        response["Content-Security-Policy"] = POLICY_WITH_CAMERA
        response["Permissions-Policy"] = PERMISSIONS_WITH_CAMERA
        return response

    update_wrapper(wrapped, view)
    wrapped.with_camera = True  # type: ignore[attr-defined]
    return wrapped


def gives_camera(request: HttpRequest) -> bool:
    """Whether browsers give a page at this address a camera: over https, and on the machine itself."""
    return request.is_secure() or urlsplit(f"//{request.get_host()}").hostname in _ON_THE_MACHINE


def policy_for(path: str, status: int) -> str:
    """The policy of what is served at an address with this status, unless its view has set another. Where there is no
    such worker, what is answered in its place is a page like any other."""
    is_worker = _WORKER.search(path) is not None and status in _THERE
    return POLICY_WITH_CAMERA if is_worker else CONTENT_SECURITY_POLICY
