"""From what was typed to what was read: files, directories, standard input and addresses.

One bad file among a thousand good ones costs one line on standard error, never
the thousand. Each input is read on its own, so several processes may share the
work; the order of the results is the order of the inputs.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from untold.claims.claim import Claim
from untold.claims.readings import read_report
from untold.reports.opening import open_source
from untold.reports.report import Report
from untold.reports.taken import Taken

# One process takes this many inputs at a time: small enough to share, large enough to be worth the hand-over.
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person said by hand about all the inputs."""

    language: str | None
    published: str | None
    captured_at: str | None  # ISO, UTC; null where nothing is kept


@dataclass(frozen=True, slots=True)
class Reading:
    """One report, the claims that were read in it, and what came in by the door for it."""

    report: Report
    claims: tuple[Claim, ...]
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read, and why, in a line."""

    origin: str
    message: str


def read_inputs(sources: Sequence[str], wish: Wish, *, jobs: int) -> tuple[list[Reading], list[Failure]]:
    """Return what every input held, identical bytes once, and a line for each that could not be read."""
    paths = [path for source in sources for path in _expanded(source)]
    read = partial(read_one, wish=wish)
    found = [result for results in _shown(_mapped(read, paths, jobs), len(paths)) for result in results]
    failures = [result for result in found if isinstance(result, Failure)]
    return _merged([result for result in found if isinstance(result, Reading)]), failures


def read_one(source: str, wish: Wish) -> list[Reading | Failure]:
    """Return the reports of one input with their claims; a failure is a result like another."""
    results: list[Reading | Failure] = []
    for opened in open_source(source, language=wish.language, published=wish.published, captured_at=wish.captured_at):
        if opened.error is not None:
            results.append(Failure(opened.origin, str(opened.error)))
        results += [Reading(taken.report, read_report(taken.report), (taken,)) for taken in opened.taken]
    return results


def _expanded(source: str) -> Iterator[str]:
    """Yield a folder's files in the order of their names; hidden files are not reports."""
    if not os.path.isdir(source):  # noqa: PTH112  (the source is kept as it was given)
        yield source
        return
    files = sorted(each.relative_to(source) for each in Path(source).rglob("*") if each.is_file())
    seen = [each for each in files if not any(part.startswith(".") for part in each.parts)]
    yield from (f"{source.rstrip('/')}/{each.as_posix()}" for each in seen) if seen else (source,)


def _mapped(
    read: Callable[[str], list[Reading | Failure]], paths: Sequence[str], jobs: int
) -> Iterator[list[Reading | Failure]]:
    if jobs < 2 or len(paths) <= _CHUNK:  # noqa: PLR2004  (one process is no pool)
        yield from map(read, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("spawn"), _leave_interrupts) as pool:
        yield from pool.map(read, paths, chunksize=_CHUNK)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the parent, which ends its children: one line, not one traceback a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _shown(results: Iterator[list[Reading | Failure]], total: int) -> Iterator[list[Reading | Failure]]:
    if total == 1 or not sys.stderr.isatty():
        return results
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(results, "Reading", total=total, console=console, transient=True))


def _merged(readings: Sequence[Reading]) -> list[Reading]:
    """Return each report once: identical bytes are one report with several origins."""
    by_id: dict[str, Reading] = {}
    for reading in readings:
        known = by_id.get(reading.report.id)
        by_id[reading.report.id] = reading if known is None else _together(known, reading)
    return list(by_id.values())


def _together(known: Reading, again: Reading) -> Reading:
    from untold.reports.archive import merged

    return Reading(merged(known.report, again.report), known.claims, (*known.taken, *again.taken))
