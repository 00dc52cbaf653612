"""Django's settings, all derived from the typed environment."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url

from unbend.record.accounts import AT_HOME
from unbend.settings.environment import environment
from unbend.settings.hosts import allowed_hosts
from unbend.settings.keys import secret_key
from unbend.settings.logs import logging

UNBEND = environment(os.environ)
_PACKAGE = Path(__file__).resolve().parent.parent
_WEB = _PACKAGE / "web"

DEBUG = UNBEND.debug
SECRET_KEY = secret_key(UNBEND)
ALLOWED_HOSTS = allowed_hosts(UNBEND)
ROOT_URLCONF = "unbend.settings.urls"
WSGI_APPLICATION = "unbend.settings.wsgi.application"
UNBEND_PORTS = "unbend.settings.composition.ports"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "store.User"
SITE_URL = UNBEND.site_url

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "unbend.store",
    "unbend.web",
]
MIDDLEWARE = [
    "unbend.web.middleware.request_id",
    "django.middleware.security.SecurityMiddleware",
    "unbend.web.middleware.security_headers",
    "unbend.web.middleware.only_from_here",
    # Before what packs answers: files that gain by it are packed already, and pose models are large and gain nothing.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "unbend.web.middleware.newest_form_key",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "unbend.web.accounts.local.sign_in_at_home",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "unbend.web.middleware.said_in_words",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(_WEB.glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "unbend.web.context.house",
            ]
        },
    }
]


def _database() -> dict[str, Any]:
    url = UNBEND.database_url or f"sqlite:///{(UNBEND.data / 'unbend.sqlite3').as_posix()}"
    database: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)}
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA secure_delete=ON;",
        }
    return database


DATABASES = {"default": _database()}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "store_cache",
        # Above the limit living counts go too, and with them the limits on trying passwords and codes.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
APPENDS_A_MINUTE = 120

# Language and time
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [_WEB / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

# What the browser is told
_PREFIX = UNBEND.path_prefix
FORCE_SCRIPT_NAME = _PREFIX or None
STATIC_URL = f"{_PREFIX}/static/"
STATICFILES_DIRS = [folder for folder in (_WEB / "static", _WEB / "design" / "static") if folder.is_dir()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False
# What the build made bears a hash in its name or that of its folder, so it may be kept for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"/built/.+-[\w-]{8,}(\.\w+|/[\w.-]+)$"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = UNBEND.secure
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = f"{_PREFIX}/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "unbend_session", "unbend_csrf"
CSRF_TRUSTED_ORIGINS = [f"{p.scheme}://{p.netloc}" for p in [urlsplit(SITE_URL or "")] if p.netloc]
CSRF_FAILURE_VIEW = "unbend.web.errors.csrf_failure"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if (SITE_URL or "").startswith("https://") else 0
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if UNBEND.trusted_proxies else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# Accounts
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "unbend.web.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_PREVENT_ENUMERATION = False
ACCOUNT_USERNAME_BLACKLIST = [AT_HOME]
ACCOUNT_SESSION_REMEMBER = True
ALLAUTH_TRUSTED_PROXY_COUNT = UNBEND.trusted_proxies
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Unbend"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not UNBEND.secure

LOGGING = logging(UNBEND)
