"""The secret key: told by the environment, or made once and kept in the data folder for its owner only."""

import os
import secrets

from unbend.settings.environment import Environment

FILE = "secret-key"


def secret_key(environment: Environment) -> str:
    """The key of this installation. It is made on the first call."""
    if environment.secret_key:
        return environment.secret_key
    path = environment.data / FILE
    if not path.exists():
        make_private(environment)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()


def make_private(environment: Environment) -> None:
    """The data folder, for its owner only."""
    environment.data.mkdir(parents=True, exist_ok=True, mode=0o700)
