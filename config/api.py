"""The one NinjaAPI: every package's router, and the one place where errors become JSON."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from config.security import docs_policy
from finance.errors import FinanceError

api = NinjaAPI(title="My Funds", version="1", docs_url="/docs", urls_namespace="api", docs_decorator=docs_policy)


@api.exception_handler(FinanceError)
def refuse(request: HttpRequest, error: FinanceError) -> HttpResponse:
    """Translate a refusal into the wire's error shape, in the person's language."""
    language = getattr(request.user, "language", "en")
    body = {"error": {"code": error.code, "message": error.sentence(language)}}
    return api.create_response(request, body, status=error.status)
