"""A Django of its own for a measurement or a proof: a fresh database in a folder that goes away."""

import os
from pathlib import Path


def scratch_database(var: Path) -> None:
    """Point the settings at `var`, load Django and migrate; call before anything of the app is imported."""
    os.environ["MY_FUNDS_VAR"] = str(var)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["DATABASE_URL"] = f"sqlite:///{var / 'my-funds.sqlite3'}"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
