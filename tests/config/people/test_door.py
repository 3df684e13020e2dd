import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from config.people import services
from config.people.models import Person
from config.people.services import Arrival

Browser = Callable[[Person], Client]
PASSWORD = "seven green kettles"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client: Client, name: str = "alice", password: str = PASSWORD, query: str = "") -> Any:
    return client.post(f"/accounts/login/{query}", {"login": name, "password": password})


def digits(secret: str = SECRET) -> str:
    """What the authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


class TestSignIn:
    @pytest.mark.parametrize("name", ["alice", "Alice", " alice "])
    def test_takes_name_and_password(self, stranger: Client, alice: Person, name: str) -> None:
        assert sign_in(stranger, name)["Location"] == "/"
        assert stranger.get("/api/session").status_code == 200

    def test_changes_the_session_key(self, stranger: Client, alice: Person) -> None:
        stranger.get("/accounts/login/")
        session = stranger.session
        session["here"] = True
        session.save()
        stranger.cookies["sessionid"] = str(session.session_key)
        sign_in(stranger)
        assert stranger.session.session_key != session.session_key

    def test_answers_alike_for_a_wrong_name_and_a_wrong_password(self, alice: Person) -> None:
        said = {
            str(sign_in(Client(), name, password).context["form"].errors)
            for name, password in [("alice", "wrong wrong wrong"), ("nobody", PASSWORD)]
        }
        assert len(said) == 1

    def test_can_be_tried_five_times_a_name(self, stranger: Client, alice: Person) -> None:
        for _ in range(5):
            sign_in(stranger, password="wrong")
        assert "Too many" in sign_in(stranger).content.decode()
        assert stranger.get("/api/session").status_code == 401

    @pytest.mark.parametrize(
        "evil",
        [
            "https://evil.example/",
            "//evil.example",
            "javascript:alert(1)",
            r"/\evil.example",
            "///evil.example",
        ],
    )
    def test_follows_no_address_of_another_site(self, stranger: Client, alice: Person, evil: str) -> None:
        assert sign_in(stranger, query=f"?next={evil}")["Location"] == "/"
        assert (
            Client().post("/accounts/login/", {"login": "alice", "password": PASSWORD, "next": evil})[
                "Location"
            ]
            == "/"
        )

    def test_follows_an_address_of_ours(self, stranger: Client, alice: Person) -> None:
        assert sign_in(stranger, query="?next=/month")["Location"] == "/month"

    def test_needs_a_csrf_token(self, alice: Person) -> None:
        wary = Client(enforce_csrf_checks=True)
        assert sign_in(wary).status_code == 403

    def test_says_so_in_our_own_words_when_the_form_is_stale(self, alice: Person) -> None:
        page = sign_in(Client(enforce_csrf_checks=True))
        assert "This form has expired" in page.text


class TestSignOut:
    def test_happens_by_a_button_never_by_a_link(self, browser_of: Browser, alice: Person) -> None:
        browser = browser_of(alice)
        browser.get("/accounts/logout/")
        assert browser.get("/api/session").status_code == 200
        assert browser.post("/accounts/logout/")["Location"] == "/"
        assert browser.get("/api/session").status_code == 401


class TestPasswordChange:
    def test_keeps_this_session_and_ends_the_others(self, browser_of: Browser, alice: Person) -> None:
        here, elsewhere = browser_of(alice), browser_of(alice)
        new = {
            "oldpassword": PASSWORD,
            "password1": "three quiet harbours",
            "password2": "three quiet harbours",
        }
        assert here.post("/accounts/password/change/", new).status_code == 302
        assert here.get("/api/session").status_code == 200
        assert elsewhere.get("/api/session").status_code == 401

    def test_needs_the_old_one(self, browser_of: Browser, alice: Person) -> None:
        new = {
            "oldpassword": "wrong",
            "password1": "three quiet harbours",
            "password2": "three quiet harbours",
        }
        browser_of(alice).post("/accounts/password/change/", new)
        assert Person.objects.get().check_password(PASSWORD)


class TestSecondStep:
    @pytest.fixture
    def guarded(self, alice: Person) -> Person:
        TOTP.activate(alice, SECRET)
        return alice

    def test_is_asked_after_the_password(self, stranger: Client, guarded: Person) -> None:
        assert sign_in(stranger)["Location"] == "/accounts/2fa/authenticate/"
        assert stranger.get("/api/session").status_code == 401
        assert stranger.post("/accounts/2fa/authenticate/", {"code": digits()})["Location"] == "/"
        assert stranger.get("/api/session").status_code == 200

    def test_takes_a_recovery_code_once(self, stranger: Client, guarded: Person, arrival: Arrival) -> None:
        for expected in (200, 401):
            stranger.logout()
            sign_in(stranger)
            stranger.post("/accounts/2fa/authenticate/", {"code": arrival.recovery_codes[0]})
            assert stranger.get("/api/session").status_code == expected

    def test_takes_nobody_elses_recovery_code(self, stranger: Client, guarded: Person, dora: Person) -> None:
        (code, *_) = services.new_recovery_codes(dora)
        sign_in(stranger)
        stranger.post("/accounts/2fa/authenticate/", {"code": code})
        assert stranger.get("/api/session").status_code == 401

    def test_can_be_tried_five_times(self, stranger: Client, guarded: Person, arrival: Arrival) -> None:
        sign_in(stranger)
        for _ in range(5):
            stranger.post("/accounts/2fa/authenticate/", {"code": "000000"})
        stranger.post("/accounts/2fa/authenticate/", {"code": arrival.recovery_codes[0]})
        assert stranger.get("/api/session").status_code == 401

    def test_still_guards_who_recovers_the_password(
        self, stranger: Client, guarded: Person, arrival: Arrival
    ) -> None:
        given = {"name": "alice", "code": arrival.recovery_codes[0], "password": "three quiet harbours"}
        answer = stranger.post("/accounts/recover/", given)
        assert answer["Location"] == "/accounts/2fa/authenticate/"
        assert stranger.get("/api/session").status_code == 401

    def test_is_switched_on_and_off_after_confirming(self, browser_of: Browser, alice: Person) -> None:
        browser = browser_of(alice)
        assert "/accounts/reauthenticate/" in browser.get("/accounts/2fa/totp/activate/")["Location"]
        browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
        page = browser.get("/accounts/2fa/totp/activate/")
        shown = re.search(r'class="secret">([A-Z2-7]+)<', page.text)
        assert shown
        assert (
            browser.post("/accounts/2fa/totp/activate/", {"code": digits(shown[1])})["Location"]
            == "/accounts/2fa/"
        )
        assert "It is on." in browser.get("/accounts/2fa/").text
        browser.post("/accounts/2fa/totp/deactivate/")
        assert "It is off." in browser.get("/accounts/2fa/").text


class TestClosedDoors:
    @pytest.mark.parametrize(
        "address",
        ["signup/", "email/", "confirm-email/", "password/reset/", "password/set/", "login/code/confirm/",
         "2fa/recovery-codes/", "2fa/webauthn/", "3rdparty/", "social/login/cancelled/"],
    )  # fmt: skip
    def test_are_not_there(self, stranger: Client, alice: Person, address: str) -> None:
        page = stranger.get(f"/accounts/{address}")
        assert page.status_code == 404
        assert "There is no such page" in page.text


SIGNED_OUT = ["login/", "recover/", "inactive/"]
SIGNED_IN = [
    "",
    "logout/",
    "password/change/",
    "reauthenticate/",
    "recovery-codes/",
    "2fa/",
    "2fa/totp/activate/",
]


class TestEveryPage:
    @pytest.mark.parametrize("address", SIGNED_OUT)
    def test_is_in_our_own_look(self, stranger: Client, alice: Person, address: str) -> None:
        self.check(stranger.get(f"/accounts/{address}").text)

    @pytest.mark.parametrize("address", SIGNED_IN)
    def test_is_so_once_signed_in(self, stranger: Client, alice: Person, address: str) -> None:
        sign_in(stranger)
        stranger.post("/accounts/reauthenticate/", {"password": PASSWORD})
        self.check(stranger.get(f"/accounts/{address}").text)

    def check(self, page: str) -> None:
        assert '<body class="door">' in page
        assert len(re.findall(r"<h1>[^<]+</h1>", page)) == 1
        assert re.search(r'<link [^>]*href="/static/assets/[\w-]+\.css"', page)
        assert not re.search(r"<style|<script>|\sstyle=|\son\w+=", page)
        for field in re.findall(r'<(?:input|select)[^>]* id="(\w+)"', page):
            assert f'<label for="{field}">' in page
