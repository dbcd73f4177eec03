"""The last match, kept as Parquet beside the record, so that the next one need not begin again.

Nothing in it is a source: whoever deletes the folder `matching/` loses time
and no knowledge. A folder that another version wrote is passed over.
"""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from untold.incidents.matching.blocking import HotBlock
from untold.incidents.matching.clustering import Clustering
from untold.incidents.matching.joining import Unjoined
from untold.incidents.matching.judgement import STANDING
from untold.incidents.matching.matcher import Match
from untold.incidents.matching.settings import Settings
from untold.incidents.matching.similarity import pairs_sql
from untold.incidents.matching.traits import CODES, MEETINGS, SCHEMA, Traits
from untold.reports.casebook import Casebook
from untold.reports.replacing import replace_file

FOLDER = "matching"
_VERSION = 1
_TABLES = {"traits": SCHEMA, "codes": CODES, "meetings": MEETINGS, "found": STANDING, "pairs": STANDING}


class _Rest(msgspec.Struct, frozen=True):
    """What of a match is no table."""

    version: int
    rule: str  # the digest of the rule's text: another rule's pairs are of no use
    settings: Settings
    judged: list[tuple[str, str, str]]
    unjoined: list[Unjoined]
    left_out: list[HotBlock]
    too_wide: list[str]


def keep_match(casebook: Casebook, match: Match) -> None:
    """Replace the match that the casebook keeps; what says that it is whole is written last."""
    casebook.path(f"{FOLDER}/match.json").unlink(missing_ok=True)
    tables = {
        "traits": match.traits.table,
        "codes": match.traits.codes,
        "meetings": match.traits.meetings,
        "found": match.found.cast(STANDING),
        "pairs": match.pairs,
        "labels": pa.table({"label": match.clustering.label}),
    }
    for name, table in tables.items():
        replace_file(casebook.path(f"{FOLDER}/{name}.parquet"), _parquet(table))
    judged = [(a, b, verdict) for (a, b), verdict in match.judged.items()]
    rest = _Rest(
        _VERSION,
        _digest(match.settings),
        match.settings,
        judged,
        [*match.clustering.unjoined],
        [*match.left_out],
        [*match.too_wide],
    )
    replace_file(casebook.path(f"{FOLDER}/match.json"), msgspec.json.encode(rest))


def match_kept(folder: Path) -> Match | None:
    """Return the match that a casebook keeps, or null where there is none that this version can use."""
    try:
        rest = msgspec.json.decode((folder / FOLDER / "match.json").read_bytes(), type=_Rest)
        tables = {name: pq.read_table(folder / FOLDER / f"{name}.parquet") for name in (*_TABLES, "labels")}
    except (OSError, msgspec.MsgspecError, pa.ArrowException):
        return None
    if (rest.version, rest.rule) != (_VERSION, _digest(rest.settings)) or any(
        tables[name].schema != schema for name, schema in _TABLES.items()
    ):
        return None
    return Match(
        Traits(tables["traits"], tables["codes"], tables["meetings"]),
        tables["found"],
        tables["pairs"],
        Clustering(np.asarray(tables["labels"]["label"], dtype=np.int64), tuple(rest.unjoined)),
        tuple(rest.left_out),
        tuple(rest.too_wide),
        {(a, b): verdict for a, b, verdict in rest.judged},
        rest.settings,
    )


def _digest(settings: Settings) -> str:
    return sha256(pairs_sql(settings).encode()).hexdigest()


def _parquet(table: pa.Table) -> bytes:
    out = BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()
