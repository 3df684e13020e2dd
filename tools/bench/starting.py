"""What importing the server costs beside Django alone."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from tools.bench.measure import Measure, versus
from tools.setup import ROOT

OURS = "import django; django.setup(); import config.urls"
BARE = """
import django
from django.conf import settings
settings.configure(INSTALLED_APPS=["django.contrib." + name for name in ("auth", "contenttypes", "sessions")])
django.setup()
import django.urls, django.contrib.auth.views
"""


def measure() -> Iterator[Measure]:
    ours, bare = versus(partial(python, OURS), partial(python, BARE), times=9)
    yield Measure("server: import config.urls", ours, "Django with auth and sessions alone", bare)


def python(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
