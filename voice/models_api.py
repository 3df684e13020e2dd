"""The speech models of this server, for the settings page: what is here, install, use, remove."""

import asyncio
from collections.abc import Mapping

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from ninja import Router, Schema, Status
from ninja.security import django_auth

from finance import permissions
from finance.schemas import Given
from finance.wording import say
from voice import speech_models
from voice.installer import beside, installation, official
from voice.installer.errors import OwnersOnly, UnknownModel
from voice.installer.official import OfficialModel
from voice.installer.standing import Installation, is_running, standing
from voice.speech_models import SpeechModel

router = Router(tags=["voice"], auth=django_auth)


class ModelOut(Schema):
    name: str
    language: str
    bytes: int
    starter: bool
    in_use: bool


class InstallationOut(Schema):
    """`problem` is a sentence; while it is empty and nothing runs, the installation was cut off."""

    name: str
    step: str
    done: int
    total: int
    running: bool
    problem: str


class ModelsOut(Schema):
    models: list[ModelOut]
    installation: InstallationOut | None
    may_change: bool


class OfficialOut(Schema):
    name: str
    language: str
    locale: str
    bytes: int


class NameIn(Given):
    name: str


@router.get("", response=ModelsOut)
def models(request: HttpRequest) -> dict[str, object]:
    """Every model here, and how the installation stands that was begun last."""
    return everything(request)


@router.get("/official", response=list[OfficialOut])
async def official_models(request: HttpRequest) -> list[OfficialModel]:
    """The small models that Vosk offers, of every language. 503 when its list cannot be reached."""
    return [model for model in await asyncio.to_thread(official.listed) if model.small]


@router.post("/install", response={202: ModelsOut})
def install(request: HttpRequest, given: NameIn) -> Status[dict[str, object]]:
    """Begin to install an official model, or go on with it; GET tells how it stands."""
    allow_owners(request)
    beside.start(given.name)
    return Status(202, everything(request))


@router.post("/use", response=ModelsOut)
def use(request: HttpRequest, given: NameIn) -> dict[str, object]:
    """Use a model for its language."""
    allow_owners(request)
    model = speech_models.named(given.name)
    if model is None:
        raise UnknownModel({"name": given.name})
    speech_models.choose(model)
    return everything(request)


@router.post("/remove", response=ModelsOut)
def remove(request: HttpRequest, given: NameIn) -> dict[str, object]:
    """Take an installed model away."""
    allow_owners(request)
    installation.remove(given.name)
    return everything(request)


def allow_owners(request: HttpRequest) -> None:
    """The server's models are everybody's: only who owns a ledger here may change them. Raises OwnersOnly."""
    if not permissions.owns_a_ledger(signed_in(request)):
        raise OwnersOnly


def signed_in(request: HttpRequest) -> AbstractUser:
    """The person behind the request; `django_auth` has let nobody else through."""
    assert isinstance(request.user, AbstractUser)
    return request.user


def everything(request: HttpRequest) -> dict[str, object]:
    running = is_running()
    now = standing()  # read after: what has ended says how
    language = getattr(request.user, "language", "en")
    return {
        "models": [model_out(model) for model in speech_models.available()],
        "installation": installation_out(now, running, language) if now else None,
        "may_change": permissions.owns_a_ledger(signed_in(request)),
    }


def model_out(model: SpeechModel) -> ModelOut:
    in_use = speech_models.current(model.language) == model
    return ModelOut(
        name=model.name, language=model.language, bytes=model.bytes, starter=model.starter, in_use=in_use
    )


def installation_out(now: Installation, running: bool, language: str) -> InstallationOut:
    return InstallationOut(
        name=now.name,
        step=now.step,
        done=now.done,
        total=now.total,
        running=running,
        problem=sentence(now.problem, now.values, language),
    )


def sentence(code: str, values: Mapping[str, object], language: str) -> str:
    return say(f"error.{code}", values, language=language) if code else ""
