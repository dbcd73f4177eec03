"""Published capture tables, each a file of `tables` with its source in the first lines."""

import csv
from pathlib import Path

from untold.estimates.capture_table import CaptureTable, capture_table

TABLES = Path(__file__).with_name("tables")


def published_table(name: str, folder: Path = TABLES) -> CaptureTable:
    """Return the table of a name, from this folder or another that is written alike."""
    lines = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    header, *rows = csv.reader(line for line in lines if not line.startswith("#"))
    counts = {sum(int(cell) << bit for bit, cell in enumerate(row[:-1])): int(row[-1]) for row in rows}
    return capture_table(tuple(header[:-1]), counts, provenance=name)
