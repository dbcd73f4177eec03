"""A list with errors of every kind, and what is wrong with each of its rows, known beforehand.

Places and codes are invented. Every tenth row is broken, in turn by each of
the ways below; the rows between them are good, some with what looks broken
and is not: quotes, line breaks, formulas, a code that comes twice.
"""

from collections.abc import Callable
from dataclasses import dataclass

COLUMNS = (
    "code", "date", "date_end", "location", "location_ar", "country", "lat", "lon", "belligerents", "grade",
    "killed_min", "killed_max", "injured_min", "injured_max", "summary",
)  # fmt: skip
Cells = dict[str, str]


@dataclass(frozen=True)
class Broken:
    """One way to break a row: in which column it shows, null for the whole row, and whether it refuses the row."""

    column: str | None
    is_refused: bool
    apply: Callable[[Cells], bytes]


@dataclass(frozen=True)
class BrokenList:
    """The file, the faults it must be told of as (row, column), and the codes of the rows that must be in."""

    content: bytes
    faults: frozenset[tuple[int, str | None]]
    good: frozenset[str]


def broken_list(rows: int, *, share: int = 10) -> BrokenList:
    """Return a list of so many rows, of which every `share`-th is broken."""
    lines: list[bytes] = [",".join(COLUMNS).encode()]
    faults: set[tuple[int, str | None]] = set()
    good: set[str] = set()
    for n in range(rows):
        cells = _good(n)
        number = n + 2  # the header is row 1, as a spreadsheet counts
        if n % share:
            lines.append(_line(cells))
            good.add(cells["code"])
            continue
        way = WAYS[(n // share) % len(WAYS)]
        lines.append(way.apply(cells))
        faults.add((number, way.column))
        if not way.is_refused:
            good.add(cells["code"])
    return BrokenList(b"\n".join(lines) + b"\n", frozenset(faults), frozenset(good))


def _good(n: int) -> Cells:
    return {
        "code": f"X{n}",
        "date": f"20{10 + n % 15}-{1 + n % 12:02}-{1 + n % 28:02}",
        "date_end": "",
        "location": ("Tal Zahra", "Wadi Safir, north", '"Old" Vale', "=Tal()")[n % 4],
        "location_ar": "تل زهرة",
        "country": "Syria",
        "lat": f"{34 + n % 300 / 100:.2f}",
        "lon": f"{37 + n % 400 / 100:.2f}",
        "belligerents": "U.S.-led Coalition",
        "grade": "Fair",
        "killed_min": str(n % 9),
        "killed_max": str(n % 9 + n % 3),
        "injured_min": "",
        "injured_max": "",
        "summary": ("", "One line.", "Two\nlines, the second longer.", "- a dash")[n % 4],
    }


def _line(cells: Cells) -> bytes:
    return ",".join(_quoted(cells[column]) for column in COLUMNS).encode()


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ',"\n'):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


def _cell(column: str, value: str, *, is_refused: bool = True) -> Broken:
    return Broken(column, is_refused, lambda cells: _line({**cells, column: value}))


def _whole(change: Callable[[bytes], bytes]) -> Broken:
    return Broken(
        None, is_refused=True, apply=lambda cells: change(_line({**cells, "summary": "", "location": "Vale"}))
    )


WAYS = (
    _cell("code", ""),
    _cell("killed_min", "several"),
    _cell("killed_max", "-3"),
    _cell("killed_min", "3.5"),
    _cell("killed_min", "999999999999999999999"),
    _cell("injured_min", "=1+1"),
    _cell("killed_min", "12", is_refused=False),  # above its maximum
    _cell("date", "14/03/2016"),
    _cell("date", "2016-02-30"),
    _cell("date", "yesterday"),
    _cell("date_end", "2016-13-01"),
    _cell("date_end", "1999-01-01"),
    _cell("lat", "91"),
    _cell("lat", "north"),
    _cell("lon", "-181"),
    _cell("lon", "inf"),
    _cell("lon", "1e999"),
    _cell("country", "Atlantis", is_refused=False),
    _cell("grade", "Splendid", is_refused=False),
    _whole(lambda line: line + b",one,cell,more"),
    _whole(lambda line: line.rpartition(b",")[0].rpartition(b",")[0]),
    _whole(lambda line: line.replace(b"Vale", b'"Vale')),  # a quote that nobody closes
    _whole(lambda line: line.replace(b"Vale", b"Val\xe9")),  # another encoding
    _whole(lambda line: line[:6]),
)
