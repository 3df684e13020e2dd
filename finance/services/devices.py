"""A person's devices: noted as they sync, renamed, signed out and let in again."""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.models import Session
from django.db import transaction

from finance.device_names import guessed_name
from finance.errors import DeviceOfAnother, DeviceRevoked, UnknownDevice
from finance.models import Device
from finance.prepared import NUMBERS, UUIDS, PreparedRows
from finance.values import text

NOTED_EVERY = timedelta(seconds=30)
"""A phone that syncs more often is not written down each time."""
NAME = text(100, shortest=1)
OF_PERSON = PreparedRows[Device](
    lambda person, uid: Device.objects.filter(person_id=person, uid=uid), NUMBERS, UUIDS
)
IN_SESSION = "device"
"""Where a session says in which device it is; its key stands nowhere else, so that no backup holds it."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The browser behind a push or a pull: the uid it gives itself (or None), its session, its User-Agent."""

    device: UUID | None
    session: MutableMapping[str, Any]
    agent: str


@contextmanager
def syncing(person: AbstractUser, caller: Caller, now: datetime) -> Iterator[None]:
    """Around a push or a pull: refuses a device that was signed out or is another's, else notes the sync.

    Raises DeviceRevoked, DeviceOfAnother before anything is done. A script has no device and is not noted.
    """
    uid = caller.device
    known = OF_PERSON.first(person.pk, uid) if uid else None
    if uid and known is None and Device.objects.filter(uid=uid).exists():
        raise DeviceOfAnother
    if known and known.revoked_at:
        raise DeviceRevoked
    yield
    if uid:
        note(person, uid, known, caller, now)


def note(person: AbstractUser, uid: UUID, known: Device | None, caller: Caller, now: datetime) -> None:
    if caller.session.get(IN_SESSION) != str(uid):
        caller.session[IN_SESSION] = str(uid)
    if known is None:
        first = {"name": guessed_name(caller.agent), "first_synced": now, "last_synced": now}
        Device.objects.get_or_create(person_id=person.pk, uid=uid, defaults=first)
    elif now - known.last_synced >= NOTED_EVERY:
        Device.objects.filter(pk=known.pk).update(last_synced=now)


def rename_device(person: AbstractUser, uid: UUID, name: str) -> Device:
    """Call a device otherwise, in 1 to 100 characters. Raises UnknownDevice, Malformed."""
    device = device_of(person, uid)
    device.name = NAME(name)
    device.save(update_fields=["name"])
    return device


@transaction.atomic
def revoke_device(person: AbstractUser, uid: UUID, *, now: datetime) -> Device:
    """Sign a device out and refuse its pushes and pulls until it is let in again. Raises UnknownDevice."""
    device = device_of(person, uid)
    device.revoked_at = device.revoked_at or now
    device.save(update_fields=["revoked_at"])
    end_sessions(person, uid, now)
    return device


def end_sessions(person: AbstractUser, uid: UUID, now: datetime) -> None:
    """End every session of the person in that device."""
    whose = {SESSION_KEY: str(person.pk), IN_SESSION: str(uid)}
    for session in Session.objects.filter(expire_date__gt=now).iterator():
        if whose.items() <= session.get_decoded().items():
            session.delete()


def readmit_device(person: AbstractUser, uid: UUID) -> Device:
    """Let a device in again; it still has to sign in. Raises UnknownDevice."""
    device = device_of(person, uid)
    device.revoked_at = None
    device.save(update_fields=["revoked_at"])
    return device


def device_of(person: AbstractUser, uid: UUID) -> Device:
    found = OF_PERSON.first(person.pk, uid)
    if found is None:
        raise UnknownDevice
    return found
