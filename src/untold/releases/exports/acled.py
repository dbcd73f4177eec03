"""Incidents in ACLED's 31 columns: one day, one number of fatalities, one kind of event.

ACLED's number is the most conservative one, which is our floor; it writes a
number where its sources give none, and we do not. Its kinds of events and
actors are decided by its own coders: only what follows from the means is here.

Source: ACLED codebook (columns, precision codes, fatalities).
"""

from collections.abc import Mapping
from datetime import date

from untold.claims.columns.acled import ACLED, WORDS
from untold.codebook.places import country_name
from untold.codebook.vocabularies import geo_crosswalk
from untold.releases.exports.case import Case
from untold.releases.exports.casualties import number, of_everybody
from untold.releases.exports.codes import number_of
from untold.releases.exports.days import Days, days_of

COLUMNS = ACLED.columns
_TIMES = {"day": "1", "days": "2", "week": "2", "month": "3", "year": "3"}
# Means that ACLED's names of kinds hold too: air/drone strike, shelling/artillery/missile, explosive/landmine/IED.
_ALIKE = {
    "drone_strike": "airstrike",
    "helicopter": "airstrike",
    "missile_rocket": "artillery",
    "naval_bombardment": "artillery",
    "mine_uxo": "ied",
}
_REMOTE = "Explosions/Remote violence"
_DISORDER = "Political violence"


def row_of(case: Case) -> Mapping[str, str] | None:
    """Return the cells of an incident; null without a date, which every event of ACLED's has."""
    incident, days = case.incident, days_of(case.incident)
    day = _middle(days)
    if day is None:
        return None
    sides = [each.name for each in case.parties] + ["", ""]
    kind = _kind(case)
    total = of_everybody(case, "killed")
    return {
        "event_id_cnty": f"{incident.country or ''}{number_of(incident.code)}",
        "event_date": day,
        "year": day[:4],
        "time_precision": _TIMES.get(days.precision or "", ""),
        "disorder_type": _DISORDER if kind else "",
        "event_type": _REMOTE if kind else "",
        "sub_event_type": kind,
        "actor1": sides[0],
        "actor2": sides[1],
        "country": country_name(incident.country) if incident.country else "",
        "admin1": incident.admin1 or "",
        "location": incident.place_name or "",
        "latitude": number(incident.lat),
        "longitude": number(incident.lon),
        "geo_precision": str(geo_crosswalk()[incident.geo_precision].acled) if incident.geo_precision else "",
        "source": "; ".join(case.sources),
        "notes": incident.code,
        "fatalities": number(None if total is None else total.low),
    }


def _kind(case: Case) -> str:
    """Return ACLED's kind of event where all means are of one; nothing where they are several or have none there."""
    kinds = {WORDS.written["sub_event_type"].get(_ALIKE.get(each, each), "") for each in case.incident.means}
    return kinds.pop() if len(kinds) == 1 else ""


def _middle(days: Days) -> str | None:
    if days.first is None or days.last is None:
        return None
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    return (first + (last - first) // 2).isoformat()
