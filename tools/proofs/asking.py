"""Requests that schemathesis makes up from the OpenAPI document, sent to where they find something."""

import json
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, TypeAlias
from urllib.parse import urlencode

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.core.result import Ok

Door: TypeAlias = APIOperation[Any, Any, Any, Any]
Made: TypeAlias = Case[Door]
KNOWN_SHARE, PLAUSIBLE_SHARE = 0.85, 0.6
"""How often an id of the address is one that stands, and a body is like one of a phone."""
ODD: Sequence[Any] = (
    None,
    True,
    "",
    "\0",
    "\ud800",
    "x" * 20_000,
    2**53,
    -(2**63),
    2**70,
    1.5,
    [],
    {},
    [[[[[[[[[1]]]]]]]]],
    "2026-02-30",
    "9999-12-31",
    "not-a-uuid",
)
"""What no phone sends."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it leaves: `target` is the path with its query."""

    method: str
    target: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Known:
    """What stands on the server: values for the address by name, and bodies as phones send them, by door."""

    places: Mapping[str, Sequence[object]]
    bodies: Mapping[str, Callable[[Random], Any]]
    mend: Callable[[], None]
    """Lets back in who was let go by what was asked of the people of a ledger."""


@dataclass(slots=True)
class Told:
    """How many requests were answered with which status, and those that were answered with 5xx."""

    statuses: Counter[int] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    @property
    def requests(self) -> int:
        return self.statuses.total()


def ask(
    document: Mapping[str, Any], known: Known, send: Callable[[Asked], int], wanted: int, begin: int
) -> Told:
    """Send `wanted` requests or a few more, evenly over every door, good and bad ones; `begin` is a seed."""
    told, dice = Told(), Random(begin)
    warnings.simplefilter("ignore")
    doors = [
        found.ok()
        for found in schemathesis.openapi.from_dict(dict(document)).get_all_operations()
        if isinstance(found, Ok)
    ]
    round_, each = 0, max(1, min(25, wanted // (2 * len(doors))))
    while told.requests < wanted:
        for door in doors:
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                ask_at(door, mode, each, begin + round_, lambda case: one(case, known, send, dice, told))
        round_ += 1
    return told


def ask_at(door: Door, mode: GenerationMode, times: int, begin: int, put: Callable[[Made], None]) -> None:
    """Up to so many different cases of one door, good or bad ones."""

    @seed(begin)
    @settings(
        max_examples=times,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(door.as_strategy(generation_mode=mode))
    def each(case: Made) -> None:
        put(case)

    try:
        each()
    except schemathesis.errors.SchemathesisError:
        return  # Nothing bad can be made of a door that takes nothing.


def one(case: Made, known: Known, send: Callable[[Asked], int], dice: Random, told: Told) -> None:
    for name in case.path_parameters or {}:
        if known.places.get(name) and dice.random() < KNOWN_SHARE:
            case.path_parameters[name] = str(dice.choice(known.places[name]))
    asked = asked_of(case)
    body = known.bodies.get(f"{case.operation.method.upper()} {case.operation.path}")
    if body and dice.random() < PLAUSIBLE_SHARE:
        like_a_phones = json.dumps(twisted(body(dice), dice)).encode()
        asked = replace(asked, body=like_a_phones, content_type="application/json")
    status = send(asked)
    if asked.target.endswith("/leave") or "/people/" in asked.target:
        known.mend()
    told.statuses[status] += 1
    if status >= 500:
        told.broken.append(f"{status} {asked.method} {asked.target[:200]} {asked.body[:2000]!r}")


def asked_of(case: Made) -> Asked:
    made = case.as_transport_kwargs(base_url="http://server")
    query = urlencode(made.get("params") or {}, doseq=True)
    path = made["url"].removeprefix("http://server")
    body = json.dumps(made["json"]).encode() if "json" in made else made.get("data") or b""
    kind = next((value for name, value in made["headers"].items() if name.lower() == "content-type"), "")
    sent = body if isinstance(body, bytes) else str(body).encode(errors="replace")
    return Asked(made["method"], f"{path}?{query}" if query else path, sent, kind)


def twisted(body: Any, dice: Random) -> Any:
    """The same with, half the time, one value somewhere in it that no phone sends."""
    if dice.random() < 0.5:
        return body
    copy = json.loads(json.dumps(body))
    inside = copy
    while isinstance(inside, dict | list) and inside:
        key = dice.choice(sorted(inside) if isinstance(inside, dict) else range(len(inside)))
        if not isinstance(inside[key], dict | list) or dice.random() < 0.3:
            inside[key] = dice.choice(ODD)
            break
        inside = inside[key]
    return copy
