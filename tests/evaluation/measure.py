"""`python -m tests.evaluation.measure`: how well Untold reads, against floors that only rise.

The table goes to the terminal and so do the misses: they quote other people's
texts, which no file of the repository may.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.evaluation.corpora import AbsentTexts
from tests.evaluation.measurement import Measurement, below_floor

FLOORS = Path(__file__).with_name("floors.json")
PARTS = (
    "muc4",
    "fa_kes",
    "fa_kes_unseen",
    "aoav",
    "seed",
    "articles",
    "calibration",
    "statements",
    "statements_matched",
    "official_statements",
    "docket",
    "strike_lines",
    "source_texts",
    "meltt",
    "generated",
    "lists",
    "copies",
    "grading",
    "places",
    "probabilities",
    "tallies",
    "running",
    "checks",
    "comparison",
    "graphs",
    "latent_class",
    "loglinear",
)
_HIGHEST = 0.999  # a floor of 1 is written by hand alone: it forbids any later gold from being harder
Floors = dict[str, dict[str, Any]]


def measured(part: str) -> list[Measurement]:
    """Return the measures of one part; a part whose texts are absent raises `AbsentTexts`."""
    take: Callable[[], list[Measurement]] = importlib.import_module(f"tests.evaluation.{part}").measure
    return take()


def floors(path: Path = FLOORS) -> Floors:
    """Return the kept floors, and the ceilings of the error measures, by measure."""
    kept: Floors = json.loads(path.read_text(encoding="utf-8"))
    return kept


def bound_of(measurement: Measurement, kept: Floors) -> float | None:
    """Return the floor of a measure, or its ceiling, or null where none is kept."""
    bound: float | None = kept.get(measurement.measure, {}).get("ceiling" if measurement.lower_is_better else "floor")
    return bound


def raised(kept: Floors, measurements: Sequence[Measurement], today: str) -> Floors:
    """Return the floors with every bettered one raised to what was measured, and none lowered.

    >>> raised({"m": {"floor": 0.5}}, [Measurement("m", 0.61234, 9, "c")], "2026-01-01")["m"]["floor"]
    0.612
    >>> raised({"m": {"floor": 0.7}}, [Measurement("m", 0.61234, 9, "c")], "2026-01-01")["m"]["floor"]
    0.7
    """
    return {**kept, **{m.measure: _entry(m, today) for m in measurements if _is_bettered(m, kept)}}


def _is_bettered(measurement: Measurement, kept: Floors) -> bool:
    bound = bound_of(measurement, kept)
    if measurement.measure not in kept or bound is None:
        return False
    new = _rounded(measurement)
    return new < bound if measurement.lower_is_better else new > bound


def _rounded(measurement: Measurement) -> float:
    thousandths = measurement.value * 1000
    if measurement.lower_is_better:
        return -(-thousandths // 1) / 1000
    return min(thousandths // 1 / 1000, _HIGHEST)


def _entry(measurement: Measurement, today: str) -> dict[str, Any]:
    bound = "ceiling" if measurement.lower_is_better else "floor"
    return {bound: _rounded(measurement), "n": measurement.n, "corpus": measurement.corpus, "date": today}


def written(kept: Floors) -> str:
    """Return the floors as their file holds them: a line for each, so that a change shows as one line."""
    lines = (f"  {json.dumps(measure)}: {json.dumps(entry)}" for measure, entry in kept.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def table(measurements: Sequence[Measurement], kept: Floors) -> Iterator[str]:
    """Yield the lines of the table: measure, value, n, floor, ok."""
    yield f"{'measure':<32}{'value':>8}{'n':>7}{'floor':>8}  ok"
    for m in measurements:
        bound = bound_of(m, kept)
        mark = "" if bound is None else f"{'≤' if m.lower_is_better else ''}{bound:.3f}"
        ok = "-" if bound is None else "no" if below_floor(m, bound) else "yes"
        yield f"{m.measure:<32}{m.value:>8.3f}{m.n:>7}{mark:>8}  {ok}"


def misses(measurements: Sequence[Measurement], most: int) -> Iterator[str]:
    """Yield the first misses of each measure, one a line."""
    for m in measurements:
        for miss in m.misses[:most]:
            yield f"{m.measure}\t{miss.unit}\tgold: {miss.gold}\tread: {miss.read}"


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.measure", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part (may be repeated)")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the first N misses of each measure")
    parser.add_argument("--show", default="", metavar="MEASURE", help="list misses of measures that start so")
    parser.add_argument("--raise-floors", action="store_true", help="write the floors that were bettered")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 when a measure is below its floor."""
    chosen = _arguments(words)
    measurements: list[Measurement] = []
    for part in chosen.only or PARTS:
        try:
            measurements += measured(part)
        except AbsentTexts as absent:
            _say(f"{part}: not measured, {absent}")
    kept = floors()
    _say(*table(measurements, kept))
    _say(*misses([m for m in measurements if m.measure.startswith(chosen.show)], chosen.misses))
    if chosen.raise_floors:
        today = datetime.now(UTC).date().isoformat()
        FLOORS.write_text(written(raised(kept, measurements, today)), encoding="utf-8")
    return int(any(below_floor(m, bound_of(m, kept)) for m in measurements))


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
