"""Labels made by hand in articles drawn at random, before the reader was tuned on the others.

`GUIDE.md` says how they were made. A label points into the article by
code-point offsets and holds no sentence of it. A drawn article in which there
is no claim is named in a list of its own, so that reading one there counts.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.corpora import csv_rows
from tests.evaluation.reading import Stretch

FOLDER = Path(__file__).parent
PATTERN = "fa_kes_labels*.csv"
UNSEEN = "fa_kes_unseen*.csv"  # held out: measured apart, so that nothing is ever tuned to it
EMPTY = "fa_kes_labels*_empty.txt"  # articles without any claim, one unit a line


@dataclass(frozen=True, slots=True)
class Label:
    """What one number of an article says, to a careful person."""

    unit: str
    stretch: Stretch
    harm: str
    bounds: tuple[int | None, int | None, int | None]  # stated, low, high
    status: str | None
    claimant: str | None  # a slug of the codebook or a name as worded
    places: tuple[str, ...]
    period: tuple[str | None, str | None]
    scope: str
    modality: str
    is_optional: bool

    @property
    def shown(self) -> str:
        """Return harm and bounds as a list of misses shows them."""
        stated, low, high = ("-" if bound is None else str(bound) for bound in self.bounds)
        return f"{self.harm} {stated} [{low}..{high}] at {self.stretch.start}"


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labels of every labelled article, also of those in which there is nothing to read."""

    units: frozenset[str]
    labels: tuple[Label, ...]

    def of(self, unit: str) -> list[Label]:
        """Return one article's labels in the order of its text."""
        return sorted((label for label in self.labels if label.unit == unit), key=lambda label: label.stretch.start)


def labelled(folder: Path = FOLDER, pattern: str = PATTERN) -> Labelled:
    """Return the labels of every label file of a folder, and the articles listed as empty."""
    rows = [row for path in sorted(folder.glob(pattern)) for row in csv_rows(path)]
    empty = [
        unit
        for path in sorted(folder.glob(EMPTY if pattern == PATTERN else pattern.replace(".csv", "_empty.txt")))
        for unit in path.read_text(encoding="utf-8").split()
    ]
    return Labelled(frozenset([*empty, *(row["unit_id"] for row in rows)]), tuple(_label(row) for row in rows))


def _label(row: dict[str, str]) -> Label:
    start = int(row["start"])
    return Label(
        unit=row["unit_id"],
        stretch=Stretch(start, int(row.get("phrase_end") or start + 1)),
        harm=row["harm"],
        bounds=(_bound(row["stated"]), _bound(row["low"]), _bound(row["high"])),
        status=row["status"] or None,
        claimant=row["claimant"].strip() or None,
        places=tuple(name.strip() for name in row["places"].split(";") if name.strip()),
        period=(row["period_start"] or None, row["period_end"] or None),
        scope=row["scope"],
        modality=row["modality"] or "asserted",
        is_optional=bool(row["optional"].strip()),
    )


def _bound(words: str) -> int | None:
    return int(words) if words.strip() else None
