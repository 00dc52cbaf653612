"""`unbend up --lan`: a second door, by https, for phones and tablets of the same home."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from unbend.cli import running
from unbend.cli.house import House
from unbend.cli.lan.addresses import in_address, names_here
from unbend.cli.lan.authority import Paths, ready
from unbend.cli.lan.shown import show
from unbend.cli.lan.trust import serve_trust
from unbend.service.clock import MachineClock

HTTPS_PORT, TRUST_PORT = 8443, 8480
SECONDS_BETWEEN_LOOKS = 60 * 60 * 12
EVERYWHERE = "0.0.0.0"  # noqa: S104 - this is what --lan is for: devices of the home, each of them paired


@dataclass(frozen=True)
class Door:
    """The second door: the names it answers to, its ports, and its certificates."""

    data: Path
    names: tuple[str, ...]
    port: int
    trust_port: int

    @property
    def paths(self) -> Paths:
        """Where the certificates are."""
        return Paths(self.data / "home-certificates")

    @property
    def shown(self) -> str:
        """The name that other devices are told: a private address, which all of them reach."""
        return next((name for name in self.names if name[0].isdigit() and not name.startswith("127.")), self.names[0])

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"https://{in_address(self.shown)}:{self.port}"

    @property
    def trust(self) -> str:
        """Where the certificate is handed out."""
        return f"http://{in_address(self.shown)}:{self.trust_port}"


def door(data: Path, more_names: Sequence[str]) -> Door:
    """The door of this machine. Raises BadInput where no port is free."""
    names = tuple(dict.fromkeys([*names_here(), *more_names]))
    port = running.free_port(EVERYWHERE, None, first=HTTPS_PORT)
    return Door(data, names, port, running.free_port(EVERYWHERE, None, first=max(TRUST_PORT, port + 1)))


@contextmanager
def opened(door: Door, house: House, *, devices: str) -> Iterator[None]:
    """The door open as long as this lasts; its certificate is renewed by itself meanwhile."""
    ready(door.paths, door.names, now=MachineClock().now())
    page = house.trust_page(door.address)
    trust = serve_trust(EVERYWHERE, door.trust_port, page=page, certificate=door.paths.authority.read_bytes())
    stop = Event()
    keeper = Thread(target=_keep_serving, args=(door, stop))
    keeper.start()
    show(door.trust, door.address, house.pairing_code(), devices)
    try:
        yield
    finally:
        stop.set()
        trust.shutdown()
        keeper.join()


def _keep_serving(door: Door, stop: Event) -> None:
    """Serve in a process of its own, with settings of its own; start it anew with a new certificate."""
    server = _serve(door)
    while not stop.wait(SECONDS_BETWEEN_LOOKS):
        if ready(door.paths, door.names, now=MachineClock().now()):
            _end(server)
            server = _serve(door)
    _end(server)


def _serve(door: Door) -> subprocess.Popen[bytes]:
    paths = door.paths
    command = [sys.executable, "-c", "from unbend.cli import main; main()", "serve", "--host", EVERYWHERE]
    command += ["--port", str(door.port), "--certificate", str(paths.server), "--key", str(paths.server_key)]
    environment = {**os.environ, "UNBEND_DATA": str(door.data), "UNBEND_LAN_HOSTS": ",".join(_hosts(door.names))}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - this very program


def _hosts(names: tuple[str, ...]) -> list[str]:
    """As the Host header has them; localhost is allowed anyway."""
    return [in_address(name) for name in names if name not in ("localhost", "127.0.0.1", "::1")]


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(15)
    except subprocess.TimeoutExpired:
        server.kill()
