"""Every address of the server."""

from django.urls import include, path

from config import pwa
from config.api import api

urlpatterns = [
    path("api/", api.urls),
    path("accounts/", include("config.people.urls")),
    path("speech/", include("voice.urls")),
    path("manifest.webmanifest", pwa.manifest),
    path("sw.js", pwa.service_worker),
    path("shared", pwa.shared),
    *[path(route, pwa.shell) for route in pwa.CLIENT_ROUTES],
]
