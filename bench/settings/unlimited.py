"""Django's settings without the limit on appends, which a benchmark would run into at once."""

from unbend.settings.django import *  # noqa: F403

APPENDS_A_MINUTE = 10**9
