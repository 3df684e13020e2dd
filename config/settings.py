"""Settings, read from the environment and from `.env`; `.env.example` documents each variable."""

import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from config import environment, security

BASE_DIR = Path(__file__).resolve().parent.parent
environment.read_file(BASE_DIR / ".env")

VAR = Path(environment.text("MY_FUNDS_VAR", str(BASE_DIR / "var")))
VAR.mkdir(parents=True, exist_ok=True)


def kept_secret(path: Path) -> str:
    """The secret in a file only the owner may read; made at the first start."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def database(url: str) -> dict[str, object]:
    """SQLite (WAL, whole-transaction write lock, every commit on the disk) or PostgreSQL with a pool."""
    try:
        found = dict(dj_database_url.parse(url))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError) as unreadable:
        remedy = "write sqlite:////absolute/path.sqlite3 or postgres://user:password@host:5432/name"
        raise environment.refused("DATABASE_URL", url, remedy) from unreadable
    if found["ENGINE"] == "django.db.backends.sqlite3":
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        return {**found, "OPTIONS": {"timeout": 30, "transaction_mode": "IMMEDIATE", "init_command": pragmas}}
    if found["ENGINE"] == "django.db.backends.postgresql":
        return {**found, "OPTIONS": {"pool": {"min_size": 1, "max_size": 10}}}
    raise environment.refused("DATABASE_URL", url, "only SQLite and PostgreSQL are supported")


DEBUG = environment.switch("DEBUG", default=False)
SECRET_KEY = environment.text("SECRET_KEY", "") or kept_secret(VAR / "secret_key")
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = environment.names("TRUSTED_ORIGINS", [])
HTTPS = environment.switch("HTTPS", default=False)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_vite",
    "ninja",
    "config",
    "config.people",
    "finance",
    "voice",
    "insights",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.static_files.StaticFiles",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": database(environment.text("DATABASE_URL", f"sqlite:///{VAR / 'my-funds.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "config.people.adapter.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "config.people.sign_in.SignInForm",
    "change_password": "config.people.sign_in.NewPasswordForm",
    "reauthenticate": "config.people.sign_in.ConfirmForm",
}
ACCOUNT_RATE_LIMITS = {"setup_code": "10/5m/ip", "recovery_code": "10/5m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp"]
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {"authenticate": "config.people.sign_in.SecondStepForm"}

EMAIL_HOST = environment.text("EMAIL_HOST", "")
EMAIL_PORT = environment.whole_number("EMAIL_PORT", 587, at_least=1)
EMAIL_HOST_USER = environment.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.switch("EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", "my-funds@localhost")

SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# A push of 100 mutations at their longest must get through, or the outbox behind it would never empty.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static" / "dist", ("icons", BASE_DIR / "static" / "icons")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+-[\w-]{8}\.\w+$"
WHITENOISE_ADD_HEADERS_FUNCTION = security.worker_headers
DJANGO_VITE = {
    "default": {
        "manifest_path": BASE_DIR / "static" / "dist" / ".vite" / "manifest.json",
        "dev_mode": False,
    }
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["my-funds", "lit-html"],
    }
}

VOICE_MODEL_DIR = Path(environment.text("VOICE_MODEL_DIR", str(VAR / "models")))
VOICE_MODEL_LIST = environment.text("VOICE_MODEL_LIST", "https://alphacephei.com/vosk/models/model-list.json")
VOICE_FETCH_MODEL = environment.switch("VOICE_FETCH_MODEL", default=True)
VOICE_RECORDINGS = VAR / "recordings"
VOICE_RECOGNIZERS = environment.whole_number("VOICE_RECOGNIZERS", 2, at_least=1)

GEMINI_API_KEY = environment.text("GEMINI_API_KEY", "")
GEMINI_KEY_IS_PAID = environment.switch("GEMINI_KEY_IS_PAID", default=False)
GEMINI_MODEL = environment.text("GEMINI_MODEL", "gemini-3.5-flash-lite")
GEMINI_BASE_URL = environment.text("GEMINI_BASE_URL", "https://generativelanguage.googleapis.com")
GEMINI_PRICES = environment.prices(environment.names("GEMINI_PRICES", ["gemini-3.5-flash-lite=0.30/2.50"]))
GEMINI_MONTHLY_TOKENS = environment.whole_number("GEMINI_MONTHLY_TOKENS", 1_000_000, at_least=0)
GEMINI_PATIENCE = environment.whole_number("GEMINI_PATIENCE", 30, at_least=1)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "WARNING").upper()},
}
