"""The peer: MELTT's own example of three lists of car crashes, matched by our rule with its window and taxonomies.

MELTT (Donnay, Dunford, McGrath, Backer and Cunningham, Journal of Conflict
Resolution 63(5), 2019) finds 34 matches among 195 records, and leaves 140
incidents. We count the same, and 32 of the 34 hold the same records. The other
two differ because MELTT takes list after list: it first joins a record of the
second list to one of the first that is 3.6 km off and agrees on coarser levels
alone, so that a record of the third, eighty metres from that one and agreeing
on every finest level, is left to another. We take the surest pair of all
lists first, and so join the two that are eighty metres apart.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pyarrow as pa

from tests.evaluation.corpora import csv_rows, data_folder, present
from tests.evaluation.measurement import Measurement, Miss, Outcome, share_right
from untold.incidents.matching import Match, Traits, match_accounts, read_settings
from untold.incidents.matching.traits import SCHEMA, finished

FOLDER = "meltt_crashMD"
RULE = Path(__file__).with_name("meltt_rule.toml")
SECONDS_OF_MELTT = 37.7  # reported for 8,000 records a list
_TAXONOMIES = {"color": 2, "damage": 1, "model": 3}
_LISTS = (1, 2, 3)
_EPOCH = date(1970, 1, 1)
_COLUMNS = ["kind_1", *(f"{name}_{level}" for name, levels in _TAXONOMIES.items() for level in range(1, levels + 1))]
_TABLE = pa.schema([*SCHEMA, *((name, pa.string()) for name in _COLUMNS)])
Records = frozenset[tuple[int, int]]  # (list, number of the record in it)


def measure() -> list[Measurement]:
    """Return how many of MELTT's matches are ours, how many incidents are left, and how much faster we are."""
    rows = crash_rows(present(data_folder() / FOLDER))
    ours, theirs = matches_of(match_crashes(rows)), meltt_matches(data_folder() / FOLDER)
    same = [Outcome(_worded(each), each in ours, _worded(each), "another match") for each in sorted(theirs, key=sorted)]
    return [
        share_right("meltt.same_matches", FOLDER, same),
        _is_equal("meltt.unique", len(match_crashes(rows).clusters), 140, len(rows)),
        _is_equal("meltt.matches", len(ours), 34, len(rows)),
        _speed(rows),
    ]


def match_crashes(rows: list[dict[str, Any]]) -> Match:
    """Return the match of crash records under MELTT's window and taxonomies."""
    return match_accounts(crash_traits(rows), settings=read_settings(RULE))


def crash_traits(rows: list[dict[str, Any]]) -> Traits:
    """Return crash records as the working tables of a match."""
    return finished(pa.Table.from_pylist(rows, schema=_TABLE), [])


def crash_rows(folder: Path) -> list[dict[str, Any]]:
    """Return the records of the three lists as rows of the working table, each taxonomy as its columns."""
    ladders = {name: _ladder(folder / f"tax_{name}_tax.csv") for name in _TAXONOMIES}
    return [_row(number, record, ladders) for number in _LISTS for record in csv_rows(folder / f"crash{number}.csv")]


def matches_of(match: Match) -> set[Records]:
    """Return the incidents that hold several records."""
    named = (frozenset((int(each[0]), int(each[2:])) for each in cluster) for cluster in match.clusters)
    return {each for each in named if len(each) > 1}


def meltt_matches(folder: Path) -> set[Records]:
    """Return the matches that MELTT finds."""
    return {
        frozenset(
            (number, int(row[f"crash_data{number}_event"]))
            for number in _LISTS
            if row[f"crash_data{number}_event"] != "0"
        )
        for row in csv_rows(folder / "meltt_dups.csv")
    }


def many_times(rows: list[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    """Return at least `size` records a list: the example again and again, each time half a year later."""
    least = min(sum(row["source_name"] == str(number) for row in rows) for number in _LISTS)
    return [
        {
            **row,
            "id": f"{row['id']}:{turn}",
            "day_start": row["day_start"] + 180 * turn,
            "day_end": row["day_end"] + 180 * turn,
        }
        for turn in range(-(-size // least))
        for row in rows
    ]


def _speed(rows: list[dict[str, Any]]) -> Measurement:
    """Return how many times less a match takes, in processor-seconds of all threads: others use the machine too."""
    many = many_times(rows, 8000)
    traits = crash_traits(many)
    taken: list[float] = []
    for _ in range(5):
        start = process_time()
        match_accounts(traits, settings=read_settings(RULE))
        taken.append(process_time() - start)
    return Measurement("meltt.times_faster", SECONDS_OF_MELTT / min(taken), len(many), FOLDER)


def _is_equal(measure: str, ours: int, theirs: int, n: int) -> Measurement:
    misses = () if ours == theirs else (Miss(measure, str(theirs), str(ours)),)
    return Measurement(measure, float(ours == theirs), n, FOLDER, misses)


def _ladder(path: Path) -> dict[tuple[str, str], list[str]]:
    return {
        (row["data.source"], row["base.categories"]): [value for name, value in row.items() if "_level" in name]
        for row in csv_rows(path)
    }


def _row(number: int, record: dict[str, str], ladders: dict[str, dict[tuple[str, str], list[str]]]) -> dict[str, Any]:
    start, end = (date.fromisoformat(record[name]) for name in ("date", "enddate"))
    return {
        "id": f"{number}:{record['event']}",
        "source_name": str(number),
        "day_start": (start - _EPOCH).days,
        "day_end": (end - _EPOCH).days,
        "lat": float(record["latitude"]),
        "lon": float(record["longitude"]),
        "radius_m": 0.0,
        "kind_1": "event" if start == end else "episode",
        **dict(_levels(record, ladders)),
    }


def _levels(record: dict[str, str], ladders: dict[str, dict[tuple[str, str], list[str]]]) -> Iterator[tuple[str, str]]:
    for name in _TAXONOMIES:
        ladder = ladders[name][record["dataset"], record[f"{name}_tax"]]
        yield from ((f"{name}_{level}", value) for level, value in enumerate(ladder, 1))


def _worded(records: Records) -> str:
    return ", ".join(f"{number}:{record}" for number, record in sorted(records))
