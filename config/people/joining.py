"""Following an invitation: somebody new makes an account, somebody who is here already just joins."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from config.people import invitations, queries
from config.people.errors import AlreadyMember, InvitationGone
from config.people.forms import NewPersonForm
from config.people.models import Invitation, Person
from config.people.welcome import show_arrival
from finance.wording import say


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password")
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """GET what the link offers, POST to take it; 410 for a link that is unknown, used or expired."""
    found = queries.open_invitation(token, now=timezone.now())
    if found is None:
        return gone(request)
    try:
        if isinstance(request.user, Person):
            return join(request, request.user, token, found)
        return arrive(request, token, found)
    except InvitationGone:
        return gone(request)


def join(request: HttpRequest, person: Person, token: str, found: Invitation) -> HttpResponse:
    if queries.is_member(person, found):
        return redirect("/")
    if request.method == "GET":
        return render(request, "people/join.html", offer(found))
    with suppress(AlreadyMember):
        invitations.accept(token, person=person, now=timezone.now())
    return redirect("/")


def arrive(request: HttpRequest, token: str, found: Invitation) -> HttpResponse:
    form = NewPersonForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        now = timezone.now()
        return show_arrival(
            request, invitations.arrive(token, name=given["name"], password=given["password"], now=now)
        )
    page = {**offer(found), "form": form}
    return render(request, "people/arrive.html", page, status=422 if form.is_bound else 200)


def offer(found: Invitation) -> dict[str, object]:
    """What the page says about an invitation."""
    return {"invitation": found, "role": say(f"people.role.{found.role}")}


def gone(request: HttpRequest) -> HttpResponse:
    return render(request, "people/invitation_gone.html", status=410)
