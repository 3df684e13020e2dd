import pytest
from django.test import RequestFactory
from pytest_django import Settings

from config.people.origin import is_own_machine


class TestIsOwnMachine:
    @pytest.mark.parametrize(
        ("address", "host"),
        [
            ("127.0.0.1", "localhost:8000"),
            ("::1", "[::1]:8000"),
            ("127.0.0.1", "127.0.0.1"),
            ("::1", "localhost"),
        ],
    )
    def test_says_yes_to_a_browser_on_it(self, address: str, host: str) -> None:
        assert is_own_machine(RequestFactory().get("/", REMOTE_ADDR=address, HTTP_HOST=host))

    @pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.1", "2001:db8::1", "", "localhost"])
    def test_says_no_to_another_address(self, address: str) -> None:
        assert not is_own_machine(RequestFactory().get("/", REMOTE_ADDR=address, HTTP_HOST="localhost"))

    def test_says_no_to_another_name(self, settings: Settings) -> None:
        settings.ALLOWED_HOSTS = ["funds.example"]
        assert not is_own_machine(
            RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_HOST="funds.example")
        )

    @pytest.mark.parametrize(
        "header",
        [
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "Forwarded",
            "Via",
            "X-Real-IP",
        ],
    )
    @pytest.mark.parametrize("value", ["127.0.0.1", ""])
    def test_says_no_through_a_proxy_whatever_it_claims(self, header: str, value: str) -> None:
        request = RequestFactory().get(
            "/", REMOTE_ADDR="127.0.0.1", HTTP_HOST="localhost", headers={header: value}
        )
        assert not is_own_machine(request)

    def test_says_no_when_the_server_is_set_up_for_others(self, settings: Settings) -> None:
        settings.HTTPS = True
        assert not is_own_machine(RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_HOST="localhost"))
