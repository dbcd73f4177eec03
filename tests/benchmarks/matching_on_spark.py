"""`make bench-spark`: the same match on DuckDB, on a cluster of two workers, and on what is left when one is killed.

The cluster is a real one, on this machine: it shows that the incidents are the
same and what the exchange costs, not how much faster many machines are. Each
row says how many seconds the pairs took; where the incidents differ from
DuckDB's in anything the run ends with 1.
"""

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pyarrow as pa

from tests.benchmarks.accounts import make_accounts
from tests.evaluation.generated import traits_made
from tests.incidents.spark.clusters import Death, Started, one_worker_dies, started
from untold.incidents.matching import Match, Traits, match_accounts
from untold.incidents.matching.blocking import Blocking
from untold.incidents.matching.judgement import STANDING
from untold.incidents.matching.matcher import Engine
from untold.incidents.matching.on_duckdb import pairs_on_duckdb
from untold.incidents.matching.settings import Settings
from untold.incidents.spark import Cluster, pairs_on_spark, spark_session
from untold.incidents.spark.workers import executors

_SIZES = (10_000, 100_000)
_SEED, _PARTS = 21, 8
# Exchanges between the workers at every join: what a killed worker takes along is needed.
_EXCHANGING = {"spark.sql.adaptive.enabled": "false", "spark.sql.autoBroadcastJoinThreshold": "-1"}


def timed(engine: Engine, seconds: list[float]) -> Engine:
    """Return an engine that notes how long it took."""

    def run(traits: Traits, blocking: Blocking, settings: Settings) -> pa.Table:
        start = perf_counter()
        pairs = engine(traits, blocking, settings)
        seconds.append(perf_counter() - start)
        return pairs

    return run


def is_same(one: Match, other: Match) -> bool:
    """Return whether two matches are the same in pairs, incidents, and the links that gave way."""
    return (
        one.found.cast(STANDING).equals(other.found.cast(STANDING))
        and one.clusters == other.clusters
        and one.clustering.unjoined == other.clustering.unjoined
    )


def measure(size: int) -> bool:
    """Match `size` accounts on DuckDB and three times on a cluster, print seconds, and return whether all agree."""
    traits = traits_made(make_accounts(size, _SEED))
    seconds: list[float] = []
    expected = match_accounts(traits, engine=timed(pairs_on_duckdb, seconds))
    print(f"{size:,} accounts, {expected.pairs.num_rows:,} pairs, {len(expected.clusters):,} incidents", flush=True)
    print(f"  duckdb                  {seconds[-1]:7.1f} s", flush=True)
    with TemporaryDirectory(prefix="untold-bench-") as folder, started(Path(folder) / "cluster", "1500m") as cluster:
        rows = [_shown(row, expected) for row in _on_cluster(traits, cluster)]  # all, whatever the first says
        return all(rows)


def _shown(row: tuple[str, float, Match], expected: Match) -> bool:
    name, seconds, found = row
    same = is_same(found, expected)
    print(f"  {name:<24}{seconds:7.1f} s  {'the same incidents' if same else 'OTHER INCIDENTS'}", flush=True)
    return same


def _on_cluster(traits: Traits, cluster: Started) -> Iterator[tuple[str, float, Match]]:
    told = Cluster(cluster.master, executor_memory="1500m", parts=_PARTS, more=_EXCHANGING)
    seconds: list[float] = []
    with spark_session(told) as session:
        engine = timed(partial(pairs_on_spark, session), seconds)
        for name in ("spark, first run", "spark, again"):
            found = match_accounts(traits, engine=engine)
            yield name, seconds[-1], found
        with one_worker_dies(session, cluster, _PARTS) as death:
            found = match_accounts(traits, engine=engine)
        _need_death(death)
        yield f"spark, killed at {death.parts_done} of {death.parts}", seconds[-1], found
        assert executors(session) == 1


def _need_death(death: Death) -> None:
    if death.stage is None:
        raise SystemExit("the match was over before a worker could be killed in it; measure more accounts")


def main() -> int:
    """Measure every size, and return 1 where Spark's incidents are not DuckDB's."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.matching_on_spark", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES), help="how many accounts")
    agreed = [measure(size) for size in parser.parse_args().sizes]
    return int(not all(agreed))


if __name__ == "__main__":
    sys.exit(main())
