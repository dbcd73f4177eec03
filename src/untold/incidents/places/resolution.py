"""What a place's name was found to mean: the candidates, the one chosen if one may be, and why."""

from dataclasses import dataclass
from typing import Literal

from untold.claims.account import AccountPlace

Verdict = Literal["resolved", "ambiguous", "unknown"]
Origin = Literal["gazetteer", "own", "governorate", "coordinates"]


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """What a source says of where: a name in one script or both, and what narrows it.

    `country` is ISO 3166-1 alpha-3, `admin1` a province's name in either
    script, `near` a latitude and longitude in degrees that the place is known
    to lie about.
    """

    name: str | None = None
    name_local: str | None = None
    country: str | None = None
    admin1: str | None = None
    near: tuple[float, float] | None = None


def query_of(place: AccountPlace) -> PlaceQuery:
    """Return what an account says of where, without its coordinates."""
    return PlaceQuery(place.name, place.name_local, place.country, place.admin1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with its likeness (0 to 1) after all that speaks for and against it.

    `id` leads to the gazetteer's entry (`geonames:…`) or to the record's own
    place; `population` is null where nobody gives one; `accounts` know an own place.
    """

    id: str
    origin: Origin
    name: str
    name_local: str | None
    lat: float
    lon: float
    precision: str
    country: str | None
    admin1: str | None
    score: float
    reasons: tuple[str, ...]
    population: int | None = None
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A verdict on one query.

    `chosen` is null unless the verdict is resolved: an ambiguous name stays
    ambiguous, with its candidates in order. `precision` is a rung of
    `geo_precision` and `radius_km` what it leaves open, both null where
    nothing is chosen. `flags` are what a person should look at.
    """

    query: PlaceQuery
    verdict: Verdict
    chosen: Candidate | None
    candidates: tuple[Candidate, ...]
    precision: str | None
    radius_km: float | None
    reason: str
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.verdict == "resolved") != (self.chosen is not None):
            msg = f"a {self.verdict} place with {self.chosen!r}"
            raise ValueError(msg)
