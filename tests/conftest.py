"""Which tests this machine can run, and passwords that cost no time.

Some tests need PostgreSQL's programs, which in CI may not be missing. Nobody fetches a speech model over the
network, and no model that a person installed on this machine is used.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from tools.postgres import programs

NOBODY = "http://127.0.0.1:9/model-list.json"
"""Where nobody answers."""
os.environ |= {"VOICE_FETCH_MODEL": "0", "VOICE_MODEL_LIST": NOBODY}
settings.VOICE_MODEL_LIST = NOBODY
_models = tempfile.TemporaryDirectory(prefix="my-funds-models-")
settings.VOICE_MODEL_DIR = Path(_models.name)
settings.VOICE_RECORDINGS = Path(_models.name) / "recordings"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if programs() or os.environ.get("CI", "").lower() == "true":
        return
    needing = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in needing]


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_hashed_fast() -> Iterator[None]:
    """Django's own hashers take half a second each."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
