"""Where a request truly comes from: the owner's own machine needs no setup code."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

OWN_NAMES = {"localhost", "127.0.0.1", "[::1]"}
LEFT_BY_PROXIES = {"FORWARDED", "VIA", "X-REAL-IP", "CF-CONNECTING-IP", "TRUE-CLIENT-IP"}


def is_own_machine(request: HttpRequest) -> bool:
    """True for a browser on the machine that serves: loopback address, loopback name, no proxy between.

    A server that is set up for HTTPS is meant to be reached by others, so it never says yes.
    """
    return (
        not settings.HTTPS
        and _from_loopback(request)
        and _to_own_name(request)
        and not _through_proxy(request)
    )


def _from_loopback(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR") or "").is_loopback
    except ValueError:
        return False


def _to_own_name(request: HttpRequest) -> bool:
    return split_domain_port(request.get_host())[0] in OWN_NAMES


def _through_proxy(request: HttpRequest) -> bool:
    return any(
        name.upper().startswith("X-FORWARDED") or name.upper() in LEFT_BY_PROXIES for name in request.headers
    )
