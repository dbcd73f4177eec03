"""How well official statements find their incidents, measured on the coalition's own and a monitor's incidents.

The incidents know only the monitor's columns: codes, days, names, coordinates
and counts, and nothing that the coalition wrote. Two variants are measured:
statements as printed, and the same without the code and the grid that give
them away. Statements that state no day of their own must link to nothing.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.evaluation.corpora import csv_rows, data_folder, present
from tests.evaluation.measurement import Measurement, Miss, Outcome, share_right
from untold.claims.official_statements import OfficialStatement, read_official_statement
from untold.codebook.vocabularies import geo_crosswalk
from untold.incidents.official import IncidentFacts, StatementLink, StatementLinker
from untold.incidents.official.facts import name_parts
from untold.incidents.places.precision import radius_km

STATEMENTS = "coalition_statements_2014_2016.jsonl"
INCIDENTS = "airwars_coalition_syria_2014_2016.csv"
_FIRST = 3  # candidates that a reviewer looks at


@dataclass(frozen=True, slots=True)
class Linked:
    """One statement with what became of it and the incident that it answers."""

    unit: str
    gold: str
    link: StatementLink


def measure() -> list[Measurement]:
    """Return precision and recall with codes and without, the share found among three, and the false links."""
    rows = statement_rows()
    linker = StatementLinker(incident_facts())
    coded = linked(linker, [row for row in rows if row["code_in_text"]], as_printed=True)
    own = linked(linker, [row for row in rows if row["specific"]], as_printed=False)
    bare = linked(linker, [row for row in rows if not row["specific"]], as_printed=True)
    return [
        *_precision_and_recall("statements.code", coded),
        *_precision_and_recall("statements.hard", own),
        share_right("statements.hard_first_three", STATEMENTS, map(_among_first, own)),
        _false_links(bare),
    ]


def linked(linker: StatementLinker, rows: Iterable[dict[str, Any]], *, as_printed: bool) -> list[Linked]:
    """Return each statement of the list with its link."""
    return [
        Linked(row["statement_id"], row["gold_airwars_id"], linker.link(_read(row, as_printed=as_printed)))
        for row in rows
    ]


def statement_rows(path: Path | None = None) -> list[dict[str, Any]]:
    """Return the coalition's statements in the file's order."""
    with present(path or data_folder() / STATEMENTS).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def incident_facts(path: Path | None = None) -> list[IncidentFacts]:
    """Return the monitor's incidents with nothing of the official side among their facts; a code is the row's id."""
    return [_facts(row) for row in csv_rows(present(path or data_folder() / INCIDENTS))]


def _read(row: dict[str, Any], *, as_printed: bool) -> OfficialStatement:
    day = row["statement_date"]
    published = f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else None
    if not as_printed:
        return read_official_statement(row["text_without_code_or_grid"], published=published)
    statement = read_official_statement(row["text"], published=published)
    grids = [*statement.grids, "".join(row["mgrs"].split())]
    return replace(statement, grids=tuple(dict.fromkeys(filter(None, grids))))


def _facts(row: dict[str, str]) -> IncidentFacts:
    rung = row["geo_accuracy"].replace("neighbourhood_area", "neighbourhood")
    return IncidentFacts(
        code=row["airwars_id"],
        codes=(*row["code"].split(), *row["previous_codes"].split(";")),
        first=date.fromisoformat(row["date"]),
        last=date.fromisoformat(row["date_end"] or row["date"]),
        names=name_parts(row["location"]),
        point=(float(row["lat"]), float(row["lon"])) if row["lat"] else None,
        killed=(_number(row["killed_min"]), _number(row["killed_max"])),
        injured=(_number(row["injured_min"]), _number(row["injured_max"])),
        radius_km=radius_km(rung) if rung in geo_crosswalk() else 0.0,
        admin1=row["governorate"] or row["region"] or None,
    )


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _precision_and_recall(measure: str, links: Sequence[Linked]) -> list[Measurement]:
    """Return the share of links that are right, and the share of statements that are rightly linked."""
    outcomes = [Outcome(each.unit, each.link.incident == each.gold, each.gold, _told(each.link)) for each in links]
    given = [outcome for outcome, each in zip(outcomes, links, strict=True) if each.link.incident is not None]
    return [
        share_right(f"{measure}_precision", STATEMENTS, given),
        share_right(f"{measure}_recall", STATEMENTS, outcomes),
    ]


def _among_first(each: Linked) -> Outcome:
    first = [candidate.incident for candidate in each.link.candidates[:_FIRST]]
    return Outcome(each.unit, each.gold in first, each.gold, ", ".join(first))


def _false_links(links: Sequence[Linked]) -> Measurement:
    false = [each for each in links if each.link.incident not in (None, each.gold)]
    misses = tuple(Miss(each.unit, each.gold, _told(each.link)) for each in false)
    return Measurement(
        "statements.boilerplate_false", float(len(false)), len(links), STATEMENTS, misses, lower_is_better=True
    )


def _told(link: StatementLink) -> str:
    return f"{link.verdict}: {link.incident or link.reason}"
