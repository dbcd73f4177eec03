"""Where the record knows a name to lie: by its own incidents first, by a gazetteer where they do not know it.

The villages where strikes fall are in no small gazetteer, but the record has
been there before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from untold.incidents.official.facts import IncidentFacts, bare_name
from untold.incidents.places import gazetteer as places
from untold.incidents.places.distance import distance_km
from untold.incidents.places.names import SAME_NAME, name_keys, same_name_score
from untold.incidents.places.resolution import PlaceQuery
from untold.incidents.places.resolving import resolve

Point = tuple[float, float]
Gazetteer = Callable[[str], Sequence[Point]]


def listed_points(country: str) -> Gazetteer:
    """Return a gazetteer of one country's populated places: the point of a name that means one of them, else none.

    >>> [(round(lat), round(lon)) for lat, lon in listed_points("SYR")("Membij")]
    [(37, 38)]
    """
    listed = places.Gazetteer()

    def points(name: str) -> tuple[Point, ...]:
        found = resolve(PlaceQuery(name, country=country), listed).chosen
        return ((found.lat, found.lon),) if found is not None else ()

    return points


class Whereabouts:
    """The points of names, asked again and again; the same incidents give the same answers in any order."""

    def __init__(self, incidents: Iterable[IncidentFacts], gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer
        self._asked: dict[str, tuple[Point, ...]] = {}
        self._by_key: dict[str, list[tuple[str, Point]]] = defaultdict(list)
        for each in incidents:
            if each.point is not None and each.names:
                name = bare_name(each.names[0])
                for key in name_keys(name):
                    self._by_key[key].append((name, each.point))

    def points(self, name: str) -> tuple[Point, ...]:
        """Return where a name lies: the middle one of the record's own points, else the gazetteer's, else nowhere."""
        if name not in self._asked:
            self._asked[name] = self._found(bare_name(name))
        return self._asked[name]

    def _found(self, name: str) -> tuple[Point, ...]:
        near = {pair for key in name_keys(name) for pair in self._by_key.get(key, ())}
        own = [point for other, point in sorted(near) if same_name_score(name, other) >= SAME_NAME]
        if own:
            return (min(own, key=lambda point: (_middling(point, own), point)),)
        return tuple(self._gazetteer(name)) if self._gazetteer is not None else ()


def _middling(point: Point, others: Sequence[Point]) -> float:
    return median(distance_km(point[0], point[1], lat, lon) for lat, lon in others)
