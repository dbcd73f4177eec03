"""The tables of a casebook, and their cache: kept under `tallies/` with the hash of what they were made from.

To make the tables of a large record takes a minute, to ask them a second. So
they are kept as Parquet, and each file says what it was made from; a file that
was made from anything else than what the casebook holds now is never used.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.codebook.errors import CasebookError
from untold.incidents.incident import Incident
from untold.incidents.record import incidents_kept
from untold.reports.casebook import check_format, open_casebook
from untold.reports.replacing import newest, replace_file
from untold.tallies.ranging.hierarchy import Hierarchy, shipped_hierarchy
from untold.tallies.tables.independent import copies_in, copies_table
from untold.tallies.tables.making import make_tables
from untold.tallies.tables.ranges import ranges_table
from untold.tallies.tables.record import TABLES, Kept, Tables
from untold.tallies.tally import RangeRule

FOLDER = "tallies"
_MADE_FROM = ("incidents.jsonl", "accounts.jsonl", "claims.jsonl", "hand/claims.csv")
_KEY = b"made_from"  # in a file's metadata
_VERSION = "5"  # rises when the tables would hold something else for the same record
_PIECE = 1 << 20  # bytes hashed at a time


def casebook_tables(folder: Path, rule: RangeRule = "widest", order: Hierarchy | None = None) -> Tables:
    """Return the tables of a casebook with its ranges by a rule: from the cache where it holds them, else made anew.

    What was made is cached where the casebook can be written just now; where
    it is locked or read-only, nothing is. Raises `CasebookError` for a folder
    that is no casebook.
    """
    return _Cabinet(folder, order).tables(rule)


def write_tables(tables: Tables, folder: Path, key: str = "") -> None:
    """Write all tables as files of Parquet into a folder, each with `key`, what they were made from."""
    for name in (*TABLES, "ranges"):
        replace_file(folder / f"{name}.parquet", _parquet(tables.in_memory(name), key))


def read_tables(folder: Path) -> Tables:
    """Return tables as they lie in a folder, with nothing read yet; raises `FileNotFoundError` where one is missing."""
    paths: dict[str, Kept] = {name: folder / f"{name}.parquet" for name in (*TABLES, "ranges")}
    for path in paths.values():
        path.stat()
    return Tables(**paths)


@dataclass(frozen=True)
class _Cabinet:
    """A casebook's tables, each looked up in the cache and made only where it is not there."""

    folder: Path
    order: Hierarchy | None

    def tables(self, rule: RangeRule) -> Tables:
        check_format(self.folder)
        if rule == "widest":
            return self._plain()
        plain = self._plain()
        copies = copies_in(self._kept("copies", "copies", self._copies))
        digest = "" if rule == "majority" else (self.order or shipped_hierarchy()).digest

        def made() -> pa.Table:
            return ranges_table(plain.in_memory("claims"), rule, copies, self.order)

        ranges = self._kept(f"ranges-{rule}", f"{rule} {digest}", made)
        return replace(plain, ranges=ranges, rule=rule, copies=copies, order=self.order)

    @cached_property
    def key(self) -> str:
        """Return the hash of everything that the tables are made from."""
        digest = sha256(_VERSION.encode())
        for name in _MADE_FROM:
            path = newest(self.folder, name)
            digest.update(f"\0{name}\0".encode())
            if path.exists():
                with path.open("rb") as file:
                    while piece := file.read(_PIECE):
                        digest.update(piece)
        return digest.hexdigest()

    @cached_property
    def _record(self) -> tuple[tuple[Incident, ...], dict[str, Account], dict[str, Claim]]:
        accounts = {each.id: each for each in accounts_kept(self.folder)}
        claims = apply_words(kept_claims(self.folder), words_kept(self.folder))
        return incidents_kept(self.folder), accounts, {each.id: each for each in claims}

    def _plain(self) -> Tables:
        paths: dict[str, Kept] = {name: self._path(name) for name in (*TABLES, "ranges")}
        if all(_key_of(path) == self.key for path in paths.values()):
            return Tables(**paths)
        made = make_tables(*self._record)
        self._keep({self._path(name): (made.in_memory(name), self.key) for name in paths})
        return made

    def _kept(self, name: str, beside: str, make: Callable[[], pa.Table]) -> pa.Table:
        """Return one table, from the cache where it was made from the same record and what stands `beside` it."""
        path, key = self._path(name), f"{self.key} {beside}"
        if _key_of(path) == key:
            return pq.ParquetFile(path).read()
        made = make()
        self._keep({path: (made, key)})
        return made

    def _copies(self) -> pa.Table:
        return copies_table(*self._record)

    def _path(self, name: str) -> Path:
        return self.folder / FOLDER / f"{name}.parquet"

    def _keep(self, made: dict[Path, tuple[pa.Table, str]]) -> None:
        """Write tables into the cache; a casebook that cannot be written keeps none, and loses nothing."""
        with suppress(CasebookError, OSError), open_casebook(self.folder):
            for path, (table, key) in made.items():
                replace_file(path, _parquet(table, key))


def _key_of(path: Path) -> str | None:
    """Return what a file of the cache was made from; null where there is none, or it is no such file any more."""
    try:
        found: dict[bytes, bytes] = pq.read_metadata(path).metadata or {}
    except (OSError, pa.ArrowException):
        return None
    return found.get(_KEY, b"").decode()


def _parquet(table: pa.Table, key: str) -> bytes:
    out = BytesIO()
    about = table.schema.metadata or {}
    pq.write_table(table.replace_schema_metadata({**about, _KEY: key.encode()}), out, compression="zstd")
    return out.getvalue()
