"""The rule run by Spark: the working tables go out as Parquet, the kept pairs come back as Parquet.

The query is the text that DuckDB runs, not a translation. Everything in it is
whole numbers, comparisons and one square root of doubles, which both engines
round alike, so the pairs are the same to the last digit; they are put in the
order of their accounts, and what follows (judgements, clustering) is the same
code for both.

The tables pass through a folder. With workers on other machines it must be one
that all of them see under the same name.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from untold.codebook.errors import EngineUnusable
from untold.incidents.matching.blocking import Blocking
from untold.incidents.matching.judgement import STANDING
from untold.incidents.matching.matcher import Engine
from untold.incidents.matching.settings import Settings
from untold.incidents.matching.similarity import pairs_sql
from untold.incidents.matching.traits import Traits
from untold.incidents.spark.cluster import Cluster
from untold.incidents.spark.session import first_line, spark_session
from untold.incidents.spark.workers import given_up_without_workers

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_ROWS = 50_000  # rows in a piece of a table; a task reads whole pieces


@dataclass(frozen=True, slots=True)
class _OnSpark:
    """An engine of a match that starts Spark for it."""

    cluster: Cluster
    folder: Path | None

    def __call__(self, traits: Traits, blocking: Blocking, settings: Settings) -> pa.Table:
        if not blocking.probes.num_rows:
            return STANDING.empty_table()  # nothing is new: no cluster need be asked
        with spark_session(self.cluster) as session:
            return pairs_on_spark(session, traits, blocking, settings, folder=self.folder)


def spark_engine(cluster: Cluster | None = None, folder: Path | None = None) -> Engine:
    """Return an engine for `match_accounts` and `match_casebook`; without a cluster it runs on this machine.

    `folder` is where tables are exchanged with the workers; the machine's
    temporary folder (`TMPDIR`) if left out.
    """
    return _OnSpark(cluster or Cluster(), folder)


def pairs_on_spark(
    session: "SparkSession", traits: Traits, blocking: Blocking, settings: Settings, *, folder: Path | None = None
) -> pa.Table:
    """Return all kept pairs, in the order of their accounts: the table that `pairs_on_duckdb` returns.

    Raises `EngineUnusable` where Spark gives up, with its reason.
    """
    tables = {
        "traits": traits.table,
        "meetings": traits.meetings,
        "homes": blocking.homes,
        "probes": blocking.probes,
    }
    with TemporaryDirectory(prefix="untold-match-", dir=folder) as exchange:
        places = {name: Path(exchange) / f"{name}.parquet" for name in tables}
        for name, table in tables.items():
            pq.write_table(table, places[name], row_group_size=_ROWS)
        found = Path(exchange) / "pairs"
        _run(session.newSession(), pairs_sql(settings), places, found)
        return _in_order(pq.read_table(found))


def _run(session: "SparkSession", query: str, places: dict[str, Path], found: Path) -> None:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        with given_up_without_workers(session):
            for name, place in places.items():
                session.read.parquet(place.as_uri()).createOrReplaceTempView(name)
            session.sql(query).write.parquet(found.as_uri())
    except (PySparkException, Py4JError) as error:
        raise EngineUnusable("spark", first_line(error), "what it was doing stands in the workers' logs") from error


def _in_order(pairs: pa.Table) -> pa.Table:
    return pairs.cast(STANDING).sort_by([("a", "ascending"), ("b", "ascending")])
