"""The door: sign in, or the first visit when nobody is here; and the page of one's own account."""

from allauth.account import views as account_views
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.people import queries


@never_cache
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """allauth's sign-in once somebody is here."""
    if not queries.somebody_is_here():
        return redirect("welcome")
    answer: HttpResponseBase = account_views.login(request)
    return answer


@require_safe
@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponseBase:
    """Links to password, second step, recovery codes, sign-out."""
    return render(request, "people/account.html")
