"""How an installation stands: in a file, so that every process and the settings page can tell."""

import fcntl
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from finance.errors import Refusal
from voice.installer.errors import AlreadyInstalling
from voice.model_cards import NAME


@dataclass(frozen=True, slots=True)
class Installation:
    """A model on its way: `done` of `total` bytes of its step, or the problem it met (code, values)."""

    name: str
    step: str = "fetching"
    done: int = 0
    total: int = 0
    problem: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def folder() -> Path:
    """Where what arrives is kept until it is whole."""
    return Path(settings.VOICE_MODEL_DIR) / "arriving"


def standing() -> Installation | None:
    """The installation under way, broken off, or failed; None when the last one ended well."""
    try:
        found = json.loads((folder() / "standing.json").read_text())
        return Installation(**found) if NAME.fullmatch(found["name"]) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def tell(installation: Installation) -> None:
    """Let others know, in one step."""
    written = folder() / "standing.new"
    written.write_text(json.dumps(asdict(installation)))
    written.replace(folder() / "standing.json")


@contextmanager
def recorded(name: str) -> Iterator[None]:
    """Whatever goes wrong is left where others can read it; whoever stops it by hand wants no more of it."""
    try:
        yield
    except Refusal as refusal:
        fail(name, refusal.code, refusal.values)
        raise
    except KeyboardInterrupt:
        ended()
        raise


def fail(name: str, code: str, values: Mapping[str, object]) -> None:
    """Keep the problem that an installation met, for who looks later."""
    words = {key: value if isinstance(value, int) else str(value) for key, value in values.items()}
    tell(replace(standing() or Installation(name), name=name, problem=code, values=words))


def ended() -> None:
    (folder() / "standing.json").unlink(missing_ok=True)


def is_running() -> bool:
    """Whether some process of this server installs now."""
    try:
        with only_one():
            return False
    except AlreadyInstalling:
        return True


@contextmanager
def only_one() -> Iterator[None]:
    """One installation at a time, over all processes; ends with the process. Raises AlreadyInstalling."""
    held = take()
    try:
        yield
    finally:
        release(held)


def take() -> IO[Any]:
    folder().mkdir(parents=True, exist_ok=True)
    held = (folder() / "lock").open("w")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        held.close()
        now = standing()
        raise AlreadyInstalling({"name": now.name if now else "…"}) from taken
    return held


def release(held: IO[Any]) -> None:
    with suppress(OSError):
        fcntl.flock(held, fcntl.LOCK_UN)
    held.close()
