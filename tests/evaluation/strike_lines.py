"""Whether the belligerent's own log lines are found beside an incident, measured on those that a monitor quotes.

A monitor quotes the lines that it takes for evidence. Of those within a day of
their incident most must be listed, and the lists must stay short enough to be
read: a list of every strike of the week would find them all.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.evaluation.corpora import csv_rows, data_folder, day_of, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.statements import incident_facts
from untold.incidents.official import IncidentFacts, StrikeLine, StrikeLog, Whereabouts

LINES = "uscentcom_strike_lines_2014_2016.csv"
QUOTED = "strike_line_links_half.csv"
_FIRST_ROW = 2  # the header is row 1
_DAYS = 1  # a line further off is quoted for another reason


def measure() -> list[Measurement]:
    """Return the share of quoted lines that are listed, and how many lines are listed for an incident."""
    incidents = {each.code: each for each in incident_facts()}
    lines = {each.id: each for each in strike_lines()}
    log = StrikeLog(lines.values(), Whereabouts(incidents.values()))
    quoted = csv_rows(present(data_folder() / QUOTED))
    listed = {code: {each.line for each in log.vicinity(incidents[code])} for code in incidents}
    return [
        share_right("strike_lines.quoted_listed", QUOTED, _outcomes(quoted, incidents, lines, listed)),
        _length("strike_lines.listed_for_quoted", [len(listed[row]) for row in {row["airwars_id"] for row in quoted}]),
        _length("strike_lines.listed_for_all", [len(each) for each in listed.values()]),
    ]


def strike_lines(path: Path | None = None) -> list[StrikeLine]:
    """Return the log's lines; a line's id is its row in the file."""
    rows = enumerate(csv_rows(present(path or data_folder() / LINES)), start=_FIRST_ROW)
    return [
        StrikeLine(str(number), date.fromisoformat(day), row["location"], row["line"])
        for number, row in rows
        if (day := day_of(row["date"], "%m/%d/%Y")) is not None
    ]


def _outcomes(
    quoted: Sequence[dict[str, str]],
    incidents: dict[str, IncidentFacts],
    lines: dict[str, StrikeLine],
    listed: dict[str, set[str]],
) -> list[Outcome]:
    found = []
    for row in quoted:
        code, line = row["airwars_id"], lines[row["strike_line_row"]]
        first, last = incidents[code].first, incidents[code].last
        if first is None or last is None or max((first - line.day).days, (line.day - last).days) > _DAYS:
            continue
        unit = f"{row['code']} {incidents[code].names[0]}"
        found.append(Outcome(unit, line.id in listed[code], f"{line.day} {line.place}", f"{len(listed[code])} others"))
    return found


def _length(measure: str, lengths: Sequence[int]) -> Measurement:
    return Measurement(measure, sum(lengths) / len(lengths), len(lengths), LINES, lower_is_better=True)
