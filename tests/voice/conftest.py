"""Spoken sentences, and a place of the tests' own to unpack models in."""

import json
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.voice.model_site import ModelSite, serving

SPEECH = Path(__file__).resolve().parent.parent / "data" / "speech"
SENTENCES = json.loads((SPEECH / "sentences.json").read_text())


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(autouse=True)
def unpacked_in_the_tests_own_place(settings: Settings, model_dir: Path) -> None:
    settings.VOICE_MODEL_DIR = model_dir


@pytest.fixture(autouse=True)
def kept_in_the_tests_own_place(settings: Settings, tmp_path: Path) -> None:
    settings.VOICE_RECORDINGS = tmp_path / "recordings"


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> Iterator[ModelSite]:
    """A server with a list of models, and an empty place of the test's own to install them in."""
    with serving() as made:
        settings.VOICE_MODEL_LIST = f"{made.url}/model-list.json"
        settings.VOICE_MODEL_DIR = tmp_path / "models"
        yield made


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def spoken() -> Callable[[str], bytes]:
    """The recording of a name: `spoken("lidl")`."""
    return lambda name: (SPEECH / f"{name}.wav").read_bytes()


def wav_of(sound: bytes, *, coding: int = 1, channels: int = 1, rate: int = 16_000, bits: int = 16) -> bytes:
    """A WAV file around samples, right or wrong as asked."""
    frame = channels * bits // 8
    fmt = struct.pack("<HHIIHH", coding, channels, rate, rate * frame, frame, bits)
    chunks = b"fmt " + struct.pack("<I", len(fmt)) + fmt + b"data" + struct.pack("<I", len(sound)) + sound
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks
