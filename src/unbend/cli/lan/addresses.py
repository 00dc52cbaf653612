"""Under which names and addresses devices of the same home reach this machine."""

import re
import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address, ip_network

from unbend.cli.lan.authority import NETWORKS

_HOME = [ip_network(network) for network in NETWORKS]
_OUTSIDE = (("192.0.2.1", socket.AF_INET), ("2001:db8::1", socket.AF_INET6))
"""Addresses that belong to nobody: asking the system which way it would go there sends nothing."""


def names_here() -> tuple[str, ...]:
    """All of them, the most lasting first: name.local, the plain name, private addresses, then localhost."""
    host = re.sub(r"[^a-z0-9-]", "-", socket.gethostname().lower().partition(".")[0]).strip("-")
    full = socket.getfqdn().lower()
    own = [f"{host}.local", host] if host and host != "localhost" else []
    own += [full] if full.startswith(f"{host}.") and re.fullmatch(r"[a-z0-9.-]+", full) else []
    return tuple(dict.fromkeys([*own, *_at_home(_addresses(host)), "localhost", "127.0.0.1", "::1"]))


def _addresses(host: str) -> list[str]:
    found = [address for outside, family in _OUTSIDE if (address := _way_to(outside, family))]
    with suppress(OSError):
        found += [str(item[4][0]) for item in socket.getaddrinfo(host, None)]
    return found


def _way_to(outside: str, family: socket.AddressFamily) -> str | None:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((outside, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return None


def _at_home(addresses: Iterable[str]) -> list[str]:
    """Private ones that others can reach; those of a link are left out, for no browser takes their zones."""
    read = [ip_address(address.partition("%")[0]) for address in addresses]
    kept = [a for a in read if not a.is_loopback and not a.is_link_local]
    return [str(address) for address in kept if any(address in network for network in _HOME)]


def in_address(name: str) -> str:
    """The name as it stands in the address of a page."""
    return f"[{name}]" if ":" in name else name
