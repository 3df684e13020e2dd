from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from config.people import services
from config.people.errors import AlreadyWelcomed
from config.people.models import Person, RecoveryCode, SetupCode
from finance.queries import ledgers_of

PASSWORD = "seven green kettles"
GIVEN = {
    "name": "asha",
    "password": PASSWORD,
    "ledger": "Household",
    "currency": "INR",
    "time_zone": "Asia/Calcutta",
}


def welcome(client: Client, **changes: str) -> Any:
    return client.post("/accounts/welcome/", GIVEN | changes)


@pytest.fixture
def here(db: None) -> Client:
    """A browser on the machine that serves."""
    return Client(REMOTE_ADDR="127.0.0.1", SERVER_NAME="localhost")


@pytest.fixture
def code(db: None) -> str:
    return services.new_setup_code()


class TestTheFirstVisit:
    def test_makes_the_person_and_their_ledger(self, here: Client) -> None:
        assert welcome(here).status_code == 200
        person = Person.objects.get()
        assert (person.username, person.check_password(PASSWORD)) == ("asha", True)
        (ledger,) = ledgers_of(person)
        assert (ledger.name, ledger.currency, ledger.role) == ("Household", "INR", "owner")

    def test_keeps_the_time_zone_by_its_present_name(self, here: Client) -> None:
        welcome(here)
        assert ledgers_of(Person.objects.get())[0].time_zone == "Asia/Kolkata"

    def test_signs_in_under_a_new_session_key(self, here: Client) -> None:
        here.cookies[settings.SESSION_COOKIE_NAME] = "planted-by-somebody-else"
        welcome(here)
        assert here.session["_auth_user_id"] == str(Person.objects.get().pk)
        assert here.cookies[settings.SESSION_COOKIE_NAME].value != "planted-by-somebody-else"

    def test_shows_eight_recovery_codes_once_and_keeps_only_digests(self, here: Client) -> None:
        page = welcome(here)
        shown = page.context["codes"]
        assert len(set(shown)) == 8 == RecoveryCode.objects.count()
        assert all(code in page.text for code in shown)
        kept = set(RecoveryCode.objects.values_list("digest", flat=True))
        assert not kept & set(shown)
        assert all(len(digest) == 64 for digest in kept)
        assert "no-store" in page["Cache-Control"]

    def test_needs_a_csrf_token(self, db: None) -> None:
        wary = Client(enforce_csrf_checks=True, REMOTE_ADDR="127.0.0.1", SERVER_NAME="localhost")
        assert welcome(wary).status_code == 403
        assert not Person.objects.exists()

    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("password", "short", "at least 10 characters"),
            ("password", "password123", "too common"),
            ("password", "asha-asha-asha", "too similar"),
            ("name", "asha rao", "without spaces"),
            ("name", "", "required"),
            ("currency", "QQQ", "valid choice"),
            ("time_zone", "Middle/Earth", "not a time zone"),
            ("ledger", "", "required"),
        ],
    )
    def test_says_what_is_wrong(self, here: Client, field: str, value: str, sentence: str) -> None:
        page = welcome(here, **{field: value, "name": value if field == "name" else "asha-asha"})
        assert page.status_code == 422
        assert sentence in str(page.context["form"].errors[field])
        assert not Person.objects.exists()

    def test_never_sends_the_password_back(self, here: Client) -> None:
        assert PASSWORD not in welcome(here, currency="").text

    def test_is_where_sign_in_leads_until_it_is_over(self, here: Client, db: None) -> None:
        assert here.get("/accounts/login/")["Location"] == "/accounts/welcome/"
        welcome(here)
        assert Client().get("/accounts/login/").status_code == 200


class TestTheSetupCode:
    def test_is_not_asked_on_the_machine_that_serves(self, here: Client) -> None:
        assert "code" not in here.get("/accounts/welcome/").context["form"].fields

    def test_is_asked_elsewhere(self, stranger: Client, code: str) -> None:
        assert "code" in stranger.get("/accounts/welcome/").context["form"].fields
        assert welcome(stranger).status_code == 422
        assert not Person.objects.exists()

    def test_lets_in_however_it_is_typed(self, stranger: Client, code: str) -> None:
        assert welcome(stranger, code=f" {code.lower().replace('-', ' ')} ").status_code == 200
        assert Person.objects.exists()

    def test_refuses_a_wrong_one(self, stranger: Client, code: str) -> None:
        page = welcome(stranger, code="AAAA-BBBB-CCCC")
        assert "not the setup code" in page.text
        assert not Person.objects.exists()

    @pytest.mark.parametrize("guess", ["", "-", "   "])
    def test_refuses_every_code_when_none_was_printed(self, stranger: Client, db: None, guess: str) -> None:
        assert welcome(stranger, code=guess).status_code == 422
        SetupCode.objects.create(id=1)
        assert welcome(stranger, code=guess).status_code == 422

    def test_counts_only_as_printed_last(self, stranger: Client, code: str) -> None:
        services.new_setup_code()
        assert welcome(stranger, code=code).status_code == 422

    def test_is_kept_as_a_digest(self, code: str) -> None:
        assert code not in SetupCode.objects.get().digest

    def test_can_be_guessed_ten_times_in_five_minutes(self, stranger: Client, code: str) -> None:
        for _ in range(10):
            welcome(stranger, code="AAAA-BBBB-CCCC")
        assert "Too many tries" in welcome(stranger, code=code).text
        assert not Person.objects.exists()

    def test_ends_with_the_first_visit(self, stranger: Client, code: str) -> None:
        welcome(stranger, code=code)
        assert not SetupCode.objects.exists()
        with pytest.raises(AlreadyWelcomed):
            services.new_setup_code()


class TestOnceSomebodyIsHere:
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_welcome_leads_to_sign_in(self, here: Client, alice: Person, method: str) -> None:
        answer = getattr(here, method)("/accounts/welcome/", GIVEN)
        assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/")
        assert Person.objects.count() == 1
