"""The ASGI application that uvicorn serves."""

import os

from django.core.asgi import get_asgi_application

from config.body_limit import limited

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = limited(get_asgi_application())
