"""`python manage.py transcribe FILE.wav …`: what was said, and how the parser reads it."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from voice.errors import VoiceError
from voice.parser import read
from voice.recognizer import Hypothesis, transcribe


class Command(BaseCommand):
    help = "Print the transcript and the reading of recordings (WAV, 16-bit PCM, one channel, 16 kHz)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE.wav")
        parser.add_argument("--locale", default="en-US", help="how one speaks (default: %(default)s)")
        parser.add_argument("--currency", default="EUR", help="where none is said (default: %(default)s)")
        parser.add_argument("--today", type=date.fromisoformat, help="YYYY-MM-DD (default: today)")

    def handle(self, *args: object, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        for file in options["files"]:
            hypothesis = self.heard(file, options["locale"])
            context = context_of(hypothesis, options["locale"], options["currency"], today)
            self.stdout.write(f"{file}: {hypothesis.transcript or '(nothing heard)'}")
            self.stdout.write(json.dumps(read(hypothesis.transcript, context), indent=2, ensure_ascii=False))

    def heard(self, file: Path, locale: str) -> Hypothesis:
        try:
            return transcribe(file.read_bytes(), locale)
        except OSError as unreadable:
            raise CommandError(f"{file} cannot be read: {unreadable.strerror}.") from unreadable
        except VoiceError as refusal:
            raise CommandError(f"{file}: {refusal.sentence()}") from refusal


def context_of(hypothesis: Hypothesis, locale: str, currency: str, today: date) -> dict[str, Any]:
    """What the parser may know, with the accounts every new ledger has."""
    return {
        "locale": locale,
        "currency": currency,
        "today": today.isoformat(),
        "accounts": ["Cash", "Bank", "Card", "Savings"],
        "words": [{"word": word.word, "conf": word.conf} for word in hypothesis.words],
        "hypotheses": list(hypothesis.alternatives),
    }
