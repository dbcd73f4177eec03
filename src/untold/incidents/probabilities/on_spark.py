"""Splink on Spark: the model that was trained here weighs the pairs there, to the same numbers.

Training looks at a few hundred labels and a sample; weighing looks at every
candidate pair, and that is what a cluster is for. Tables go out and come back
as Parquet, as the rule's do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from untold.incidents.probabilities.comparisons import Dialect
from untold.incidents.probabilities.splinking import heard, need_splink

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True, slots=True)
class OnSpark:
    """Splink on an open session; `folder` is one that the driver and all workers see under the same name."""

    session: "SparkSession"
    folder: Path
    dialect: Dialect = "spark"
    _numbers: Iterator[int] = field(default_factory=count)

    def open(self) -> Any:
        """Return a new interface of Splink's on this engine."""
        from splink import SparkAPI

        # Splink's own Java functions (letter similarities) need its archive on the cluster; none is used here.
        return SparkAPI(  # type: ignore[no-untyped-call]
            spark_session=self.session,
            break_lineage_method="persist",
            num_partitions_on_repartition=int(self.session.conf.get("spark.sql.shuffle.partitions") or "8"),
            register_udfs_automatically=False,
        )

    def put(self, api: Any, table: pa.Table) -> Any:
        """Return the table as Splink's own."""
        name = f"untold_{next(self._numbers)}"
        place = self.folder / f"{name}.parquet"
        pq.write_table(table, place)
        self.session.read.parquet(place.as_uri()).createOrReplaceTempView(name)
        return api.register(name)  # by name: given a table, Splink would look for its like, and leave a socket open

    def fetch(self, table: Any) -> pa.Table:
        """Return a table of Splink's as Arrow."""
        place = self.folder / f"out-{next(self._numbers)}"
        table.as_spark_dataframe().write.parquet(place.as_uri())
        return pq.read_table(place)


@contextmanager
def on_spark(session: "SparkSession", folder: Path | None = None) -> Iterator[OnSpark]:
    """Give Splink a session of its own beside the given one, and a folder for the exchange that is gone afterwards."""
    need_splink()
    with TemporaryDirectory(prefix="untold-splink-", dir=folder) as exchange, heard():
        own = session.newSession()
        try:
            yield OnSpark(own, Path(exchange))
        finally:
            own.catalog.clearCache()
