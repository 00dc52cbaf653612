"""What goes to the log: when, what, and the id of the request; never a finding, an answer or a name."""

from typing import Any

from unbend.settings.environment import Environment

PLAIN = "{asctime} {levelname} {name} [{request_id}] {message}"


def logging(environment: Environment) -> dict[str, Any]:
    """Django's LOGGING: plain lines or JSON on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "unbend.web.logs.RequestId"}},
        "formatters": {
            "plain": {"()": "unbend.web.logs.Plain", "format": PLAIN, "style": "{"},
            "json": {"()": "unbend.web.logs.Json"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": environment.log_format,
                "filters": ["request_id"],
            }
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "unbend": {"level": environment.log_level},
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "ERROR"},
        },
    }
