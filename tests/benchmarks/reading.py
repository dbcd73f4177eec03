"""`make bench`: how many documents a processor-second reads, every field of every claim.

Printed beside a naive peer run on the same texts in the same minute, because
the ratio survives a change of machine and the figure alone does not. Then the
slowest kilobyte over texts made to be slow.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from time import process_time

from tests.benchmarks.adversarial import TEXTS, Make
from tests.benchmarks.naive_baseline import findings
from tests.evaluation.corpora import FA_KES, csv_rows, data_folder, day_of
from untold.claims.reading import read_claims
from untold.reports.plain_text import report_from_text

FEWEST_PER_SECOND = 600  # documents of the FA-KES half, of about 2 kB each
MOST_MS_PER_KB = 50.0
_ROUNDS = 15  # the best of them counts: a shared machine is at times a third slower than itself
_SIZES = (1_000, 10_000, 100_000)
Article = tuple[str, str | None]


def articles() -> list[Article]:
    """Return the text and the day of every article of the FA-KES half."""
    rows = csv_rows(data_folder() / FA_KES)
    return [(row["article_content"], day_of(row["date"], "%m/%d/%Y")) for row in rows]


def read_all(chosen: Iterable[Article]) -> int:
    """Read every field of every claim, from the bare text on, and return how many claims there are."""
    return sum(
        len(read_claims(report_from_text(text, published=published, language="en"))) for text, published in chosen
    )


def find_all(chosen: Iterable[Article]) -> int:
    """Return how many findings the naive peer makes."""
    return sum(len(findings(text)) for text, _ in chosen)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor-seconds that one run of the work takes."""
    start = process_time()
    work()
    return process_time() - start


def best(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Return the fewest processor-seconds over some rounds, after one that is not counted."""
    work()
    return min(seconds(work) for _ in range(rounds))


def speed(chosen: Sequence[Article]) -> dict[str, float]:
    """Return documents per processor-second of the reader and of the peer, and their ratio."""
    own, peer = best(lambda: read_all(chosen)), best(lambda: find_all(chosen))
    return {
        "documents": len(chosen),
        "kilobytes": round(sum(len(text) for text, _ in chosen) / 1000, 1),
        "claims": read_all(chosen),
        "documents_per_second": round(len(chosen) / own, 1),
        "peer_documents_per_second": round(len(chosen) / peer, 1),
        "times_the_peer": round(own / peer, 2),
        "floor_documents_per_second": FEWEST_PER_SECOND,
    }


@cache
def warm_up() -> int:
    """Read one sentence, once per run, so that no text pays for loading the word lists."""
    return read_all([("Two people were killed in Homs on Monday, SOHR said.", "2016-03-23")])


def ms_per_kb(text: str) -> float:
    """Return the processor-milliseconds that a kilobyte of this text takes to read."""
    warm_up()
    return 1000 * seconds(lambda: read_all([(text, "2016-03-23")])) / max(len(text) / 1000, 1)


def slowness(sizes: Sequence[int] = _SIZES) -> dict[str, list[float]]:
    """Return milliseconds per kilobyte of each adversarial text, up to the size at which it is too slow."""
    return {name: _until_too_slow(make, sizes) for name, make in TEXTS.items()}


def _until_too_slow(make: Make, sizes: Sequence[int]) -> list[float]:
    measured: list[float] = []
    for size in sizes:
        measured.append(round(ms_per_kb(make(size)), 2))
        if measured[-1] > MOST_MS_PER_KB:
            break
    return measured


def main(words: Sequence[str] | None = None) -> int:
    """Print both tables, and as JSON on request; return 1 when a bound is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading", description=__doc__)
    parser.add_argument("--as", dest="form", choices=("table", "json"), default="table")
    parser.add_argument("--no-adversarial", action="store_true", help="measure the speed alone")
    chosen = parser.parse_args(words)
    fast = speed(articles())
    slow = {} if chosen.no_adversarial else slowness()
    sys.stdout.write(json.dumps({"speed": fast, "ms_per_kb": slow}, indent=2) if chosen.form == "json" else "")
    sys.stdout.write("" if chosen.form == "json" else _tables(fast, slow))
    too_slow = max((max(row) for row in slow.values()), default=0.0) > MOST_MS_PER_KB
    return int(too_slow or fast["documents_per_second"] < FEWEST_PER_SECOND)


def _tables(fast: dict[str, float], slow: dict[str, list[float]]) -> str:
    lines = [f"{name.replace('_', ' '):<32}{value:>12,}" for name, value in fast.items()]
    if slow:
        lines += ["", f"{'ms per kB of':<32}" + "".join(f"{size // 1000:>8} kB" for size in _SIZES)]
    ordered = sorted(slow.items(), key=lambda item: -max(item[1]))
    lines += [f"{name:<32}" + "".join(f"{value:>11.2f}" for value in row) for name, row in ordered]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
