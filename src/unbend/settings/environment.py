"""What the machine may tell Unbend: environment variables named `UNBEND_*`, and `DATABASE_URL`. Unknown ones fail."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from unbend.record.errors import BadInput
from unbend.record.zones import time_zones

PREFIX = "UNBEND_"
_FLAGS = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
NAMES = (
    "DATA", "DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE", "SITE_URL", "SIGN_UP", "LAN_HOSTS", "LOG_FORMAT",
    "LOG_LEVEL", "TIME_ZONE", "BACKUPS_KEPT", "TRUSTED_PROXIES", "DEBUG",
)  # fmt: skip
OTHERS = ("CHROMIUM", "DJANGO", "REWRITE_GOLDEN", "SHARED_DATA", "TESTS")
"""Known names that only the tests, tools and benchmarks use."""


@dataclass(frozen=True)
class Environment:
    """The settings of one installation.

    `site_url` None: one person on this machine, who needs no account; else everybody signs in. `lan_hosts` are names
    and addresses under which paired devices of the same home may come.
    """

    data: Path
    database_url: str | None = None
    secret_key: str | None = None
    site_url: str | None = None
    sign_up: bool = False
    lan_hosts: tuple[str, ...] = ()
    log_format: str = "plain"
    log_level: str = "INFO"
    time_zone: str | None = None
    backups_kept: int = 14
    trusted_proxies: int = 0
    debug: bool = False

    @property
    def accounts(self) -> bool:
        """Whether people sign in with accounts of their own."""
        return self.site_url is not None

    @property
    def secure(self) -> bool:
        """Whether everything goes over https."""
        return bool(self.lan_hosts) or (self.site_url or "").startswith("https://")

    @property
    def path_prefix(self) -> str:
        """The path below which everything stands, without the last slash; empty at the root."""
        return urlsplit(self.site_url or "").path.rstrip("/")


def environment(variables: Mapping[str, str]) -> Environment:
    """The settings told by these variables. Raises BadInput for the first that is unknown or cannot be read."""
    given = {key[len(PREFIX) :]: value for key, value in variables.items() if key.startswith(PREFIX)}
    _refuse_unknown(given)
    return Environment(
        data=Path(given["DATA"]).expanduser() if given.get("DATA") else default_data(variables),
        database_url=given.get("DATABASE_URL") or variables.get("DATABASE_URL") or None,
        secret_key=_secret(given),
        site_url=_site_url(given.get("SITE_URL", "")),
        sign_up=_flag(given, "SIGN_UP", default=False),
        lan_hosts=tuple(host.strip() for host in given.get("LAN_HOSTS", "").split(",") if host.strip()),
        log_format=_choice(given, "LOG_FORMAT", ("plain", "json")),
        log_level=_choice(given, "LOG_LEVEL", ("INFO", "DEBUG", "WARNING", "ERROR")),
        time_zone=_zone(given),
        backups_kept=_whole(given, "BACKUPS_KEPT", default=14, least=1, most=1000),
        trusted_proxies=_whole(given, "TRUSTED_PROXIES", default=0, least=0, most=5),
        debug=_flag(given, "DEBUG", default=False),
    )


def default_data(variables: Mapping[str, str]) -> Path:
    """Where data is kept unless told otherwise: the place that the system sets aside for it."""
    if variables.get("XDG_DATA_HOME"):
        return Path(variables["XDG_DATA_HOME"]) / "unbend"
    if variables.get("LOCALAPPDATA"):
        return Path(variables["LOCALAPPDATA"]) / "Unbend"
    return Path("~/.local/share/unbend").expanduser()


def _refuse_unknown(given: Mapping[str, str]) -> None:
    for name in given:
        if name not in NAMES and name not in OTHERS:
            near = get_close_matches(name, NAMES, n=1)
            allowed = (
                f"did you mean {PREFIX}{near[0]}?" if near else f"known are {', '.join(PREFIX + n for n in NAMES)}"
            )
            raise BadInput(f"{PREFIX}{name}", "there is no such setting", allowed)


def _secret(given: Mapping[str, str]) -> str | None:
    if given.get("SECRET_KEY_FILE"):
        try:
            return Path(given["SECRET_KEY_FILE"]).read_text(encoding="utf-8").strip()
        except OSError as error:
            what = (error.strerror or "cannot be read").lower()
            raise BadInput(f"{PREFIX}SECRET_KEY_FILE", what, "name a file that can be read") from None
    return given.get("SECRET_KEY") or None


def _site_url(text: str) -> str | None:
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise BadInput(f"{PREFIX}SITE_URL", f'"{text}" is no address', "write one such as https://back.example.org")
    return text.rstrip("/")


def _flag(given: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = given.get(name, "").lower()
    if text and text not in _FLAGS:
        raise BadInput(PREFIX + name, f'"{text}" is not allowed', "write true or false")
    return _FLAGS[text] if text else default


def _choice(given: Mapping[str, str], name: str, options: tuple[str, ...]) -> str:
    text = given.get(name) or options[0]
    if text not in options:
        raise BadInput(PREFIX + name, f'"{text}" is not allowed', f"write {', '.join(options[:-1])} or {options[-1]}")
    return text


def _zone(given: Mapping[str, str]) -> str | None:
    text = given.get("TIME_ZONE", "")
    if text and text not in time_zones():
        raise BadInput(f"{PREFIX}TIME_ZONE", f'"{text}" is no time zone', "write one such as Europe/Vienna")
    return text or None


def _whole(given: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    text = given.get(name, "")
    if not text:
        return default
    if not text.isdigit() or not least <= int(text) <= most:
        raise BadInput(PREFIX + name, f'"{text}" is not allowed', f"write a whole number from {least} to {most}")
    return int(text)
