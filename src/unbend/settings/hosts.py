"""Under which names Unbend answers: the Host header is always checked."""

from urllib.parse import urlsplit

from unbend.settings.environment import Environment

HERE = ("localhost", "127.0.0.1", "[::1]")


def allowed_hosts(environment: Environment) -> list[str]:
    """The machine's own names, those of the home's network, or the one of the site."""
    if environment.site_url is not None:
        return [urlsplit(environment.site_url).hostname or ""]
    return [*HERE, *environment.lan_hosts]
