"""The shell, the manifest and the service worker: the same bytes for everybody, no data of anybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

# The routes the browser draws; the router in static/src knows the same ones.
CLIENT_ROUTES = ["", "transactions", "transactions/<uuid:id>", "month", "settings", "attention"]


@require_safe
def shell(request: HttpRequest, **route: object) -> HttpResponse:
    return uncached(render(request, "app.html"))


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    return uncached(render(request, "manifest.json", content_type="application/manifest+json"))


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """`sw.js` from the root, so that its scope is the whole app."""
    script = (settings.BASE_DIR / "static" / "dist" / "sw.js").read_bytes()
    return uncached(HttpResponse(script, content_type="text/javascript"))


@csrf_exempt
@require_POST
def shared(request: HttpRequest) -> HttpResponse:
    """Where a sound file lands while no service worker is there to keep it: unread, and the page says so."""
    return HttpResponseRedirect("/?shared")


def uncached(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-cache"
    return response
