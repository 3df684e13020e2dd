"""Time zones people choose from, each with the currency that is used there."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

CURRENCIES = Path(__file__).with_name("currencies.json")
"""ISO 3166 country → ISO 4217 currency, as of 2026."""


@dataclass(frozen=True, slots=True)
class Place:
    """A time zone by its present name, the names browsers may still use for it, and its currency."""

    time_zone: str
    also: tuple[str, ...]
    currency: str


@cache
def places() -> tuple[Place, ...]:
    """Every place of the IANA time zone database, by name."""
    countries = _countries()
    former = _former_names(countries)
    by_country: dict[str, str] = json.loads(CURRENCIES.read_text())
    zones = sorted(zone for zone, country in countries.items() if country in by_country)
    return tuple(Place(zone, tuple(former.get(zone, ())), by_country[countries[zone]]) for zone in zones)


@cache
def present_name(time_zone: str) -> str | None:
    """The zone by its present name: "Asia/Calcutta" → "Asia/Kolkata"; None for what is no zone."""
    names = {name: place.time_zone for place in places() for name in (place.time_zone, *place.also)}
    return {**names, "UTC": "UTC"}.get(time_zone)


def currencies() -> list[str]:
    """The currency codes in use somewhere, sorted."""
    return sorted({place.currency for place in places()})


def _countries() -> dict[str, str]:
    rows = (line.split("\t") for line in _lines("zone.tab"))
    return {zone: country for country, _, zone, *_ in rows}


def _former_names(countries: dict[str, str]) -> dict[str, list[str]]:
    former: dict[str, list[str]] = {}
    links = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    for _, present, name in links:
        if name not in countries:
            former.setdefault(present, []).append(name)
    return former


def _lines(name: str) -> list[str]:
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text()
    return [line for line in text.splitlines() if line and not line.startswith("#")]
