"""The weekly digest by e-mail, through Django's own outbox."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.mail import EmailMessage
from pytest_django import Settings

from insights.digest_mail import TRY_AGAIN, next_monday, send_digests, want_digest
from insights.dismissals import judge_card
from insights.errors import AddressMalformed
from tests.insights.conftest import NOW, Home

Outbox = list[EmailMessage]


@pytest.fixture
def moved(home: Home, settings: Settings) -> Home:
    """Its spending doubled in the last whole week, its owner wants the digest; it is Sunday, 22 November."""
    settings.EMAIL_HOST = "mail.example"
    for day in ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02"):
        home.spend(day, "groceries", 4000)
    home.spend("2026-11-09", "groceries", 9000)
    home.spend("2026-11-16", "groceries", 1000)
    want_digest(home.owner, "asha@example.org")
    return home


class TestSendDigests:
    def test_sends_the_weeks_facts_to_who_wants_them(self, moved: Home, mailoutbox: Outbox) -> None:
        assert send_digests(NOW) == 1
        (mail,) = mailoutbox
        assert mail.to == ["asha@example.org"]
        assert str(mail.body).startswith(
            "Home\n- Last week you spent €90.00, €50.00 more than in a typical week."
        )
        assert "Empty the e-mail address" in str(mail.body)

    def test_sends_it_once_a_week(self, moved: Home, mailoutbox: Outbox) -> None:
        monday = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # seven o'clock in Berlin
        sent = [send_digests(now) for now in (NOW, NOW, monday - timedelta(minutes=1), monday, monday)]
        assert sent == [1, 0, 0, 1, 0]
        assert len(mailoutbox) == 2

    def test_is_silent_when_nothing_moved(self, home: Home, settings: Settings, mailoutbox: Outbox) -> None:
        settings.EMAIL_HOST = "mail.example"
        want_digest(home.owner, "asha@example.org")
        assert send_digests(NOW) == 0
        assert mailoutbox == []

    def test_is_silent_when_the_digest_was_closed_on_the_screen(
        self, moved: Home, mailoutbox: Outbox
    ) -> None:
        judge_card(person=moved.owner, ledger=moved.id, card="digest:2026-W47", verdict="dismissed", now=NOW)
        assert send_digests(NOW) == 0
        assert mailoutbox == []

    def test_goes_to_nobody_who_did_not_ask_for_it(self, moved: Home, mailoutbox: Outbox) -> None:
        want_digest(moved.owner, "")
        assert send_digests(NOW) == 0

    def test_goes_nowhere_without_a_mail_host(
        self, moved: Home, settings: Settings, mailoutbox: Outbox
    ) -> None:
        settings.EMAIL_HOST = ""
        assert send_digests(NOW) == 0
        settings.EMAIL_HOST = "mail.example"
        assert send_digests(NOW) == 1

    def test_is_tried_again_after_an_hour_when_the_host_was_away(
        self, moved: Home, settings: Settings, mailoutbox: Outbox
    ) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        assert send_digests(NOW) == 0
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        soon = NOW + TRY_AGAIN
        assert [send_digests(now) for now in (soon - timedelta(minutes=1), soon, soon)] == [0, 1, 0]


class TestWantDigest:
    @pytest.mark.parametrize("address", ["asha", "a@b", "asha@example.org\nBcc: x@example.org", "@"])
    def test_refuses_what_is_no_address(self, home: Home, address: str) -> None:
        with pytest.raises(AddressMalformed, match="no e-mail address"):
            want_digest(home.owner, address)


class TestNextMonday:
    def test_is_the_same_instant_all_week(self) -> None:
        days = [datetime(2026, 11, day, 12, tzinfo=UTC) for day in range(16, 23)]
        assert {next_monday(day, "Asia/Kolkata").isoformat() for day in days} == {"2026-11-23T07:00:00+05:30"}

    def test_comes_on_the_monday_itself(self) -> None:
        early = datetime(2026, 11, 23, 5, 59, tzinfo=UTC)
        assert next_monday(early, "Europe/Berlin") == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
