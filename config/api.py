"""The one NinjaAPI: every package's router, and the one place where errors become JSON."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from config.security import docs_policy
from finance.errors import Refusal
from voice.api import router as voice_router

api = NinjaAPI(
    title="My Funds", version="1", docs_url="/docs", urls_namespace="api", docs_decorator=docs_policy
)
api.add_router("/voice", voice_router)


@api.exception_handler(Refusal)
def refuse(request: HttpRequest, error: Refusal) -> HttpResponse:
    """Translate a refusal into the wire's error shape, in the person's language."""
    language = getattr(request.user, "language", "en")
    body = {"error": {"code": error.code, "message": error.sentence(language)}}
    response = api.create_response(request, body, status=error.status)
    for name, value in error.headers.items():
        response[name] = value
    return response
