"""How long a tally takes: `python -m tests.benchmarks.tallies [--incidents N]`, beside pandas on the same files.

A million incidents with their parties, claims and ranges are made by rule and
written as the Parquet files of a casebook. Then killed civilians are tallied by
month, actor and grade: from the files, and again once they are loaded. Pandas
does the same, and both must give the same numbers.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from untold.tallies.counting import Counting
from untold.tallies.tables import Tables, read_tables, schema_of, write_tables
from untold.tallies.tally import Dimension, TallyScope

MOST_SECONDS_LOADED = 0.3
MOST_SECONDS_FROM_FILES = 3.0
BY: tuple[Dimension, ...] = ("month", "actor", "grade")
KEYS = [f"key_{n}" for n in range(len(BY))]
SUMS = ["incidents", "low", "high", "with_low", "with_high", "silent"]
_ACTORS = [f"actor-{n}" for n in range(12)]
_GRADES = ["confirmed", "contested", "discounted", "fair", "weak"]
_GOVERNORATES = [f"Vale {n}" for n in range(14)]
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one program: from files to the table, of a question that was not asked before, and asked again."""

    from_files: float
    anew: float
    again: float


def make_record(incidents: int, seed: int = 1) -> Tables:
    """Return the tables of so many incidents: ten years, one to three parties, one in twenty without a number."""
    draw = np.random.default_rng(seed)
    days = draw.integers(0, 3650, incidents).astype("timedelta64[D]") + np.datetime64("2011-01-01")
    blamed = _parties(draw, draw.choice([1, 2, 3], incidents, p=[0.8, 0.15, 0.05]))
    return Tables(
        incidents=_incidents(draw, days, blamed),
        parties=blamed,
        accounts=_accounts(incidents),
        places=_empty("places"),
        means=_empty("means"),
        infrastructure=_empty("infrastructure"),
        claims=_empty("claims"),
        ranges=_ranges(draw, incidents),
    )


def tally(counting: Counting) -> pa.Table:
    """Return killed civilians by month, actor and grade."""
    return counting.cells(TallyScope(), BY)


