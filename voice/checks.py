"""`manage.py check` tells of a speech model that is missing or broken, with the command that mends it."""

import json
from collections.abc import Sequence
from pathlib import Path

from django.apps import AppConfig
from django.core.checks import CheckMessage
from django.core.checks import Warning as Notice

from voice import speech_models


def check_models(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """Django's door; see `findings`."""
    return findings(speech_models.SHELF)


def findings(shelf: Path) -> list[CheckMessage]:
    """One warning for each card on the shelf whose archive is not there or not the one it describes."""
    return [found for card in sorted(shelf.glob("*.json")) for found in findings_for(card)]


def findings_for(card: Path) -> list[CheckMessage]:
    archive = speech_models.archive_of(card)
    hint = f"Type: {speech_models.remedy_for(archive)}"
    if not archive.exists():
        return [Notice(f"The speech model {archive} is missing: voice is off.", hint=hint, id="voice.W001")]
    if speech_models.described(card).sha256 != json.loads(card.read_text())["sha256"]:
        return [Notice(f"The speech model {archive} is not what was shipped.", hint=hint, id="voice.W002")]
    return []
