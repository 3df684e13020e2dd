"""Vosk's own list of its models, read with care: it comes over the network."""

import http.client
import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from voice.installer.errors import ListUnreachable, ListUnreadable, UnknownModel
from voice.model_cards import NAME

LANGUAGES = {"cn": "zh", "gr": "el", "kz": "kk", "ua": "uk", "vn": "vi"}
"""Where the list names a country, the language (ISO 639)."""
KINDS = ("small", "big", "big-lgraph")
NOT_RECOGNISERS = ("vosk-model-spk", "vosk-model-tts")
MD5 = re.compile(r"[0-9a-f]{32}")
LONGEST_LIST = 5_000_000
PATIENCE = 10.0
"""Seconds for the list's server to answer."""
BROKEN = (OSError, http.client.HTTPException)
"""What urllib raises where there is no network, or one that breaks off; a time-out is an OSError."""


@dataclass(frozen=True, slots=True)
class OfficialModel:
    """A model of the list: `locale` as the list says it ("en-us"), `bytes` and `md5` those of its zip."""

    name: str
    language: str
    locale: str
    bytes: int
    md5: str
    url: str
    small: bool


def listed(patience: float = PATIENCE) -> list[OfficialModel]:
    """The models that the list offers, small ones first. Raises ListUnreachable or ListUnreadable."""
    entries = entries_of(asked(patience))
    found = [model for entry in entries for model in read(entry)]
    if not found:
        raise ListUnreadable({"address": settings.VOICE_MODEL_LIST})
    return sorted(found, key=lambda model: (not model.small, model.language, model.name))


def named(name: str) -> OfficialModel:
    """The model of that name. Raises UnknownModel, ListUnreachable or ListUnreadable."""
    for model in listed():
        if model.name == name:
            return model
    raise UnknownModel({"name": name})


def recommended(language: str, patience: float = PATIENCE) -> OfficialModel:
    """The small model most speakers of a language want: of the language itself, or of the United States."""
    small = [model for model in listed(patience) if model.small and model.language == language]
    usual = [model for model in small if model.locale in (language, f"{language}-us")] or small
    if not usual:
        raise UnknownModel({"name": language})
    return usual[-1]


def asked(patience: float) -> bytes:
    """What the list's server answers."""
    try:
        with urllib.request.build_opener().open(settings.VOICE_MODEL_LIST, timeout=patience) as answer:
            body: bytes = answer.read(LONGEST_LIST)
    except (*BROKEN, ValueError) as unreachable:
        raise ListUnreachable({"address": settings.VOICE_MODEL_LIST}) from unreachable
    return body


def entries_of(body: bytes) -> list[Any]:
    try:
        found = json.loads(body)
    except ValueError as unreadable:
        raise ListUnreadable({"address": settings.VOICE_MODEL_LIST}) from unreadable
    return found if isinstance(found, list) else []


def read(entry: Any) -> Iterator[OfficialModel]:
    """The model of one entry; none for an outdated one, another kind of model, or what cannot be trusted."""
    fields = entry if isinstance(entry, dict) else {}
    name, locale, md5, url = (str(fields.get(field, "")) for field in ("name", "lang", "md5", "url"))
    size, kind = fields.get("size"), fields.get("type")
    offered = kind in KINDS and str(fields.get("obsolete")).lower() != "true"
    sound = NAME.fullmatch(name) and MD5.fullmatch(md5) and may_be_fetched(url)
    if not (offered and sound and isinstance(size, int) and size > 0) or name.startswith(NOT_RECOGNISERS):
        return
    yield OfficialModel(name, language_of(locale), locale, size, md5, url, kind == "small")


def language_of(locale: str) -> str:
    """ "en-us" → "en", "cn" → "zh"."""
    spoken = locale.lower().split("-")[0]
    return LANGUAGES.get(spoken, spoken)


def may_be_fetched(url: str) -> bool:
    """Over the network, and not less safely than the list itself."""
    schemes = {"https"} | {urlsplit(settings.VOICE_MODEL_LIST).scheme} & {"http"}
    return urlsplit(url).scheme in schemes
