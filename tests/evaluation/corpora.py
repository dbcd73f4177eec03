"""Where the real texts lie, and how each becomes a report.

They are other people's, so none of them is in the repository: the measures
read them from a folder beside it and are skipped where that folder is absent.
"""

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from untold.reports.plain_text import report_from_text
from untold.reports.report import Report

REPOSITORY = Path(__file__).parents[2]
MUC4 = "muc4_dev_tst12.jsonl"
FA_KES = "fa_kes_half.csv"
AOAV = "aoav_half.csv"


class AbsentTexts(Exception):
    """The texts or labels of a measure are not at hand, so it is not taken."""

    def __init__(self, where: Path) -> None:
        super().__init__(f"{where} is absent (UNTOLD_DATA names the folder of the texts)")
        self.where = where


def data_folder() -> Path:
    """Return the folder of the reference data: `UNTOLD_DATA`, else `../shared/data` beside the repository."""
    return Path(os.environ.get("UNTOLD_DATA") or REPOSITORY.parent / "shared" / "data")


def present(path: Path) -> Path:
    """Return the path of a corpus, or raise `AbsentTexts`."""
    if not path.exists():
        raise AbsentTexts(path)
    return path


def seed_folder() -> Path:
    """Return the folder of the article that the project started from, beside the reference data."""
    return data_folder().parent / "seed"


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus: its unit's id, its report, and the corpus' own row."""

    unit: str
    report: Report
    row: dict[str, Any]


def muc4_documents(path: Path | None = None) -> Iterator[Document]:
    """Yield the MUC-4 messages with their answer keys, in the file's order."""
    with present(path or data_folder() / MUC4).open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Document(row["docid"], report_from_text(row["text"], language="en"), row)


def fa_kes_documents(path: Path | None = None) -> Iterator[Document]:
    """Yield the FA-KES articles, each dated by its `date` column, in the file's order."""
    for row in csv_rows(present(path or data_folder() / FA_KES)):
        published = day_of(row["date"], "%m/%d/%Y")
        report = report_from_text(row["article_content"], published=published, language="en")
        yield Document(row["unit_id"], report, row)


def aoav_documents(path: Path | None = None) -> Iterator[Document]:
    """Yield the AOAV descriptions; a unit is the row's number in the file, of which the header is row 1."""
    for number, row in enumerate(csv_rows(present(path or data_folder() / AOAV)), start=2):
        report = report_from_text(row["Description"], published=row["Date"], language="en")
        yield Document(str(number), report, row)


def seed_report(published: str | None = None) -> Report:
    """Return the seed article as it was pasted, its page's furniture and odd spaces included."""
    path = min(present(seed_folder()).glob("*.txt"))
    return report_from_text(path.read_bytes().decode("utf-8"), published=published, language="en")


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return a file's rows with the line ends inside its cells untouched."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def day_of(words: str, pattern: str) -> str | None:
    """Return a day as an ISO date, or null where the cell holds none.

    >>> day_of("7/10/2016", "%m/%d/%Y")
    '2016-07-10'
    """
    try:
        return datetime.strptime(words.strip(), pattern).date().isoformat()  # noqa: DTZ007 (a day has no clock)
    except ValueError:
        return None
