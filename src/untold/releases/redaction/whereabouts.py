"""Where, as it may leave: names of places that name nobody, and a square in place of a point."""

import re
from dataclasses import dataclass

from untold.claims.account import AccountPlace
from untold.codebook.errors import UnknownWording
from untold.incidents.places.precision import radius_km
from untold.releases.redaction.masking import Masker
from untold.releases.redaction.plain_values import country
from untold.releases.redaction.policy import UNSTATED, Policy
from untold.releases.redaction.squares import Square, published_rung, square_of

_GAZETTEER = re.compile(r"[A-Za-z0-9:._-]{1,40}")
_FINEST_NAMED_KM = 2.0  # a neighbourhood's radius; a gazetteer's number of anything finer is a doorstep's


@dataclass(frozen=True, slots=True)
class Where:
    """A place as it leaves; `is_coarser` where anything but the point was withheld."""

    name: str | None
    name_local: str | None
    admin1: str | None
    country: str | None
    gazetteer_id: str | None
    square: Square | None
    precision: str | None
    is_coarser: bool

    @property
    def lat(self) -> float | None:
        """The latitude of the middle of the square."""
        return None if self.square is None else self.square.lat

    @property
    def lon(self) -> float | None:
        """The longitude of the middle of the square."""
        return None if self.square is None else self.square.lon

    @property
    def cell_degrees(self) -> float | None:
        """The side of the square."""
        return None if self.square is None else self.square.degrees


def where(
    place: AccountPlace,
    policy: Policy,
    masker: Masker,
    *,
    is_protected: bool,
    unsaid: frozenset[str] = frozenset(),
) -> Where:
    """Return a place as it may leave; of a protected one only province and country, and no words of `unsaid`."""
    name, local, admin1 = (
        None if words in unsaid else masker.plain(words) for words in (place.name, place.name_local, place.admin1)
    )
    state = country(place.country)
    if is_protected:
        rung = "province" if admin1 is not None else "country" if state is not None else None
        return Where(None, None, admin1, state, None, None, rung, is_coarser=True)
    rung = _known_rung(place.precision)
    square = square_of(place.lat, place.lon, policy.squares[rung or UNSTATED])
    gazetteer_id = _gazetteer_id(place, rung) if name == place.name else None
    is_coarser = (name, local, admin1) != (place.name, place.name_local, place.admin1)
    return Where(name, local, admin1, state, gazetteer_id, square, published_rung(rung, square), is_coarser)


def _known_rung(precision: str | None) -> str | None:
    """Return a rung of the ladder; what is none is not known, and published as coarsely as that."""
    try:
        radius_km(precision)
    except UnknownWording:
        return None
    return precision


def _gazetteer_id(place: AccountPlace, rung: str | None) -> str | None:
    is_fine = rung is not None and radius_km(rung) < _FINEST_NAMED_KM
    is_one = place.gazetteer_id is not None and _GAZETTEER.fullmatch(place.gazetteer_id) is not None
    return place.gazetteer_id if is_one and not is_fine else None
