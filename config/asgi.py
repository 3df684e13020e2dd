"""The ASGI application that uvicorn serves."""

import os

from django.core.asgi import get_asgi_application

from config.body_limit import limited
from config.turns import in_turn

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = limited(in_turn(get_asgi_application()))


def go_on_installing() -> None:
    """A speech model whose installation the server's end cut off."""
    from voice.installer import beside

    beside.go_on()


go_on_installing()
