"""The first visit: the owner, their ledger, their recovery codes."""

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from config.people import queries, services
from config.people.errors import AlreadyWelcomed
from config.people.forms import WelcomeByCodeForm, WelcomeForm
from config.people.origin import is_own_machine
from config.people.places import places
from config.people.services import Arrival


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password", "code")
@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """The form of the first visit; asks for the setup code unless it comes from this machine."""
    if queries.somebody_is_here():
        return redirect("account_login")
    form = form_for(request)
    if form.is_valid():
        return create(request, form)
    status = 422 if form.is_bound else 200
    return render(request, "people/welcome.html", {"form": form, "places": places()}, status=status)


def form_for(request: HttpRequest) -> WelcomeForm:
    made = WelcomeForm if is_own_machine(request) else WelcomeByCodeForm
    return made(request.POST or None, request=request)


def create(request: HttpRequest, form: WelcomeForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        arrival = services.create_owner(
            name=given["name"], password=given["password"], home=form.home(), now=timezone.now()
        )
    except AlreadyWelcomed:
        return redirect("account_login")
    return show_arrival(request, arrival)


def show_arrival(request: HttpRequest, arrival: Arrival) -> HttpResponse:
    """Sign the new person in (with a new session key) and show their recovery codes this once."""
    perform_login(request, arrival.person)
    return render(request, "people/recovery_codes.html", {"codes": arrival.recovery_codes, "is_new": True})
