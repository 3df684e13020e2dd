from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from config.people.models import Person
from finance import services
from finance.errors import DeviceOfAnother, DeviceRevoked, Malformed, UnknownDevice
from finance.ids import new_id
from finance.models import Device, Transaction
from finance.queries import devices_of
from finance.services.devices import NOTED_EVERY, Caller
from tests.factories import mutation
from tests.finance.conftest import NOW, Home, person

AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36"


def sync(
    who: Person, device: UUID | None, now: datetime = NOW, session: dict[str, Any] | None = None
) -> None:
    with services.syncing(who, Caller(device, {} if session is None else session, AGENT), now):
        pass


class TestSyncing:
    def test_notes_a_device_with_a_guessed_name(self, home: Home) -> None:
        device, session = uuid4(), dict[str, Any]()
        sync(home.alice, device, session=session)
        (seen,) = devices_of(home.alice)
        assert (seen.id, seen.name, seen.first_synced, seen.revoked) == (
            device,
            "Chrome on Android",
            NOW,
            False,
        )
        assert session == {"device": str(device)}

    def test_notes_when_it_synced_last_and_not_too_often(self, home: Home) -> None:
        device = uuid4()
        for later in (timedelta(), NOTED_EVERY / 2, NOTED_EVERY * 2):
            sync(home.alice, device, NOW + later)
        (seen,) = devices_of(home.alice)
        assert (seen.first_synced, seen.last_synced) == (NOW, NOW + NOTED_EVERY * 2)
        sync(home.alice, device, NOW + NOTED_EVERY * 2.5)
        assert devices_of(home.alice) == [seen]

    def test_notes_nothing_of_what_was_refused(self, home: Home) -> None:
        with pytest.raises(RuntimeError), services.syncing(home.alice, Caller(uuid4(), {}, AGENT), NOW):
            raise RuntimeError
        assert devices_of(home.alice) == []

    def test_lets_a_script_without_a_device_pass(self, home: Home) -> None:
        sync(home.alice, None)
        assert devices_of(home.alice) == []

    def test_refuses_a_device_of_somebody_else_before_anything_is_done(self, home: Home) -> None:
        device = uuid4()
        sync(home.alice, device)
        with pytest.raises(DeviceOfAnother), services.syncing(home.bob, Caller(device, {}, AGENT), NOW):
            raise AssertionError
        assert devices_of(home.bob) == []
        sync(home.alice, device)

    def test_goes_on_with_a_device_that_two_people_have_had(self, home: Home) -> None:
        device = uuid4()
        for who in (home.alice, home.bob):
            first = {"name": "x", "first_synced": NOW, "last_synced": NOW}
            Device.objects.create(person_id=who.pk, uid=device, **first)
        services.revoke_device(home.alice, device, now=NOW)
        sync(home.bob, device)
        assert [seen.revoked for who in (home.alice, home.bob) for seen in devices_of(who)] == [True, False]

    def test_refuses_a_device_that_was_signed_out_before_anything_is_done(self, home: Home) -> None:
        device = uuid4()
        sync(home.alice, device)
        services.revoke_device(home.alice, device, now=NOW)
        with pytest.raises(DeviceRevoked), services.syncing(home.alice, Caller(device, {}, AGENT), NOW):
            raise AssertionError
        services.readmit_device(home.alice, device)
        sync(home.alice, device)


class TestADeviceOfAnother:
    def test_is_neither_pushed_from_nor_pulled_to(self, home: Home) -> None:
        browser, device = Client(), uuid4()
        sync(home.alice, device)
        browser.force_login(home.bob)
        spent = mutation("create", "transaction", new_id(), home.spending())
        body = {"device": str(device), "epoch": str(home.ledger.epoch), "mutations": [spent]}
        pushed = browser.post(f"/api/ledgers/{home.id}/push", body, content_type="application/json")
        pulled = browser.get(f"/api/ledgers/{home.id}/pull?device={device}")
        told = [(answer.status_code, answer.json()["error"]["code"]) for answer in (pushed, pulled)]
        assert told == [(401, "device_of_another")] * 2
        assert not Transaction.objects.exists() and devices_of(home.bob) == []


class TestRevokeDevice:
    def test_ends_the_devices_sessions_and_no_others(self, home: Home, client: Client) -> None:
        lost, kept, bobs = (Client() for _ in range(3))
        device = uuid4()
        for browser, who, where in (
            (lost, home.alice, device),
            (kept, home.alice, uuid4()),
            (bobs, home.bob, uuid4()),
        ):
            browser.force_login(who)
            browser.get(f"/api/ledgers/{home.id}/pull?device={where}")
        services.revoke_device(home.alice, device, now=NOW)
        assert [one.get("/api/session").status_code for one in (lost, kept, bobs)] == [401, 200, 200]
        assert Session.objects.count() == 2

    def test_refuses_pushes_and_pulls_after_signing_in_again(self, home: Home) -> None:
        browser, device = Client(), uuid4()
        browser.force_login(home.alice)
        pull = f"/api/ledgers/{home.id}/pull?device={device}"
        assert browser.get(pull).status_code == 200
        services.revoke_device(home.alice, device, now=NOW)
        browser.force_login(home.alice)
        refused = browser.get(pull)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "device_revoked")
        body = {"device": str(device), "epoch": str(home.ledger.epoch), "mutations": []}
        pushed = browser.post(f"/api/ledgers/{home.id}/push", body, content_type="application/json")
        assert (pushed.status_code, pushed.json()["error"]["code"]) == (403, "device_revoked")

    def test_knows_no_device_of_somebody_else(self, home: Home) -> None:
        device = uuid4()
        sync(home.alice, device)
        deeds: list[Callable[[], object]] = [
            lambda: services.revoke_device(home.bob, device, now=NOW),
            lambda: services.readmit_device(home.bob, device),
            lambda: services.rename_device(home.bob, device, "Mine"),
        ]
        for deed in deeds:
            with pytest.raises(UnknownDevice):
                deed()
        assert not devices_of(home.alice)[0].revoked


class TestRenameDevice:
    def test_calls_it_otherwise(self, home: Home) -> None:
        device = uuid4()
        sync(home.alice, device)
        services.rename_device(home.alice, device, "Kitchen tablet")
        sync(home.alice, device, NOW + timedelta(days=1))
        assert [seen.name for seen in devices_of(home.alice)] == ["Kitchen tablet"]

    @pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\x00b", "\ud800"])
    def test_refuses_what_is_no_name(self, home: Home, name: str) -> None:
        device = uuid4()
        sync(home.alice, device)
        with pytest.raises(Malformed):
            services.rename_device(home.alice, device, name)


class TestAPersonWhoGoes:
    def test_takes_their_devices_along(self, db: None) -> None:
        ann = person("ann")
        sync(ann, uuid4())
        ann.delete()
        assert not Device.objects.exists()
