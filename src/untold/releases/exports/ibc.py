"""Incidents in the ten columns of Iraq Body Count's download: civilians killed in Iraq, a minimum and a maximum.

Iraq Body Count counts the police as civilians, has no cell for injuries or for
coordinates, and lists Iraq alone. Its list of individuals cannot be written:
no name of a victim is in a release.

Source: Iraq Body Count, "Methods" and the header of its download.
"""

import re
from collections.abc import Mapping
from datetime import date

from untold.claims.columns.ibc import COLUMNS
from untold.releases.exports.case import Case
from untold.releases.exports.casualties import number, of_groups
from untold.releases.exports.codes import number_of
from untold.releases.exports.days import days_of

__all__ = ["COLUMNS", "row_of"]

_IRAQ = "IRQ"
_SOURCE = "iraq-body-count"
_CODE = re.compile(r"[a-z]{1,3}\d[\w./]*", re.IGNORECASE)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def row_of(case: Case) -> Mapping[str, str] | None:
    """Return the cells of an incident; null outside Iraq, and where no civilian is stated to have been killed."""
    incident, days = case.incident, days_of(case.incident)
    killed = of_groups(case, "killed", "civilian", "police")
    if incident.country != _IRAQ or killed is None or killed.high == 0:
        return None
    return {
        "IBC code": _code(case),
        "Start Date": _day(days.first),
        "End Date": _day(days.last),
        "Time": incident.time_of_day or "",
        "Location": incident.place_name or "",
        "Target": "",
        "Weapons": ", ".join(each.replace("_", " ") for each in incident.means),
        "Reported Minimum": number(killed.low),
        "Reported Maximum": number(killed.high),
        "Sources": ", ".join(case.sources),
    }


def _code(case: Case) -> str:
    """Return Iraq Body Count's own code where one of the accounts has it, else `u` and the incident's number."""
    own = (code for each in case.voices if each.source == _SOURCE for code in each.codes if _CODE.fullmatch(code))
    return next(own, f"u{number_of(case.incident.code)}")


def _day(day: str | None) -> str:
    """Return a day as Iraq Body Count writes it.

    >>> _day("2003-03-20"), _day(None)
    ('20 Mar 2003', '')
    """
    if day is None:
        return ""
    found = date.fromisoformat(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year:04}"
