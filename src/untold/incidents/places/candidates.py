"""The places that a name may mean, and what speaks for and against each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from untold.codebook.folding import is_arabic
from untold.incidents.places.distance import distance_km
from untold.incidents.places.gazetteer import Gazetteer, ListedPlace
from untold.incidents.places.governorates import Governorate, governorates_near
from untold.incidents.places.names import EXACT, FOLDED, SAME_NAME, same_name_score
from untold.incidents.places.own_places import OwnPlace, OwnPlaces
from untold.incidents.places.resolution import Candidate, PlaceQuery

# How much context moves a likeness. Tuned on airwars_coalition_syria_2014_2016.csv, November 2026, for few wrong
# answers: a province that contradicts is worth more than any likeness of names, one that agrees breaks a tie.
_AGREES, _AWAY, _CONTRADICTS = 0.05, 0.1, 0.4
_NEAR_KM, _FAR_KM = 50.0, 150.0


@dataclass(frozen=True, slots=True)
class Sources:
    """Where candidates come from: the gazetteer and the record's own places."""

    gazetteer: Gazetteer
    own: OwnPlaces


@dataclass(frozen=True, slots=True)
class Named:
    """One name to look for, in the scripts in which it is given, with what narrows it."""

    spellings: tuple[str, ...]
    query: PlaceQuery
    units: tuple[Governorate, ...]  # the provinces that are stated; empty: none is


def candidates_for(named: Named, sources: Sources) -> tuple[Candidate, ...]:
    """Return every place that shares a key with one of the spellings, the likeliest first."""
    country = named.query.country
    found: dict[str, OwnPlace | ListedPlace] = {}
    for spelling in named.spellings:
        found |= {place.id: place for place in sources.own.named(spelling, country)}
        found |= {place.id: place for place in sources.gazetteer.named(spelling, country)}
    return _ordered(found.values(), named)


def like_candidates(named: Named, sources: Sources) -> tuple[Candidate, ...]:
    """Return the places of the country whose names look most like one of the spellings: near misses for a person."""
    if named.query.country is None:
        return ()
    index = sources.gazetteer.country(named.query.country)
    found: dict[str, OwnPlace | ListedPlace] = {}
    for spelling in named.spellings:
        for place in index.like(spelling):
            found[place.id] = place
    return _ordered(found.values(), named)


def _ordered(places: Iterable[OwnPlace | ListedPlace], named: Named) -> tuple[Candidate, ...]:
    weighed = (_weighed(_candidate(each), each.names, named) for each in places)
    return tuple(sorted(weighed, key=lambda each: (-each.score, -(each.population or 0), each.id)))


def _candidate(place: OwnPlace | ListedPlace) -> Candidate:
    return _of_own(place) if isinstance(place, OwnPlace) else _of_listed(place)


def _of_own(place: OwnPlace) -> Candidate:
    return Candidate(
        id=place.id, origin="own", name=place.name, name_local=place.name_local, lat=place.lat, lon=place.lon,
        precision=place.precision, country=place.country, admin1=None, score=0.0, reasons=(), accounts=place.accounts,
    )  # fmt: skip


def _of_listed(place: ListedPlace) -> Candidate:
    return Candidate(
        id=place.id, origin="gazetteer", name=place.name, name_local=place.name_local, lat=place.lat, lon=place.lon,
        precision=place.precision, country=place.country, admin1=None, score=0.0, reasons=(),
        population=place.population,
    )  # fmt: skip


def _weighed(candidate: Candidate, names: tuple[str, ...], named: Named) -> Candidate:
    score, reasons = _likeness(names, named.spellings)
    units = governorates_near(candidate.lat, candidate.lon)
    moved, said = _by_unit(units, named.units)
    nearness, told = _by_nearness(candidate, named.query.near)
    score = min(max(score + moved + nearness, 0.0), 1.0)
    admin1 = units[0].name if units else None
    return replace(candidate, score=round(score, 3), reasons=tuple(filter(None, (*reasons, said, told))), admin1=admin1)


def _likeness(names: tuple[str, ...], spellings: Iterable[str]) -> tuple[float, tuple[str, ...]]:
    """Return the mean of how like the names are in each script that is given: two that disagree are no evidence."""
    best: dict[bool, tuple[float, str, str]] = {}
    for spelling in spellings:
        same_script = [name for name in names if is_arabic(name) == is_arabic(spelling)]
        for name in same_script or names:
            found = (same_name_score(spelling, name), spelling, name)
            best[is_arabic(spelling)] = max(best.get(is_arabic(spelling), found), found)
    reasons = tuple(_in_words(*found) for found in sorted(best.values(), reverse=True))
    return sum(score for score, _, _ in best.values()) / len(best), reasons


def _in_words(score: float, spelling: str, name: str) -> str:
    if score >= EXACT:
        return f"{name} is the same name"
    if score >= FOLDED:
        return f"{name} is the same but for its article"
    return (
        f"{name} has the consonants of {spelling}"
        if score >= SAME_NAME
        else f"{name} is like {spelling}, and not the same"
    )


def _by_unit(units: tuple[Governorate, ...], stated: tuple[Governorate, ...]) -> tuple[float, str]:
    if not stated:
        return 0.0, ""
    if shared := next((unit for unit in units if unit in stated), None):
        return _AGREES, f"it lies in {shared.name}, as stated"
    where = units[0].name if units else "no province"
    return -_CONTRADICTS, f"it lies in {where}, not in {' or '.join(unit.name for unit in stated)}"


def _by_nearness(candidate: Candidate, near: tuple[float, float] | None) -> tuple[float, str]:
    if near is None:
        return 0.0, ""
    far = distance_km(candidate.lat, candidate.lon, *near)
    said = f"it lies {far:.0f} km from the point that is given"
    if far <= _NEAR_KM:
        return _AGREES, said
    return (-_CONTRADICTS if far > _FAR_KM else -_AWAY), said
