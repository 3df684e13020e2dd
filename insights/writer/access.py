"""The key for Gemini: the environment's, else the one of the settings page, encrypted and never shown."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Literal

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser

from insights.errors import FirstPersonOnly, KeyOfEnvironment, NotAKey
from insights.models import Access

Place = Literal["environment", "settings", "unreadable", "nowhere"]
LONGEST = 200
"""Signs of a key."""


@dataclass(frozen=True, slots=True)
class Key:
    """The key in use ("" for none), where it is from, and whether the owner said that it is a paid one."""

    text: str
    place: Place
    paid: bool


def key_in_use() -> Key:
    """The environment's key before the kept one. One that cannot be opened (another SECRET_KEY) is none."""
    kept = Access.objects.filter(id=1).first() or Access(id=1)
    if settings.GEMINI_API_KEY:
        text: str = settings.GEMINI_API_KEY
        return Key(text, "environment", settings.GEMINI_KEY_IS_PAID or kept.paid_digest == digest(text))
    if not kept.sealed_key:
        return Key("", "nowhere", paid=False)
    text = opened(kept.sealed_key)
    if not text:
        return Key("", "unreadable", paid=False)
    return Key(text, "settings", kept.paid_digest == digest(text))


def keep_key(person: AbstractUser, text: str) -> None:
    """Keep a key, encrypted, in the place of an earlier one; it has to be said anew that it is paid.

    Raises FirstPersonOnly, NotAKey, KeyOfEnvironment.
    """
    allow_first_person(person)
    if settings.GEMINI_API_KEY:
        raise KeyOfEnvironment
    if not text.isascii() or not text.isprintable() or " " in text or not 0 < len(text) <= LONGEST:
        raise NotAKey
    Access.objects.update_or_create(id=1, defaults={"sealed_key": sealed(text), "paid_digest": ""})


def forget_key(person: AbstractUser) -> None:
    """Forget the kept key and what was said of it. Raises FirstPersonOnly."""
    allow_first_person(person)
    Access.objects.filter(id=1).delete()


def confirm_paid(person: AbstractUser) -> None:
    """Keep that the key in use is a paid one; another key is not meant by it.

    Raises FirstPersonOnly, NotAKey.
    """
    allow_first_person(person)
    key = key_in_use()
    if not key.text:
        raise NotAKey
    Access.objects.update_or_create(id=1, defaults={"paid_digest": digest(key.text)})


def is_first_person(person: AbstractUser) -> bool:
    """Whether this server is theirs: the first who came, of those still here."""
    first = get_user_model().objects.order_by("pk").values_list("pk", flat=True).first()
    return bool(person.pk == first)


def allow_first_person(person: AbstractUser) -> None:
    if not is_first_person(person):
        raise FirstPersonOnly


def sealed(text: str) -> str:
    return box().encrypt(text.encode()).decode()


def opened(token: str) -> str:
    """The text; "" when it was sealed under another SECRET_KEY."""
    try:
        return box().decrypt(token.encode()).decode()
    except InvalidToken:
        return ""


def box() -> Fernet:
    """Fernet under a key that HKDF-SHA256 (RFC 5869) draws from SECRET_KEY for this one use."""
    drawn = HKDF(SHA256(), length=32, salt=None, info=b"my-funds gemini key")
    return Fernet(base64.urlsafe_b64encode(drawn.derive(settings.SECRET_KEY.encode())))


def digest(text: str) -> str:
    """SHA-256 in hex of a key, which is random enough not to be guessed from it."""
    return hashlib.sha256(text.encode()).hexdigest()
