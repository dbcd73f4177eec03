"""Tallies on real lists: whether the record adds up to the figures that were published, to the last person.

The article that the project began with prints 519 for one scope, a number that
nobody could recompute. Each figure here was computed from the list's own
columns by somebody else; a tally of the imported and matched list must give it
exactly.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typer.testing import CliRunner

from tests.evaluation.corpora import data_folder, present
from tests.evaluation.lists import WORKBOOK
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.cli.commands import app
from untold.tallies.counting import Counting
from untold.tallies.tables import casebook_tables
from untold.tallies.tally import NamedPeriod, Tally, TallyScope, Window

AIRWARS = "airwars_coalition_syria_2014_2016.csv"
TO = "2016-03-31"
AS_OF = "2026-01-01"


@dataclass(frozen=True, slots=True)
class Published:
    """A figure: incidents, the sum of the minima and of the maxima that there are, and how many have no minimum."""

    incidents: int
    low: int
    known_high: int
    without_low: int | None = None  # null: the figure does not say


# Airwars' own columns, summed: the US-led coalition in Syria to 31 March 2016, by the grades that Airwars states.
COALITION = {
    ("fair and confirmed", "alone"): Published(98, 508, 700, 1),
    ("fair and confirmed", "among several"): Published(100, 515, 712, 1),
    ("all grades", "alone"): Published(171, 701, 959),
    ("all grades", "among several"): Published(197, 881, 1233),
}
GRADES = {"fair and confirmed": ("fair", "confirmed"), "all grades": ()}
# The Bureau's summary, people killed under each president; their windows are the summary's own.
PRESIDENTS = {
    "Bush": (Window(None, "2009-01-19"), Published(51, 410, 595, 0)),
    "Obama": (Window("2009-01-20", "2017-01-19"), Published(373, 2089, 3406, 0)),
    "Trump": (Window("2017-01-20", None), Published(6, 16, 25, 0)),
}


def measure() -> list[Measurement]:
    """Return the share of published figures that the tallies give."""
    return [
        share_right("tallies.coalition", AIRWARS, coalition()),
        share_right("tallies.presidents", WORKBOOK, presidents()),
        share_right("tallies.parts_add_up", AIRWARS, parts()),
    ]


def coalition() -> Iterator[Outcome]:
    """Yield each figure of the coalition in Syria: as published, or what is counted."""
    with counted(AIRWARS, "airwars") as counting:
        for (grades, among), figure in COALITION.items():
            scope = TallyScope(
                actors=("us-led-coalition",),
                is_alone=among == "alone",
                countries=("SYR",),
                window=Window(None, TO),
                grades=GRADES[grades],
                grades_by="source",
            )
            yield outcome(f"{grades}, {among}", figure, counting.count(scope).total)


def presidents() -> Iterator[Outcome]:
    """Yield the people killed under each president: as the workbook prints it, or what is counted."""
    periods = [NamedPeriod(name, window) for name, (window, _) in PRESIDENTS.items()]
    with counted(WORKBOOK, "bureau", periods=periods) as counting:
        table = counting.count(TallyScope(status=None), ("period",))
    found = {cell.by[0][1]: cell for cell in table.cells}
    for name, (_, figure) in PRESIDENTS.items():
        yield outcome(name, figure, found[name])


def parts() -> Iterator[Outcome]:
    """Yield each field that cuts the record into parts: whether its cells add up to the total."""
    with counted(AIRWARS, "airwars") as counting:
        for field in ("month", "year", "country", "governorate", "place"):
            table = counting.count(TallyScope(), (field,))
            sums = [
                sum(getattr(cell, name) or 0 for cell in table.cells) for name in ("incidents", "low", "known_high")
            ]
            total = [table.total.incidents, table.total.low, table.total.known_high]
            yield Outcome(field, sums == total, str(total), str(sums))


def outcome(unit: str, figure: Published, tally: Tally) -> Outcome:
    """Return whether a tally is what was published."""
    found = Published(
        tally.incidents,
        tally.low or 0,
        tally.known_high or 0,
        None if figure.without_low is None else tally.without_low,
    )
    return Outcome(unit, found == figure, str(figure), str(found))


@contextmanager
def counted(file: str, layout: str, **options: Any) -> Iterator[Counting]:
    """Import and match a list in a casebook of its own, as its users would, and open it for counting."""
    path = present(data_folder() / file)
    with TemporaryDirectory(prefix="untold-tally-") as folder:
        cases = Path(folder) / "cases"
        for words in (["import", str(path), "--from", layout], ["match"]):
            done = CliRunner().invoke(app, [*words, "--casebook", str(cases)], catch_exceptions=False)
            assert done.exit_code in {0, 4}
        with Counting(casebook_tables(cases), as_of=AS_OF, **options) as counting:
            yield counting
