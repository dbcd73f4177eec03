"""The candidate pairs: every pair that the rule's blocks bring together, with what the rule says of each.

Two matchers that looked at different pairs could not be compared. So Splink
blocks nothing: it is given the rule's own pairs, those among them that a
comparison of the rule forbids.
"""

from collections.abc import Mapping
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from untold.incidents.matching import Match
from untold.incidents.matching.blocking import block
from untold.incidents.matching.on_duckdb import Resources
from untold.incidents.matching.similarity import candidates_sql, explained_sql

COLUMNS = ("a", "b", "by_code", "by_copy", "one_source", "days_apart", "metres", "place_level", "score", "verdict")


def candidates_of(match: Match) -> pa.Table:
    """Return the blocked pairs with the rule's points and verdict (`COLUMNS`), in the order of their accounts."""
    blocking = block(match.traits.table, match.traits.codes, match.settings)
    tables = {"homes": blocking.homes, "probes": blocking.probes}
    return _run(match, candidates_sql(match.settings), tables)


def laid_side_by_side(match: Match, pairs: pa.Table) -> pa.Table:
    """Return what the rule says of pairs (a, b, by_code, by_copy), blocked or not: `COLUMNS`."""
    return _run(match, explained_sql(match.settings), {"pairs": pairs})


def _run(match: Match, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
    with TemporaryDirectory(prefix="untold-match-") as folder:
        given = Resources()
        options: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": given.memory,
            "threads": given.threads,
            "temp_directory": folder,
        }
        with duckdb.connect(config=options) as engine:
            rows = {"traits": match.traits.table, "meetings": match.traits.meetings}
            for name, table in {**rows, **tables}.items():
                engine.register(name, table)
            asked = ", ".join(_asked(match))
            return engine.sql(f"SELECT {asked} FROM ({query}) c ORDER BY a, b").to_arrow_table()  # noqa: S608 - no data


def _asked(match: Match) -> list[str]:
    """Return the columns; a rule that compares no dates or places has none of theirs."""
    given_by = {"days_apart": "date", "metres": "place", "place_level": "place"}
    compared = match.settings.comparisons
    absent = {name for name, comparison in given_by.items() if comparison not in compared}
    return [f"NULL AS {name}" if name in absent else name for name in COLUMNS]
