"""The speech models this server has: found on the shelves, one in use for each language, unpacked once."""

import json
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from voice import model_cards
from voice.errors import BrokenModel, NoModel
from voice.model_cards import SpeechModel as SpeechModel
from voice.model_cards import SpoiltCard

SHELF = Path(__file__).resolve().parent / "models"
"""The bundled starter models; the official ones are on `installed_shelf()`."""
PHONE_MOST = 100_000_000
"""Bytes. The engine on a phone needs about eight times as much memory as the model's archive is long."""
MODEL_FILES = frozenset({"am/final.mdl", "final.mdl"})
"""What Vosk looks for in a model's folder: the newer and the older layout."""


def current(language: str) -> SpeechModel | None:
    """The model in use for a language ("en"), or None when this server has none."""
    return preferred(of_language(language))


def for_phone(language: str) -> SpeechModel | None:
    """The model in use for a language, or the next one that a phone has room for."""
    return preferred([model for model in of_language(language) if model.bytes <= PHONE_MOST])


def for_phones(languages: Iterable[str]) -> list[SpeechModel]:
    """`for_phone` of each language that has one."""
    return [model for language in languages if (model := for_phone(language))]


def starter_for(language: str) -> SpeechModel | None:
    """The bundled model of a language: small enough to come at once, while a phone waits for a larger one."""
    return next((model for model in of_language(language) if model.starter), None)


def required(language: str) -> SpeechModel:
    """The model in use for a language; NoModel when this server has none."""
    if model := current(language):
        return model
    raise NoModel({"language": language})


def preferred(models: list[SpeechModel]) -> SpeechModel | None:
    """Of models of one language: the one that was chosen, else an installed one, else the starter."""
    chosen = chosen_names()
    ranked = sorted(models, key=lambda model: chosen.get(model.language) != model.name)
    return ranked[0] if ranked else None


def of_language(language: str) -> list[SpeechModel]:
    """The models of a language or of its region ("en-GB"); the starter is last."""
    found = [model for model in available() if model.language == language.split("-")[0].lower()]
    return sorted(found, key=lambda model: (model.starter, model.name))


def named(name: str) -> SpeechModel | None:
    return next((model for model in available() if model.name == name), None)


def available() -> list[SpeechModel]:
    """Every model whose card can be read and whose archive is there, by name."""
    return list(read_cards())


def read_cards() -> Iterator[SpeechModel]:
    for card in cards():
        try:
            yield model_cards.read(card)
        except (SpoiltCard, OSError):
            continue


def cards() -> list[Path]:
    """The cards on both shelves, sound or not, by name."""
    found = [card for shelf in (SHELF, installed_shelf()) for card in shelf.glob("*.json")]
    return sorted(found, key=lambda card: card.name)


def installed_shelf() -> Path:
    """Where the installed models are, below the folder of settings.VOICE_MODEL_DIR."""
    return Path(settings.VOICE_MODEL_DIR) / "installed"


def is_bundled(path: Path) -> bool:
    """Whether a card or an archive came with the app."""
    return path.parent == SHELF


def choose(model: SpeechModel) -> None:
    """Use this model for its language from now on."""
    keep_choice({**chosen_names(), model.language: model.name})


def forget_choice(name: str) -> None:
    """A model is gone: its languages go over to their next one, if they have one."""
    kept = chosen_names()
    for language in [language for language, chosen in kept.items() if chosen == name]:
        others = [model for model in of_language(language) if model.name != name]
        kept |= {language: others[0].name if others else ""}
    keep_choice(kept)


def keep_choice(chosen: dict[str, str]) -> None:
    choice = choice_file()
    choice.parent.mkdir(parents=True, exist_ok=True)
    written = choice.with_suffix(".new")
    written.write_text(json.dumps(chosen))
    written.replace(choice)


def chosen_names() -> dict[str, str]:
    """Language → the name of the model chosen for it; empty when nobody chose, or the file is spoilt."""
    try:
        chosen = json.loads(choice_file().read_text())
    except (OSError, ValueError):
        return {}
    return chosen if isinstance(chosen, dict) else {}


def choice_file() -> Path:
    return Path(settings.VOICE_MODEL_DIR) / "chosen.json"


def unpacked(model: SpeechModel) -> Path:
    """The model's folder, unpacked on first use; BrokenModel when the archive cannot be read."""
    if not model.folder.is_dir():
        unpack(model)
    return model.folder


def unpack(model: SpeechModel) -> None:
    """Unpack beside the final place and move it there in one step: the folder is whole or absent."""
    model.folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.folder.parent) as place:
        top = extracted(model, Path(place))
        try:
            top.rename(model.folder)
        except OSError:
            if not model.folder.is_dir():
                raise


def extracted(model: SpeechModel, place: Path) -> Path:
    """The archive's one top folder, inside `place`."""
    try:
        with tarfile.open(model.path) as archive:
            for member in archive:
                write_member(archive, member, place)
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError) as unreadable:
        raise broken(model) from unreadable
    tops = list(place.iterdir())
    if len(tops) != 1 or not any((tops[0] / name).is_file() for name in MODEL_FILES):
        raise broken(model)
    return tops[0]


def write_member(archive: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> None:
    """Plain files and folders inside `place`; ValueError for a link or a way out of it.

    (tarfile's own "data" filter came with Python 3.11.4; Debian 12 has 3.11.2.)
    """
    target = (place / member.name).resolve()
    target.relative_to(place.resolve())
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
    elif content := archive.extractfile(member) if member.isreg() else None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            shutil.copyfileobj(content, file)
    else:
        raise ValueError(member.name)


def broken(model: SpeechModel) -> BrokenModel:
    return BrokenModel({"name": model.name, "remedy": remedy_for(model.path)})


def remedy_for(path: Path) -> str:
    """The command that brings an archive or a card back."""
    if is_bundled(path):
        return f"git checkout -- voice/models/{path.name}"
    return f"python manage.py speech_model install {path.name.removesuffix('.json').removesuffix('.tar.gz')}"


def forget(model: SpeechModel) -> None:
    """Drop what was unpacked, so that the next use unpacks it anew."""
    shutil.rmtree(model.folder, ignore_errors=True)
