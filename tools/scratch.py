"""A Django of its own for a measurement or a proof: a fresh database in a folder that goes away."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.setup import ROOT


@contextmanager
def scratch_folder(name: str) -> Iterator[Path]:
    """A folder that goes away, on the disk that the app's own database is on."""
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "var", prefix=f"{name}-") as var:
        yield Path(var)


def scratch_database(var: Path, url: str = "") -> None:
    """Point the settings at `var`, load Django and migrate; call before anything of the app is imported.

    The database is a new SQLite file there, or the empty one at `url`.
    """
    os.environ["MY_FUNDS_VAR"] = str(var)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["DATABASE_URL"] = url or f"sqlite:///{var / 'my-funds.sqlite3'}"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
