"""`manage.py check` tells of a speech model that is missing or broken, with the command that mends it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from django.apps import AppConfig
from django.core.checks import CheckMessage
from django.core.checks import Warning as Notice

from finance.wording import say
from voice import model_cards, speech_models
from voice.model_cards import Hashes, SpeechModel

HashesOf = Callable[[SpeechModel], Hashes]


def check_models(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """Django's door, before every command: an archive of the card's length is believed."""
    return [found for card in speech_models.cards() for found in findings(card, believed)]


def thorough() -> list[CheckMessage]:
    """The same with every byte of every archive read, for `speech_model check`."""
    return [found for card in speech_models.cards() for found in findings(card, read_again)]


def believed(model: SpeechModel) -> Hashes:
    return Hashes(model.sha256, model.pieces)


def read_again(model: SpeechModel) -> Hashes:
    return model_cards.hashed(model.path)


def findings(card: Path, hashes_of: HashesOf) -> list[CheckMessage]:
    """At most one warning: the card, that there is no archive, or that it is another."""
    archive = model_cards.archive_of(card)
    try:
        written = model_cards.fields_of(card)
        model = model_cards.read(card)
    except model_cards.SpoiltCard:
        return [notice("models.card_spoilt", card, "voice.W003")]
    except OSError:
        return [notice("models.archive_missing", archive, "voice.W001")]
    found = hashes_of(model)
    if found.whole != written["sha256"] or found.pieces != model.pieces:
        return [notice("models.archive_changed", archive, "voice.W002")]
    return []


def notice(key: str, path: Path, number: str) -> CheckMessage:
    name = path.name.removesuffix(".json").removesuffix(".tar.gz")
    hint = say("models.remedy", {"command": speech_models.remedy_for(path)})
    return Notice(say(key, {"name": name}), hint=hint, id=number)
