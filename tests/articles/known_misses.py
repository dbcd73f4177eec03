"""What the reader is known to read wrong in our own articles: a list that may only shrink.

A label stays as a careful person reads it; a verdict that the reader still
gets wrong is kept by name in `known_misses.txt`. A new wrong verdict fails
its test, and so does a name whose verdict is right by now.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.articles.comparing import Verdict
from tests.articles.score import all_verdicts

LIST = Path(__file__).with_name("known_misses.txt")


def name_of(verdict: Verdict) -> str:
    """Return the name by which a wrong verdict is kept: article, words, field."""
    return f"{verdict.article}: {verdict.words!r} {verdict.field}"


def known() -> frozenset[str]:
    """Return the names of the known misses."""
    return frozenset(line for line in LIST.read_text(encoding="utf-8").splitlines() if line)


def misses(found: Iterable[Verdict]) -> frozenset[str]:
    """Return the names of the wrong verdicts."""
    return frozenset(name_of(verdict) for verdict in found if not verdict.is_right)


def main() -> None:
    """Take the names whose verdicts are right by now off the list; it never adds one."""
    before = known()
    left = sorted(before & misses(all_verdicts()))
    LIST.write_text("".join(f"{name}\n" for name in left), encoding="utf-8")
    sys.stdout.write(f"{len(before) - len(left)} names taken off, {len(left)} left\n")


if __name__ == "__main__":
    main()
