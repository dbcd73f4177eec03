"""Splink at work: one linker for one step, its words heard, and nothing of it left behind.

Splink keeps tables under names of its own and remembers them for whoever comes
next on the same connection, so each step has an interface of its own. What it
has to say goes to a logger; what was not foreseen is a warning of Python's,
which a test takes for an error and a person sees.
"""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import duckdb
import pyarrow as pa

from untold.codebook.errors import EngineUnusable
from untold.incidents.matching import Settings
from untold.incidents.probabilities.comparisons import Dialect
from untold.incidents.probabilities.model import Model, splink_settings

if TYPE_CHECKING:
    from splink import Linker

# Three comparisons of the rule have no unknown: accounts share a code or not, are copies or not, tell one story or
# not. And a level that no pair shows has no m of Splink's: training gives it one.
_FORESEEN = re.compile(
    r"^Warning: No null level found for comparison (copy|story|code)\."
    r"|^WARNING:\nLevel \w+ on comparison \w+ not observed in dataset, unable to train m value"
)


class SplinkEngine(Protocol):
    """What runs Splink: it names its dialect, opens interfaces, and takes and gives Arrow tables."""

    @property
    def dialect(self) -> Dialect:
        """Return the dialect of SQL in which comparisons are written for it."""

    def open(self) -> Any:
        """Return a new interface of Splink's on this engine."""

    def put(self, api: Any, table: pa.Table) -> Any:
        """Return the table as Splink's own."""

    def fetch(self, table: Any) -> pa.Table:
        """Return a table of Splink's as Arrow."""


@dataclass(frozen=True, slots=True)
class OnDuckDB:
    """Splink in this process, on a connection of its own."""

    connection: duckdb.DuckDBPyConnection
    dialect: Dialect = "duckdb"

    def open(self) -> Any:
        """Return a new interface of Splink's on this engine."""
        from splink import DuckDBAPI

        return DuckDBAPI(self.connection)

    def put(self, api: Any, table: pa.Table) -> Any:
        """Return the table as Splink's own."""
        return api.register(table)

    def fetch(self, table: Any) -> pa.Table:
        """Return a table of Splink's as Arrow."""
        return table.as_duckdbpyrelation().to_arrow_table()


@contextmanager
def on_duckdb() -> Iterator[OnDuckDB]:
    """Give Splink a DuckDB in memory, on one thread: sums of floats come out alike every time."""
    need_splink()
    with duckdb.connect(config={"threads": 1, "memory_limit": "3GB"}) as connection, heard():
        yield OnDuckDB(connection)


def need_splink() -> None:
    """Raise `EngineUnusable` where Splink is not installed."""
    try:
        import splink
    except ImportError as error:
        raise EngineUnusable(
            "probabilities", "splink is not installed", "pip install 'untold[probabilities]'"
        ) from error
    del splink


def linker(
    engine: SplinkEngine, api: Any, records: pa.Table, settings: Settings, model: Model | None = None
) -> "Linker":
    """Return a linker over the records, with the model's numbers where there are some."""
    from splink import Linker

    return Linker(
        engine.put(api, records),
        splink_settings(settings, engine.dialect, model),
        log_level=None,
        validate_settings=False,
    )


def predicted(engine: SplinkEngine, records: pa.Table, settings: Settings, model: Model, pairs: pa.Table) -> pa.Table:
    """Return `a`, `b`, `weight` (bits, the prior's among them), `probability` and `mw_<comparison>` of each pair.

    `mw_tf_adj_place_name` is what the rarity of the name adds. `pairs` has `a`
    and `b`, numbers of records; the order is theirs.
    """
    api = engine.open()
    made = linker(engine, api, records, settings, model)
    blocked = pa.table({"match_key": ["0"] * pairs.num_rows, "join_key_l": pairs["a"], "join_key_r": pairs["b"]})
    made.table_management.register_blocked_pairs_for_predict(engine.put(api, blocked))
    found = engine.fetch(made.inference.predict(warning_mode="never"))
    renamed = {"n_l": "a", "n_r": "b", "match_weight": "weight", "match_probability": "probability"}
    found = found.rename_columns([renamed.get(name, name) for name in found.column_names])
    return found.drop_columns(["match_key"]).sort_by([("a", "ascending"), ("b", "ascending")])


class _Heard(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        """Pass on what was not foreseen."""
        said = record.getMessage()
        if not _FORESEEN.match(said):
            warnings.warn(f"splink: {said.strip()}", stacklevel=2)


@contextmanager
def heard() -> Iterator[None]:
    """Turn what Splink logs as warning or error into Python's warnings meanwhile."""
    logger = logging.getLogger("splink")
    before, handler = logger.propagate, _Heard(logging.WARNING)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = before
