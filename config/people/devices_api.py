"""A person's devices: when each synced last, called otherwise, signed out, let in again."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router
from ninja.security import django_auth

from config.people.api import signed_in
from finance import queries, services
from finance.doors import REFUSALS
from finance.schemas import DeviceOut, Strict

router = Router(tags=["people"], auth=django_auth)
ANSWERS = {200: list[DeviceOut], **REFUSALS}


class NameIn(Strict):
    name: str = Field(description="1 to 100 characters")


@router.get("", response=ANSWERS)
def list_devices(request: HttpRequest) -> list[queries.DeviceSeen]:
    """The devices the person has synced with, the latest first."""
    return queries.devices_of(signed_in(request))


@router.patch("/{device}", response=ANSWERS)
def rename_device(request: HttpRequest, device: UUID, given: NameIn) -> list[queries.DeviceSeen]:
    """Call a device otherwise; answers the devices as they are now."""
    services.rename_device(signed_in(request), device, given.name)
    return queries.devices_of(signed_in(request))


@router.post("/{device}/revoke", response=ANSWERS)
def revoke_device(request: HttpRequest, device: UUID) -> list[queries.DeviceSeen]:
    """Sign a device out and refuse its pushes and pulls; what waits there can still be saved as a file."""
    services.revoke_device(signed_in(request), device, now=timezone.now())
    return queries.devices_of(signed_in(request))


@router.post("/{device}/readmit", response=ANSWERS)
def readmit_device(request: HttpRequest, device: UUID) -> list[queries.DeviceSeen]:
    """Let a device that was signed out sync again, once somebody has signed in there."""
    services.readmit_device(signed_in(request), device)
    return queries.devices_of(signed_in(request))
