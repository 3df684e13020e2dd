"""`python manage.py speech_model …`: the official speech models on this server."""

import logging
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from finance.errors import Refusal
from finance.wording import say
from voice import checks, speech_models
from voice.installer import installation, official
from voice.installer.errors import UnknownModel, WrongModelName
from voice.installer.progress import Bar, in_megabytes
from voice.installer.standing import Installation
from voice.speech_models import SpeechModel

log = logging.getLogger(__name__)

SHORT = 5.0
"""Seconds that the first start waits for Vosk's server: who is offline should not notice."""


class Command(BaseCommand):
    help = "List, install, use, remove and check the speech models of this server."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        deeds = parser.add_subparsers(required=True, metavar="list | install | use | remove | check")
        show = deeds.add_parser("list", help="what is here, and what Vosk offers")
        show.set_defaults(deed=self.show)
        show.add_argument("--language", default="", help="of one language only: en, de, hi, …")
        show.add_argument("--all", action="store_true", help="the large ones for servers too")
        install = deeds.add_parser("install", help="fetch a model, or take it from a file, and use it")
        install.set_defaults(deed=self.install)
        install.add_argument("name", metavar="NAME")
        install.add_argument("--from", dest="source", type=Path, help="a zip or a folder of this machine")
        install.add_argument("--language", default="", help="with --from: where the name does not tell")
        self.add_others(deeds)

    def add_others(self, deeds: Any) -> None:
        for name, deed, words in (
            ("use", self.use, "use a model for its language"),
            ("remove", self.remove, "take a model away"),
        ):
            one = deeds.add_parser(name, help=words)
            one.set_defaults(deed=deed)
            one.add_argument("name", metavar="NAME")
        deeds.add_parser("check", help="verify every file, name the remedy").set_defaults(deed=self.verify)
        deeds.add_parser("first").set_defaults(deed=self.first)

    def handle(self, *args: object, **options: Any) -> None:
        try:
            options["deed"](**options)
        except Refusal as refusal:
            raise CommandError(refusal.sentence()) from refusal
        except KeyboardInterrupt:
            raise CommandError(say("models.stopped")) from None

    def show(self, *, language: str, **options: Any) -> None:
        """What is here, a star before what is in use; then what Vosk offers."""
        here = [model for model in speech_models.available() if language in ("", model.language)]
        for model in here:
            self.stdout.write(say("models.here", {**facts(model), "mark": mark_of(model)}))
        names = {model.name for model in here}
        for one in official.listed():
            if language in ("", one.language) and (one.small or options["all"]) and one.name not in names:
                size = in_megabytes(one.bytes)
                offered = {"name": one.name, "language": one.language, "size": size}
                self.stdout.write(say("models.offered", offered))

    def install(self, *, name: str, source: Path | None, language: str, **options: Any) -> None:
        bar = Bar(sys.stderr)
        if source:
            model = installation.install_from(source, name, language or language_in(name), bar.show)
        else:
            model = installation.install(name, bar.show)
        bar.done()
        self.stdout.write(say("models.installed", facts(model)))

    def use(self, *, name: str, **options: Any) -> None:
        model = speech_models.named(name)
        if model is None:
            raise UnknownModel({"name": name})
        speech_models.choose(model)
        self.stdout.write(say("models.used", facts(model)))

    def remove(self, *, name: str, **options: Any) -> None:
        installation.remove(name)
        self.stdout.write(say("models.removed", {"name": name}))

    def verify(self, **options: Any) -> None:
        """Read every file; a problem ends the command with status 1."""
        found = checks.thorough()
        for problem in found:
            self.stdout.write(f"{problem.msg} {problem.hint}")
        if found:
            raise CommandError(say("models.problems", {"count": len(found)}))
        for model in speech_models.available():
            self.stdout.write(say("models.sound", facts(model)))

    def first(self, **options: Any) -> None:
        """The small English model, if nobody chose yet; says nothing where there is no network."""
        if not settings.VOICE_FETCH_MODEL or not is_first():
            return
        try:
            model = official.recommended("en", SHORT)
            self.stdout.write(say("models.first", {"name": model.name, "size": in_megabytes(model.bytes)}))
            self.stdout.write(say("models.installed", facts(installation.install(model.name, quietly))))
        except Refusal as refusal:
            log.info("the first speech model was not installed: %s", refusal)


def is_first() -> bool:
    """Whether there is nothing but the starter, and nobody wanted it so."""
    only_starter = all(model.starter for model in speech_models.of_language("en"))
    return only_starter and "en" not in speech_models.chosen_names()


def quietly(now: Installation) -> None:
    """A report that nobody reads."""


def facts(model: SpeechModel) -> dict[str, object]:
    return {"name": model.name, "language": model.language, "size": in_megabytes(model.bytes)}


def mark_of(model: SpeechModel) -> str:
    return "*" if speech_models.current(model.language) == model else " "


def language_in(name: str) -> str:
    """The language in the name of a model of Vosk's: "vosk-model-small-en-us-0.15" → "en"."""
    words = name.removeprefix("vosk-model-").removeprefix("small-").split("-")
    language = official.language_of(words[0])
    if not name.startswith("vosk-model-") or not language.isalpha():
        raise WrongModelName({"name": name})
    return language
