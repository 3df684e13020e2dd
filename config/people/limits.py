"""How often somebody may guess, per address and per name: settings.ACCOUNT_RATE_LIMITS."""

from allauth.core import ratelimit
from django.http import HttpRequest


def may_guess_setup_code(request: HttpRequest) -> bool:
    return bool(ratelimit.consume(request, action="setup_code"))


def may_guess_recovery_code(request: HttpRequest, name: str) -> bool:
    return bool(ratelimit.consume(request, action="recovery_code", key=name.lower()))


def may_guess_password(request: HttpRequest) -> bool:
    return bool(ratelimit.consume(request, action="reauthenticate"))
