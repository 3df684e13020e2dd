from io import BytesIO

import pytest
from django.test import Client


@pytest.fixture
def stranger() -> Client:
    return Client()


class TestShell:
    @pytest.mark.parametrize("address", ["/", "/transactions", "/month", "/settings", "/attention"])
    def test_is_the_same_for_everybody_on_every_client_route(self, stranger: Client, address: str) -> None:
        first, other = stranger.get("/"), stranger.get(address)
        assert other.status_code == 200
        assert other.content == first.content

    def test_is_never_cached_without_asking(self, stranger: Client) -> None:
        assert stranger.get("/")["Cache-Control"] == "no-cache"

    def test_sets_no_cookie(self, stranger: Client) -> None:
        assert not stranger.get("/").cookies

    def test_carries_the_strict_policy(self, stranger: Client) -> None:
        policy = stranger.get("/")["Content-Security-Policy"]
        assert "script-src 'self';" in policy + ";"
        assert "require-trusted-types-for 'script'" in policy

    def test_refuses_other_methods(self, stranger: Client) -> None:
        assert stranger.post("/").status_code == 405


class TestManifest:
    def test_names_icons_a_start_and_the_shortcut_to_speak(self, stranger: Client) -> None:
        manifest = stranger.get("/manifest.webmanifest").json()
        assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
        assert manifest["start_url"].startswith("/")
        assert any("speak" in shortcut["url"] for shortcut in manifest["shortcuts"])

    def test_takes_sound_files_of_other_apps(self, stranger: Client) -> None:
        target = stranger.get("/manifest.webmanifest").json()["share_target"]
        assert (target["action"], target["method"]) == ("/shared", "POST")
        assert "audio/*" in target["params"]["files"][0]["accept"]


class TestSharing:
    def test_without_a_service_worker_leads_to_the_page_that_says_so(self, stranger: Client) -> None:
        answer = Client(enforce_csrf_checks=True).post("/shared", {"sound": BytesIO(b"OggS")})
        assert (answer.status_code, answer["Location"]) == (302, "/?shared")


class TestServiceWorker:
    def test_comes_from_the_root_and_is_asked_for_anew(self, stranger: Client) -> None:
        answer = stranger.get("/sw.js")
        assert answer["Content-Type"] == "text/javascript"
        assert answer["Cache-Control"] == "no-cache"
        assert b"my-funds-app-" in answer.content
