"""The one NinjaAPI: every package's router, and the one place where errors become JSON."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from config.people.api import router as people_router
from config.people.devices_api import router as devices_router
from config.people.errors import SignedOut
from config.people.households_api import router as households_router
from config.refusals import NotFound, TooLarge, not_of_this_shape, translated
from config.security import docs_policy
from finance.api import router as finance_router
from finance.errors import Refusal
from insights.api import router as insights_router
from insights.writer.api import router as report_router
from insights.writer.settings_api import router as writing_router
from voice.api import router as voice_router
from voice.keeping_api import router as keeping_router
from voice.models_api import router as models_router


class PrivateApi(NinjaAPI):
    """An API whose answers are for the person who asked: no browser and no proxy keeps a copy."""

    def create_response(self, *arguments: Any, **named: Any) -> HttpResponse:
        response = super().create_response(*arguments, **named)
        response["Cache-Control"] = "no-store"
        return response


api = PrivateApi(
    title="My Funds", version="1", docs_url="/docs", urls_namespace="api", docs_decorator=docs_policy
)
api.add_router("", people_router)
api.add_router("", households_router)
api.add_router("/devices", devices_router)
api.add_router("", finance_router)
api.add_router("", insights_router)
api.add_router("", report_router)
api.add_router("", writing_router)
api.add_router("/voice", voice_router)
api.add_router("/voice/models", models_router)
api.add_router("/voice/recordings", keeping_router)


@api.exception_handler(Refusal)
def refuse(request: HttpRequest, error: Refusal) -> HttpResponse:
    """Translate a refusal into the wire's error shape, in the person's language."""
    language = getattr(request.user, "language", "en")
    body = {"error": {"code": error.code, "message": error.sentence(language)}, **error.beside}
    response = api.create_response(request, body, status=error.status)
    for name, value in error.headers.items():
        response[name] = value
    return response


@api.exception_handler(AuthenticationError)
def ask_to_sign_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """401 in the wire's error shape: what is recorded on the device waits for the next sign-in."""
    return refuse(request, SignedOut())


@api.exception_handler(ValidationError)
def refuse_shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422: what arrived is not of the shape that the address takes."""
    return refuse(request, not_of_this_shape(error))


@api.exception_handler(HttpError)
def refuse_request(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What ninja itself refuses: an unreadable body, a failed CSRF check."""
    return refuse(request, translated(error))


@api.exception_handler(Http404)
def refuse_address(request: HttpRequest, error: Http404) -> HttpResponse:
    return refuse(request, NotFound())


@api.exception_handler(RequestDataTooBig)
def refuse_size(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return refuse(request, TooLarge())
