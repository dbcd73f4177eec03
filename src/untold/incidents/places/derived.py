"""Candidates that no list holds: a point in itself, a whole province, the middle of a way."""

from dataclasses import replace

from untold.codebook.coordinates.point import Point
from untold.incidents.places.distance import midpoint
from untold.incidents.places.governorates import Governorate, governorate_at, outline
from untold.incidents.places.precision import rung_of_radius
from untold.incidents.places.resolution import Candidate


def point_candidate(point: Point, phrase: str) -> Candidate:
    """Return the place that coordinates give, on the rung that their digits allow."""
    unit = governorate_at(point.lat, point.lon)
    return Candidate(
        id=f"point:{point.lat:.5f},{point.lon:.5f}",
        origin="coordinates",
        name=phrase,
        name_local=None,
        lat=point.lat,
        lon=point.lon,
        precision=rung_of_radius(point.radius_km),
        country=unit.country if unit else None,
        admin1=unit.name if unit else None,
        score=1.0,
        reasons=("it is a point in itself",),
    )


def province_candidate(unit: Governorate, reason: str) -> tuple[Candidate, float]:
    """Return a whole province as a place, and the radius in kilometres that covers it."""
    lat, lon, reach = outline(unit)
    whole = Candidate(
        id=f"province:{unit.iso or unit.code or unit.name}",
        origin="governorate",
        name=unit.name,
        name_local=unit.name_local,
        lat=lat,
        lon=lon,
        precision="province",
        country=unit.country,
        admin1=unit.name,
        score=1.0,
        reasons=(reason,),
    )
    return whole, reach


def midway_candidate(one: Candidate, other: Candidate, reason: str) -> Candidate:
    """Return the middle between two places, as a place of its own."""
    lat, lon = midpoint(one.lat, one.lon, other.lat, other.lon)
    return replace(
        one,
        id=f"{one.id}+{other.id}",
        name=f"{one.name} – {other.name}",
        name_local=None,
        lat=lat,
        lon=lon,
        score=min(one.score, other.score),
        reasons=(reason,),
    )