def tally_in_pandas(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the same table by pandas, with the same names."""
    ranges, parties = frames["ranges"], frames["parties"]
    own = ranges[(ranges["harm"] == "killed") & (ranges["status"] == "civilian") & ranges["demographic"].isna()]
    rows = frames["incidents"][["n", "month", "grade"]].merge(
        own[["incident", "low", "high"]], how="left", left_on="n", right_on="incident"
    )
    blamed = parties[parties["role"] != "denied"][["incident", "actor"]]
    rows = rows.rename(columns={"incident": "said"}).merge(blamed, how="left", left_on="n", right_on="incident")
    grouped = rows.groupby(["month", "actor", "grade"], dropna=False, observed=True, sort=True)
    found = grouped.agg(
        incidents=("n", "size"),
        low=("low", "sum"),
        high=("high", "sum"),
        with_low=("low", "count"),
        with_high=("high", "count"),
        said=("said", "count"),
    ).reset_index()
    found["silent"] = found["incidents"] - found.pop("said")
    return found.rename(columns=dict(zip(BY, KEYS, strict=True)))


def frames_of(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the columns that pandas needs, read from the files."""
    needed = {
        "incidents": ["n", "month", "grade"],
        "parties": ["incident", "actor", "role"],
        "ranges": ["incident", "harm", "status", "demographic", "low", "high"],
    }
    return {name: pd.read_parquet(folder / f"{name}.parquet", columns=columns) for name, columns in needed.items()}


def same(ours: pa.Table, theirs: pd.DataFrame) -> bool:
    """Return whether both tables have the same cells with the same sums."""
    return _plain(pd.DataFrame(ours.select([*KEYS, *SUMS]).to_pydict())) == _plain(theirs[[*KEYS, *SUMS]])


def _plain(frame: pd.DataFrame) -> dict[tuple[Any, ...], tuple[int, ...]]:
    keys = [[None if pd.isna(key) else str(key) for key in frame[name]] for name in KEYS]
    sums = [[0 if pd.isna(each) else int(each) for each in frame[name]] for name in SUMS]
    return dict(zip(zip(*keys, strict=True), zip(*sums, strict=True), strict=True))


def time_ours(folder: Path) -> tuple[Timing, pa.Table]:
    """Return how long our tally takes, and what it gives."""
    start = perf_counter()
    with Counting(read_tables(folder), as_of="2026-01-01") as counting:
        found = tally(counting)
        from_files = perf_counter() - start
        anew = _seconds(lambda: counting.cells(TallyScope(harm="injured"), BY))
        again = median(_seconds(lambda: tally(counting)) for _ in range(_ROUNDS))
    return Timing(from_files, anew, again), found


def time_pandas(folder: Path) -> tuple[Timing, pd.DataFrame]:
    """Return how long pandas takes, and what it gives; it keeps nothing between two questions."""
    start = perf_counter()
    frames = frames_of(folder)
    found = tally_in_pandas(frames)
    from_files = perf_counter() - start
    again = median(_seconds(lambda: tally_in_pandas(frames)) for _ in range(_ROUNDS))
    return Timing(from_files, again, again), found


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _incidents(draw: np.random.Generator, days: Any, blamed: pa.Table) -> pa.Table:
    count = len(days)
    parties = np.bincount(blamed["incident"].to_numpy(), minlength=count)
    ends = pa.array(np.concatenate([[0], np.cumsum(parties)]), pa.int32())
    months = pa.array(days.astype("datetime64[M]").astype(str))
    columns = {
        "n": pa.array(np.arange(count), pa.int32()),
        "code": pa.array([f"U-{n:08}" for n in range(count)]),
        "first_day": pa.array(days, pa.date32()),
        "last_day": pa.array(days, pa.date32()),
        "month": months.dictionary_encode(),
        "grade": _drawn(draw, _GRADES, count),
        "governorate": _drawn(draw, _GOVERNORATES, count),
        "parties": pa.array(parties, pa.int32()),
        "actors": pa.ListArray.from_arrays(ends, blamed["actor"].cast(pa.string()).combine_chunks()),
    }
    return _filled("incidents", columns, count)


def _parties(draw: np.random.Generator, parties: Any) -> pa.Table:
    count = int(parties.sum())
    incident = np.repeat(np.arange(len(parties)), parties)
    nth = np.arange(count) - np.repeat(np.cumsum(parties) - parties, parties)
    first = np.repeat(draw.integers(0, len(_ACTORS), len(parties)), parties)
    actors = pa.DictionaryArray.from_arrays(pa.array((first + nth) % len(_ACTORS), pa.int32()), pa.array(_ACTORS))
    columns = {"incident": pa.array(incident, pa.int32()), "actor": actors, "role": _drawn(draw, ["suspected"], count)}
    return _filled("parties", columns, count)


def _accounts(count: int) -> pa.Table:
    return _filled("accounts", {"incident": pa.array(np.arange(count), pa.int32())}, count)


def _ranges(draw: np.random.Generator, incidents: int) -> pa.Table:
    """Return for each incident killed and injured civilians, with everybody killed as their parts make it."""
    return pa.concat_tables(
        [
            _group(draw, incidents, "killed", "civilian"),
            _group(draw, incidents, "injured", "civilian"),
            _group(draw, incidents, "killed", None),
        ]
    ).unify_dictionaries()


def _group(draw: np.random.Generator, incidents: int, harm: str, status: str | None) -> pa.Table:
    said = np.flatnonzero(draw.random(incidents) > 0.05)
    low = draw.integers(0, 20, len(said))
    high = low + draw.integers(0, 6, len(said))
    columns = {
        "incident": pa.array(said, pa.int32()),
        "harm": _drawn(draw, [harm], len(said)),
        "status": pa.array([status] * len(said), pa.string()).dictionary_encode(),
        "low": pa.array(low, pa.int32(), mask=draw.random(len(said)) < 0.03),
        "high": pa.array(high, pa.int32(), mask=draw.random(len(said)) < 0.05),
        "from_parts": pa.array(np.full(len(said), status is None)),
        "has_statuses": pa.array(np.full(len(said), status is None)),
        "has_demographics": pa.array(np.zeros(len(said), bool)),
        "claims": pa.array([[f"r:{n}:0"] for n in said.tolist()], pa.list_(pa.string())),
    }
    return _filled("ranges", columns, len(said))


def _drawn(draw: np.random.Generator, names: list[str], count: int) -> pa.Array:
    numbers = pa.array(draw.integers(0, len(names), count), pa.int32())
    return pa.DictionaryArray.from_arrays(numbers, pa.array(names))


def _filled(name: str, columns: dict[str, Any], count: int) -> pa.Table:
    """Return a table with what is not drawn left null."""
    schema = schema_of(name)
    arrays = [columns.get(each.name, pa.nulls(count, each.type)).cast(each.type) for each in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _empty(name: str) -> pa.Table:
    return schema_of(name).empty_table()


def main() -> int:
    """Measure, print beside pandas, and return 1 where a tally is too slow or the two differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tallies", description=__doc__)
    parser.add_argument("--incidents", type=int, default=1_000_000, help="how many incidents")
    chosen = parser.parse_args()
    with TemporaryDirectory(prefix="untold-tallies-") as name:
        folder = Path(name)
        write_tables(make_record(chosen.incidents), folder)
        ours, found = time_ours(folder)
        peer, theirs = time_pandas(folder)
    is_same = same(found, theirs)
    print(f"tally of {chosen.incidents:,} incidents by {', '.join(BY)}: {found.num_rows:,} cells")
    print("\n".join(_table(ours, peer)))
    print("both give the same numbers" if is_same else "the two DIFFER")
    is_slow = ours.from_files > MOST_SECONDS_FROM_FILES or ours.again > MOST_SECONDS_LOADED
    return int(not is_same or is_slow)


def _table(ours: Timing, peer: Timing) -> Iterator[str]:
    """Yield the seconds of both, how many times slower pandas is, and what is allowed."""
    yield f"{'':<24}{'untold':>10}{'pandas':>10}{'ratio':>8}{'at most':>10}"
    lines = (
        ("from Parquet, s", ours.from_files, peer.from_files, MOST_SECONDS_FROM_FILES),
        ("loaded, s", ours.again, peer.again, MOST_SECONDS_LOADED),
        ("loaded, a new group, s", ours.anew, peer.anew, MOST_SECONDS_LOADED),
    )
    for words, mine, other, limit in lines:
        yield f"{words:<24}{mine:>10.3f}{other:>10.3f}{other / mine:>8.1f}{limit:>10.1f}"


if __name__ == "__main__":
    sys.exit(main())
