"""What starting the server must not load: each costs half a second and serves one request in many."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
import config.urls
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules in memory after `config.urls` was imported in an interpreter of its own."""
    result = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())


class TestImportingTheAddresses:
    def test_loads_the_api_with_the_month(self, loaded: set[str]) -> None:
        assert {"config.urls", "config.api", "insights.api"} <= loaded

    @pytest.mark.parametrize("heavy", ["pandas", "numpy", "vosk", "google"])
    def test_loads_no(self, heavy: str, loaded: set[str]) -> None:
        assert heavy not in loaded
