"""A plain page that hands out the certificate and says how to trust it; nothing else is served without https."""

from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

CERTIFICATE = "/unbend.crt"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",  # noqa: E501
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def serve_trust(host: str, port: int, *, page: str, certificate: bytes) -> ThreadingHTTPServer:
    """Serve the page and the certificate, in the background."""
    files = {
        "/": ("text/html; charset=utf-8", page.encode()),
        "/trust": ("text/html; charset=utf-8", page.encode()),
        CERTIFICATE: ("application/x-x509-ca-cert", certificate),
    }
    server = ThreadingHTTPServer((host, port), _handler(files))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def _handler(files: Mapping[str, tuple[str, bytes]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 20

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def _answer(self, *, body: bool) -> None:
            kind, content = files.get(self.path.partition("?")[0].rstrip("/") or "/", ("text/plain", b"Not here.\n"))
            self.send_response(404 if content == b"Not here.\n" else 200)
            for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            if body:
                self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Who asks for the certificate is nobody's business."""

    return Handler
