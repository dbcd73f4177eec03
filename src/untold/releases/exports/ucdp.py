"""Incidents in the 49 columns of UCDP's Georeferenced Event Dataset.

UCDP counts all deaths of an event with a low, a best and a high number, and
divides the best among side A, side B, civilians and unknown people. Which side
somebody fought on is in no incident of ours, so nobody is put on one.

Source: UCDP GED codebook (columns, `date_prec`, `where_prec`).
"""

import math
from collections.abc import Mapping

from untold.claims.columns.ucdp import UCDP, WORDS
from untold.codebook.places import country_name
from untold.codebook.vocabularies import geo_crosswalk
from untold.releases.exports.case import Case
from untold.releases.exports.casualties import GROUPS, Bounds, bounds_of, number, of_everybody, of_groups
from untold.releases.exports.codes import number_of
from untold.releases.exports.days import days_of

COLUMNS = UCDP.columns
_DATE_CODES = {meaning: str(code) for code, meaning in WORDS.numbered("date_prec").items()}
_NO_CIVILIANS = tuple(status for status in GROUPS if status != "civilian")  # the police are a state's side
_CELL = 0.5  # degrees: the side of a cell of PRIO-GRID, whose rows count from the south pole
_CELLS_ACROSS = 720


def row_of(case: Case) -> Mapping[str, str] | None:
    """Return the cells of an incident; null where no death is stated: an event has at least one."""
    total = of_everybody(case, "killed")
    if total is None or total.high == 0:
        return None
    incident, days = case.incident, days_of(case.incident)
    sides = [each.name for each in case.parties] + ["", ""]
    return {
        "id": str(number_of(incident.code)),
        "relid": incident.code,
        "year": (days.first or "")[:4],
        "side_a": sides[0],
        "side_b": sides[1],
        "number_of_sources": str(len(case.sources)) if case.sources else "",
        "source_office": "; ".join(case.sources),
        "where_prec": str(geo_crosswalk()[incident.geo_precision].ucdp) if incident.geo_precision else "",
        "where_coordinates": incident.place_name or "",
        "where_description": _square(case),
        "adm_1": incident.admin1 or "",
        "latitude": number(incident.lat),
        "longitude": number(incident.lon),
        "geom_wkt": _point(case),
        "priogrid_gid": _grid(case),
        "country": country_name(incident.country) if incident.country else "",
        "date_prec": _DATE_CODES.get(days.precision or "", ""),
        "date_start": days.first or "",
        "date_end": days.last or "",
        **_deaths(case, total),
    }


def _deaths(case: Case, total: Bounds) -> Mapping[str, str]:
    civilians = bounds_of(case, "killed", "civilian")
    return {
        "deaths_civilians": number(None if civilians is None else civilians.best),
        "deaths_unknown": number(_others(case, total, civilians)),
        "best": number(total.best),
        "high": number(total.high),
        "low": number(total.low),
    }


def _others(case: Case, total: Bounds, civilians: Bounds | None) -> int | None:
    """Return how many are neither civilians nor on a side: what is left of the best number, or as stated."""
    if bounds_of(case, "killed", None) is None:
        others = of_groups(case, "killed", *_NO_CIVILIANS)
        return None if others is None else others.best
    if total.best is None or civilians is None:
        return total.best
    if civilians.best is None or civilians.best > total.best:
        return None
    return total.best - civilians.best


def _square(case: Case) -> str:
    """Return what the point stands for, which no other column can say."""
    side = case.incident.cell_degrees
    return "" if side is None else f"the point is the middle of a square of {side:g} degrees"


def _point(case: Case) -> str:
    lat, lon = case.incident.lat, case.incident.lon
    return "" if lat is None or lon is None else f"POINT ({number(lon)} {number(lat)})"


def _grid(case: Case) -> str:
    """Return the cell of PRIO-GRID; none where the published square is larger than a cell."""
    incident = case.incident
    if incident.lat is None or incident.lon is None or (incident.cell_degrees or 0) > _CELL:
        return ""
    row = min(math.floor((incident.lat + 90) / _CELL), _CELLS_ACROSS // 2 - 1)
    column = min(math.floor((incident.lon + 180) / _CELL), _CELLS_ACROSS - 1)
    return str(row * _CELLS_ACROSS + column + 1)
