"""Series written by hand: a list of days as its JSON, read by a mapping of our own."""

import json
from collections.abc import Iterable, Mapping

from untold.claims.claim import Claim
from untold.claims.columns import accounts_from_list
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from
from untold.reports.lists import read_list
from untold.tallies.running import Running, Series, running_totals

MAPPING = b"""
name = "vale-daily"
source = "Vale Watch"
country = "SYR"
place = "Wadi Safir"
since = "2016-03-01"
carried = ["none"]
needed = ["day", "killed_cum"]
[columns]
date = "day"
claimant = "by"
hours = "hours"
[words.claimant]
moh = "Vale Health Office"
press = "Vale Press Office"
none = ""
[[counts]]
harm = "killed"
scope = "cumulative"
column = "killed_cum"
definition = "counting"
[[counts]]
harm = "killed"
scope = "period"
column = "killed"
part_of = "killed_cum"
[[counts]]
harm = "killed"
scope = "cumulative"
demographic = "children"
column = "children_cum"
part_of = "killed_cum"
[[counts]]
harm = "killed"
scope = "cumulative"
modality = "estimated"
column = "filled_cum"
"""
TOTAL = "vale-daily.killed_cum"


def day(number: int, total: object, own: object = None, **more: object) -> dict[str, object]:
    """Return the row of a day of March 2016: the running total, and the count of that day alone."""
    return {"day": f"2016-03-{number:02}", "by": "moh", "hours": 24, "killed_cum": total, "killed": own, **more}


def claims_of(*rows: Mapping[str, object]) -> tuple[Claim, ...]:
    """Return the claims of some days."""
    listed = read_list("days.json", json.dumps(rows).encode())
    return accounts_from_list(listed, layout_of(mapping_from("m.toml", MAPPING))).claims


def running(*rows: Mapping[str, object]) -> Running:
    """Return all series of some days."""
    return running_totals(claims_of(*rows))


def series_of(rows: Iterable[Mapping[str, object]], name: str = TOTAL) -> Series:
    """Return one series of some days."""
    return next(series for series in running(*rows).series if series.id == name)
