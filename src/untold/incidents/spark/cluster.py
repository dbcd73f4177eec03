"""Which cluster, and how much of it: what Spark is told before it starts.

Two clusters that are told differently must not match differently, so all that
could change a result stands here and cannot be changed: the time zone, and
arithmetic that fails rather than wraps around. What may be changed is how
much memory is taken and in how many parts the work is cut.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LOOPBACK = "127.0.0.1"
_HERE = ("local", f"spark://{_LOOPBACK}", "spark://localhost")  # masters for which the driver need not be reachable
_PARTS = 8  # parts of a join between two machines of a few cores; Spark's own 200 are for hundreds


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster by its master's address, and what is asked of it.

    `local[*]` is this machine without a cluster; `spark://host:port` is a
    standalone one. Memory is written as Spark writes it ("2g").
    """

    master: str = "local[*]"
    driver_memory: str = "1g"
    executor_memory: str = "1g"
    parts: int = _PARTS
    more: Mapping[str, str] = field(default_factory=dict)  # further settings of Spark; they cannot change a result

    def settings(self, folder: Path) -> dict[str, str]:
        """Return what Spark is told; `folder` takes what it leaves on this machine's disk."""
        here = {"spark.driver.host": _LOOPBACK, "spark.driver.bindAddress": _LOOPBACK}
        return {
            **_careful(folder),
            **_quick(),
            **(here if self.master.startswith(_HERE) else {}),
            "spark.driver.memory": self.driver_memory,
            "spark.executor.memory": self.executor_memory,
            "spark.sql.shuffle.partitions": str(self.parts),
            **self.more,
            "spark.master": self.master,
            **_fixed(),
        }


def _careful(folder: Path) -> dict[str, str]:
    return {
        "spark.app.name": "untold match",
        "spark.local.dir": str(folder),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.pyspark.python": sys.executable,
        # A machine that dies takes its finished parts with it: they are made again, more than once if need be.
        "spark.task.maxFailures": "8",
        "spark.stage.maxConsecutiveAttempts": "8",
    }


def _quick() -> dict[str, str]:
    """Return what suits one query of a hundred conditions; measured on generated accounts, November 2026."""
    return {
        # Moved below the levels, the last condition would have them computed twice (18.6 s, not 9.0 s, for 2,000).
        "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates",
        # One Java method for the whole query is too long for Java to compile (16.5 s, not 11.7 s, for 10,000).
        "spark.sql.codegen.wholeStage": "false",
    }


def _fixed() -> dict[str, str]:
    return {
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",  # a sum that overflows is an error, as it is in DuckDB
        "spark.sql.caseSensitive": "true",
    }
