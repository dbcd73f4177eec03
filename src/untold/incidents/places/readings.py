"""The ways in which a place's wording may be read, from the surest to the vaguest.

Each takes the words as one kind of statement (a name, a grid reference, a road
between two towns, a quarter of a city, a province) and says what it finds; the first that
finds a place, or two that cannot be told apart, is the answer.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from untold.codebook.coordinates.writings import parse_coordinates
from untold.codebook.errors import UnreadableCoordinates
from untold.incidents.places.candidates import Named, Sources, candidates_for, like_candidates
from untold.incidents.places.choosing import ACCEPTED, choose
from untold.incidents.places.derived import midway_candidate, point_candidate, province_candidate
from untold.incidents.places.distance import distance_km
from untold.incidents.places.governorates import Governorate, find_governorates, has_province_word
from untold.incidents.places.own_places import SAME_SPOT_KM
from untold.incidents.places.precision import coarser, radius_km, rung_of_radius
from untold.incidents.places.resolution import Candidate, PlaceQuery
from untold.incidents.places.wording import Piece, Wording

_FEWEST_DIGITS = 4  # of a phrase that may be coordinates
_LONGEST_ROAD_KM = 150.0  # between two towns that a report names to say where on a road
_RELATION_RUNGS = {"at": "village", "quarter": "town", "near": "nearby", "part": "nearby", "countryside": "nearby"}


@dataclass(frozen=True, slots=True)
class Search:
    """A query with where to look and the provinces that it states."""

    query: PlaceQuery
    sources: Sources
    units: tuple[Governorate, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one reading found; `precision` and `radius_km` where the words lower what the candidate alone would give."""

    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    reason: str
    precision: str | None = None
    radius_km: float | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Whether places were found that the name may mean, and none of them could be chosen."""
        return self.chosen is None and any(each.score >= ACCEPTED for each in self.candidates)


def as_written(search: Search, phrase: str, wording: Wording) -> Finding | None:
    """Read the whole phrase as a name, with the name in the other script."""
    del wording
    return _found(search, *dict.fromkeys(filter(None, (phrase, search.query.name, search.query.name_local))))


def as_coordinates(search: Search, phrase: str, wording: Wording) -> Finding | None:
    """Read the phrase as a point, where it holds enough digits to be one."""
    del search, wording
    if sum(character.isdigit() for character in phrase[:200]) < _FEWEST_DIGITS:
        return None
    try:
        point = parse_coordinates(phrase)
    except UnreadableCoordinates:
        return None
    spot = point_candidate(point, phrase)
    return Finding((spot,), spot, "it is a point in itself", radius_km=point.radius_km)


def as_way(search: Search, phrase: str, wording: Wording) -> Finding | None:
    """Read "between A and B" as the middle of the way, open by half its length."""
    del phrase
    if wording.ends is None:
        return None
    one, other = (_found(search, end) for end in wording.ends)
    if one.chosen is None or other.chosen is None:
        return replace(
            one, chosen=None, candidates=one.candidates + other.candidates, reason=f"{one.reason}; {other.reason}"
        )
    return _midway(one.chosen, other.chosen, "half way between")


def as_several(search: Search, phrase: str, wording: Wording) -> Finding | None:
    """Read "A and B" as one vicinity where both lie together, else as two places."""
    del phrase
    if not wording.several:
        return None
    found = [finding.chosen for name in wording.several if (finding := _found(search, name)).chosen]
    if len(found) != len(wording.several):
        return None
    first, last = found[0], found[-1]
    if all(distance_km(first.lat, first.lon, each.lat, each.lon) <= SAME_SPOT_KM for each in found):
        return _midway(first, last, "with")
    return Finding(tuple(found), None, f"{len(found)} places are named: {', '.join(each.name for each in found)}")


def as_pieces(search: Search, phrase: str, wording: Wording) -> Finding | None:
    """Read each piece in turn, the narrowest first; the first that is known holds those before it."""
    is_main = phrase == search.query.name
    seen: list[Candidate] = []
    for n, piece in enumerate((*wording.pieces, *map(Piece, wording.aliases))):
        others = filter(None, (search.query.name_local,)) if n == 0 and is_main and piece.relation == "at" else ()
        finding = _lowered(search, piece, wording.pieces[0].name if n and wording.pieces else None, tuple(others))
        if finding.chosen or finding.is_ambiguous:
            return finding
        seen += finding.candidates
    return Finding(tuple(seen), None, "")


def as_wide(search: Search, phrase: str, wording: Wording) -> Finding | None:
    """Read the phrase as a province's name."""
    del phrase
    for piece in wording.pieces:
        if found := _of_province(search, piece.name, f"{piece.name} is a province's name"):
            return found
    return None


Reading = Callable[[Search, str, Wording], Finding | None]
READINGS: tuple[Reading, ...] = (as_written, as_coordinates, as_way, as_several, as_pieces, as_wide)


def near_misses(search: Search) -> tuple[Candidate, ...]:
    """Return places whose names come near to the query's: shown to a person, never chosen."""
    names = tuple(filter(None, (search.query.name, search.query.name_local)))
    return like_candidates(Named(names, search.query, search.units), search.sources)


def _found(search: Search, *names: str) -> Finding:
    candidates = candidates_for(Named(names, search.query, search.units), search.sources)
    chosen, reason = choose(candidates)
    return Finding(candidates, chosen, reason)


def _lowered(search: Search, piece: Piece, narrower: str | None, others: tuple[str, ...]) -> Finding:
    if piece.relation in {"countryside", "part"} or has_province_word(piece.name):
        province = _of_province(search, piece.name, f"{piece.words} {piece.name}: somewhere in the province".strip())
        if province:
            return province
    finding = _found(search, piece.name, *others)
    if finding.chosen is None:
        return finding
    rung = coarser(finding.chosen.precision, _RELATION_RUNGS["quarter" if narrower else piece.relation])
    rung = coarser(rung, _RELATION_RUNGS[piece.relation])
    said = f"{piece.words} {piece.name}".strip()
    held = f"{narrower!r} is in no list, and {said!r} holds it: " if narrower else f"{said!r}: " if piece.words else ""
    reach = None if piece.away_km is None else piece.away_km + radius_km(finding.chosen.precision)
    return replace(finding, precision=rung, reason=held + finding.reason, radius_km=reach)


def _of_province(search: Search, name: str, reason: str) -> Finding | None:
    units = find_governorates(name, search.query.country)
    if len(units) != 1 or (search.units and units[0] not in search.units):
        return None
    whole, reach = province_candidate(units[0], reason)
    return Finding((whole,), whole, reason, "province", reach)


def _midway(one: Candidate, other: Candidate, words: str) -> Finding:
    far = distance_km(one.lat, one.lon, other.lat, other.lon)
    if far > _LONGEST_ROAD_KM:
        return Finding((one, other), None, f"{one.name} and {other.name} lie {far:.0f} km apart")
    reason = f"{words} {one.name} and {other.name}, {far:.0f} km apart"
    middle = midway_candidate(one, other, reason)
    rung = "nearby" if far / 2 <= radius_km("nearby") else rung_of_radius(far / 2)
    return Finding((middle, one, other), middle, reason, rung, far / 2)
