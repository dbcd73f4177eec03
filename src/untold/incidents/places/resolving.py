"""Where a place is that a source names: resolved, ambiguous or unknown, with candidates, scores and reasons."""

from dataclasses import replace

from untold.codebook.errors import UnknownWording
from untold.codebook.places import countries, find_place
from untold.incidents.places.candidates import Sources
from untold.incidents.places.gazetteer import Gazetteer
from untold.incidents.places.governorates import stated_governorates
from untold.incidents.places.own_places import OwnPlaces
from untold.incidents.places.precision import coarser, radius_km
from untold.incidents.places.readings import READINGS, Finding, Search, near_misses
from untold.incidents.places.resolution import Candidate, PlaceQuery, Resolution
from untold.incidents.places.wording import read_wording

_MOST = 8  # candidates that are shown
_LONGEST_SHOWN = 60  # characters of what a source states


def resolve(query: PlaceQuery, gazetteer: Gazetteer, own: OwnPlaces | None = None) -> Resolution:
    """Return what a place's name means, as far as the gazetteer and the record's own places can tell.

    The whole phrase is tried as a name first, then what is left without its
    words of nearness; what is narrower than anything known is put in the
    wider place that the phrase names, on that place's rung. Raises
    `UnknownWording` for a country that is no ISO 3166-1 alpha-3 code.

    >>> found = resolve(PlaceQuery("Membij", country="SYR"), Gazetteer())
    >>> found.verdict, found.chosen.name, found.precision
    ('resolved', 'Manbij', 'city')
    >>> resolve(PlaceQuery("near Membij", country="SYR"), Gazetteer()).precision
    'nearby'
    """
    if query.country is not None and query.country not in countries():
        raise UnknownWording(query.country, kind="country (ISO 3166-1 alpha-3)")
    search = Search(query, Sources(gazetteer, own or OwnPlaces()), stated_governorates(query.admin1, query.country))
    seen: list[Candidate] = []
    for phrase in dict.fromkeys(filter(None, (query.name, query.name_local))):
        wording = read_wording(phrase)
        for reading in READINGS:
            finding = reading(search, phrase, wording)
            if finding is not None and (finding.chosen or finding.is_ambiguous):
                return _resolution(
                    search, finding if phrase in {query.name, None} or query.name is None else _doubted(finding)
                )
            seen += finding.candidates if finding is not None else ()
    return _undecided(search, seen)


def _resolution(search: Search, finding: Finding) -> Resolution:
    chosen = finding.chosen
    is_point = chosen is not None and chosen.origin == "coordinates"
    flags = _flags(search, has_looked_up=not is_point)
    shown = finding.candidates[:_MOST]
    if chosen is None:
        return Resolution(search.query, "ambiguous", None, shown, None, None, finding.reason, flags)
    rung = finding.precision or chosen.precision
    reach = max(radius_km(rung), finding.radius_km or 0.0)
    return Resolution(search.query, "resolved", chosen, shown, rung, reach, finding.reason, flags)


def _doubted(finding: Finding) -> Finding:
    """Return a finding by the local name alone, where the other is in no list: it may be that of the town nearby."""
    if finding.chosen is None:
        return finding
    rung = coarser(finding.precision or finding.chosen.precision, "nearby")
    return replace(finding, precision=rung, reason=f"only its name in the other script is known: {finding.reason}")


def _undecided(search: Search, seen: list[Candidate]) -> Resolution:
    """Return an unknown place, with what came nearest to it for a person to look at."""
    candidates = {each.id: each for each in sorted(seen, key=lambda each: each.score)}
    for each in near_misses(search):
        candidates.setdefault(each.id, each)
    shown = tuple(sorted(candidates.values(), key=lambda each: (-each.score, each.id)))[:_MOST]
    known = find_place(search.query.name or "")
    if known is not None and known.kind == "country":
        return Resolution(
            search.query, "unknown", None, (), None, None, f"{known.name} is a country, and no place in it", ()
        )
    reason = "no place of this name is known"
    if shown:
        reason += f"; the likeliest, {shown[0].name}, is not like enough: {'; '.join(shown[0].reasons)}"
    return Resolution(search.query, "unknown", None, shown, None, None, reason, _flags(search, has_looked_up=True))


def _flags(search: Search, *, has_looked_up: bool) -> tuple[str, ...]:
    query = search.query
    flags = []
    if query.admin1 and not search.units:
        flags.append(
            f"no province {query.admin1[:_LONGEST_SHOWN]!r} is known{f' in {query.country}' if query.country else ''}"
        )
    if query.country is None and has_looked_up:
        flags.append("no country is stated: only names spelled letter for letter were looked up")
    return tuple(flags)
