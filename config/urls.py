"""Every address of the server."""

from django.urls import include, path

from config.api import api

urlpatterns = [
    path("api/", api.urls),
    path("accounts/", include("allauth.account.urls")),
]
