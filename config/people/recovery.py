"""Getting back in with a recovery code, and new codes for somebody who is in."""

from allauth.account.utils import perform_login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from config.people import services
from config.people.forms import NewCodesForm, RecoverForm
from config.people.models import Person


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password", "code")
@never_cache
def recover(request: HttpRequest) -> HttpResponse:
    """A new password by a recovery code, then in (by way of the second step where it is on)."""
    form = RecoverForm(request.POST or None, request=request, now=timezone.now())
    if form.is_valid() and form.person:
        response: HttpResponse = perform_login(request, form.person)
        return response
    return render(request, "people/recover.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password")
@never_cache
@login_required
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Ask for the password, then show eight new codes once; the ones before stop working."""
    form = NewCodesForm(request.POST or None, request=request)
    if form.is_valid():
        assert isinstance(request.user, Person)
        made = services.new_recovery_codes(request.user)
        return render(request, "people/recovery_codes.html", {"codes": made, "is_new": False})
    return render(
        request, "people/new_recovery_codes.html", {"form": form}, status=422 if form.is_bound else 200
    )
