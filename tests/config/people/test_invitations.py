from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from config.people import invitations
from config.people.errors import AlreadyMember, InvitationGone
from config.people.models import Invitation, Person
from finance.queries import ledgers_of

Browser = Callable[[Person], Client]
GIVEN = {"name": "bela", "password": "three quiet harbours"}


@pytest.fixture
def home(alice: Person) -> UUID:
    return ledgers_of(alice)[0].id


@pytest.fixture
def token(alice: Person, home: UUID) -> str:
    return invitations.invite(ledger=home, role="editor", invited_by=alice, now=timezone.now())[0]


def address(token: str) -> str:
    return f"/accounts/invitation/{token}/"


class TestSomebodyNew:
    def test_sees_who_invites_them_to_what(self, stranger: Client, token: str) -> None:
        page = stranger.get(address(token)).text
        assert "Join Home" in page
        assert "alice invites you to this ledger as editor" in page

    def test_joins_with_a_name_and_a_password(self, stranger: Client, token: str, home: UUID) -> None:
        page = stranger.post(address(token), GIVEN)
        assert len(page.context["codes"]) == 8
        (ledger,) = ledgers_of(Person.objects.get(username="bela"))
        assert (ledger.id, ledger.role) == (home, "editor")
        assert stranger.get("/api/session").json()["person"]["name"] == "bela"

    def test_uses_the_link_up(self, stranger: Client, token: str) -> None:
        stranger.post(address(token), GIVEN)
        assert Client().get(address(token)).status_code == 410
        assert Client().post(address(token), GIVEN | {"name": "carl"}).status_code == 410
        assert not Person.objects.filter(username="carl").exists()

    @pytest.mark.parametrize("name", ["alice", "ALICE"])
    def test_takes_no_name_that_somebody_has(self, stranger: Client, token: str, name: str) -> None:
        page = stranger.post(address(token), GIVEN | {"name": name})
        assert page.status_code == 422
        assert "Somebody here has this name" in str(page.context["form"].errors["name"])

    def test_keeps_the_link_when_the_password_is_weak(self, stranger: Client, token: str) -> None:
        assert stranger.post(address(token), GIVEN | {"password": "short"}).status_code == 422
        assert stranger.get(address(token)).status_code == 200


class TestSomebodySignedIn:
    def test_joins_with_one_button(self, browser_of: Browser, dora: Person, token: str, home: UUID) -> None:
        browser = browser_of(dora)
        assert "You join as editor, signed in as dora" in browser.get(address(token)).text
        assert browser.post(address(token))["Location"] == "/"
        assert [(head.id, head.role) for head in ledgers_of(dora)] == [(home, "editor")]
        assert Invitation.objects.get().used_by == dora

    def test_keeps_the_role_they_have_and_the_link(
        self, browser_of: Browser, alice: Person, token: str
    ) -> None:
        assert browser_of(alice).post(address(token))["Location"] == "/"
        assert ledgers_of(alice)[0].role == "owner"
        assert Client().get(address(token)).status_code == 200

    def test_needs_a_csrf_token(self, dora: Person, token: str) -> None:
        wary = Client(enforce_csrf_checks=True)
        wary.force_login(dora)
        assert wary.post(address(token)).status_code == 403
        assert not ledgers_of(dora)


class TestALinkThatNoLongerWorks:
    def test_is_gone_after_seven_days(self, stranger: Client, alice: Person, home: UUID) -> None:
        sent = timezone.now() - timedelta(days=7, seconds=1)
        token, _ = invitations.invite(ledger=home, role="editor", invited_by=alice, now=sent)
        assert stranger.get(address(token)).status_code == 410

    def test_answers_alike_used_expired_or_never_made(
        self, stranger: Client, alice: Person, home: UUID, token: str
    ) -> None:
        expired, _ = invitations.invite(
            ledger=home, role="editor", invited_by=alice, now=timezone.now() - timedelta(days=8)
        )
        Client().post(address(token), GIVEN)
        pages = {stranger.get(address(link)).text for link in (token, expired, "x" * 43)}
        assert len(pages) == 1

    def test_is_taken_to_the_letter(self, stranger: Client, token: str) -> None:
        assert stranger.get(address(token.swapcase())).status_code == 410


class TestAccept:
    def test_raises_for_a_member(self, alice: Person, token: str) -> None:
        with pytest.raises(AlreadyMember):
            invitations.accept(token, person=alice, now=timezone.now())

    def test_raises_for_a_link_spent_meanwhile(self, dora: Person, token: str) -> None:
        Invitation.objects.update(used_at=timezone.now())
        with pytest.raises(InvitationGone):
            invitations.accept(token, person=dora, now=timezone.now())
        assert not ledgers_of(dora)
