"""A place that was looked for, as lines for a terminal and as one object for a program."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from untold.claims.accounts import accounts_kept
from untold.cli.directions import isolated, wrapped
from untold.incidents.places.doubts import doubts_of
from untold.incidents.places.gazetteer import gazetteer
from untold.incidents.places.objects import place_object
from untold.incidents.places.own_places import own_places
from untold.incidents.places.resolution import Candidate, PlaceQuery, Resolution
from untold.incidents.places.resolving import resolve

_INDENT = " " * 8
_MOST = 5  # accounts that are named


@dataclass(frozen=True, slots=True)
class Located:
    """A resolution, and what is odd about the point that was chosen."""

    resolution: Resolution
    doubts: tuple[str, ...]


def located(query: PlaceQuery, casebook: Path | None) -> Located:
    """Return where a query lies, by the gazetteer and the casebook's own places."""
    own = own_places(accounts_kept(casebook)) if casebook is not None else None
    resolution = resolve(query, gazetteer(), own)
    chosen = resolution.chosen
    if chosen is None or chosen.origin != "coordinates":
        return Located(resolution, ())
    return Located(resolution, doubts_of(chosen.lat, chosen.lon, country=query.country, admin1=query.admin1))


def place_json(answer: Located) -> str:
    """Return one JSON object: schema, resolution, doubts."""
    whole = msgspec.json.encode(place_object(answer.resolution, answer.doubts))
    return msgspec.json.format(whole, indent=2).decode() + "\n"


def place_lines(answer: Located) -> str:
    """Return the verdict with its reason, then each candidate with its score and what speaks for and against it."""
    return "".join(f"{line}\n" for line in _lines(answer))


def _lines(answer: Located) -> Iterator[str]:
    found = answer.resolution
    yield wrapped(f"{found.verdict}: {found.reason}")
    if found.radius_km is not None:
        yield f"known as {found.precision}, within {_kilometres(found.radius_km)} km nine times in ten"
    yield from (wrapped(f"note: {note}") for note in (*found.flags, *answer.doubts))
    for candidate in found.candidates:
        yield from _candidate_lines(candidate, is_chosen=candidate == found.chosen)


def _candidate_lines(candidate: Candidate, *, is_chosen: bool) -> Iterator[str]:
    names = " · ".join(filter(None, (candidate.name, candidate.name_local)))
    where = ", ".join(filter(None, (candidate.admin1, candidate.country)))
    people = f", {candidate.population:,} people" if candidate.population else ""
    point = f"{candidate.lat:.5f}, {candidate.lon:.5f}"
    mark = "→" if is_chosen else " "
    yield wrapped(f"{candidate.score:.2f} {names} ({where}{people})", indent=f"{mark} ")
    yield f"{_INDENT}{isolated(f'{point} · {candidate.precision} · {candidate.id}')}"
    yield from (wrapped(reason, indent=_INDENT) for reason in candidate.reasons)
    if candidate.accounts:
        more = " …" if len(candidate.accounts) > _MOST else ""
        yield wrapped(f"from {', '.join(candidate.accounts[:_MOST])}{more}", indent=_INDENT)


def _kilometres(radius: float) -> str:
    return f"{radius:,.0f}" if radius >= 10 else f"{radius:g}"  # noqa: PLR2004 (a decimal of ten kilometres says nothing)
