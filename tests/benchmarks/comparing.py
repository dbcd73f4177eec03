"""`make bench`, its part of comparisons: ten thousand running totals set side by side, beside judging every pair.

The peer does what one writes first: every claim beside every other, each pair
judged. It is run on fewer claims, since fifty million pairs take it an hour.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from time import process_time
from typing import Any

from tests.made_claims import made_claim
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.codebook.counts import Count
from untold.reports.report import Passage
from untold.tallies.comparison import compare, compare_on_scope
from untold.tallies.comparison.judging import pair_of, with_nearest
from untold.tallies.comparison.reported import figure_of_claim
from untold.tallies.comparison.voices import are_two
from untold.tallies.tally import TallyScope, Window

CLAIMS = 10_000
PEER_CLAIMS = 600
MOST_SECONDS = 0.5
AS_OF = "2016-12-31"
ASKED = TallyScope(actors=("us-led-coalition",), countries=("SYR",), window=Window(None, "2016-10-31"))
_COALITION = Attribution("us-led-coalition", "the US-led coalition", "known")
_COUNTRIES = (("Syria", "SYR"), ("Iraq", "IRQ"), ("Yemen", "YEM"), ("Libya", "LBY"), ("Afghanistan", "AFG"))
_STARTS = ("2011-03", "2013-07", "2014-08", "2014-09", "2015-09")
_ROUNDS = 5
Make = Callable[[int], list[Claim]]


def _total(number: int, voice: int, **fields: Any) -> Claim:
    report = fields.pop("report", f"{number:016x}")
    alike: dict[str, Any] = {
        "status": "civilian",
        "claimant": Party(None, f"Monitor {voice}"),
        "attributed_to": (_COALITION,),
        "places": (Place(*_COUNTRIES[0]),),
        "scope": "cumulative",
        "period": Period(start="2014-09", precision="month", basis="stated", words="since September 2014"),
        "report": report,
        "quote": Passage(report, 0, 9, f"Monitor {voice} counted {number}."),
    }
    return made_claim(f"{report}:{number}:0", Count.exactly(number), **{**alike, **fields})


def snapshots(number: int) -> list[Claim]:
    """Return the running totals of forty monitors on twenty-five scopes, time and again, each in its own report."""
    return [
        _total(
            n,
            n % 40,
            places=(Place(*_COUNTRIES[n // 40 % 5]),),
            period=Period(start=_STARTS[n // 200 % 5], precision="month", basis="stated"),
        )
        for n in range(number)
    ]


def crowd(number: int) -> list[Claim]:
    """Return one running total of each of as many monitors as there are claims, all on one scope and in one report."""
    return [_total(n, n, report="a" * 16) for n in range(number)]


def windows(number: int) -> list[Claim]:
    """Return claims of as many windows as there are, most of them apart, in one report."""
    return [
        _total(n, n % 40, report="b" * 16, scope="period", period=Period(start=day, end=day, basis="stated"))
        for n, day in ((n, f"{1900 + n // 336:04}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}") for n in range(number))
    ]


SETS: dict[str, Make] = {"snapshots": snapshots, "crowd": crowd, "windows": windows}


def published(claims: Sequence[Claim]) -> dict[str, str | None]:
    """Return a day for each report, through the years 2015 and 2016."""
    reports = dict.fromkeys(claim.report for claim in claims)
    return {report: f"{2015 + n // 336 % 2}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n, report in enumerate(reports)}


def side_by_side(claims: Sequence[Claim]) -> int:
    """Compare all claims, as the ledger of a reading does, and then on one scope; return how many pairs are listed."""
    return sum(len(each.pairs) for each in compare(claims)) + on_one_scope(claims)


def on_one_scope(claims: Sequence[Claim]) -> int:
    """Compare the claims on one scope, as `untold compare` does, and return how many pairs are listed."""
    return len(compare_on_scope(ASKED, claims, as_of=AS_OF, published=published(claims)).pairs)


def every_pair(claims: Sequence[Claim]) -> int:
    """Return how many pairs the naive peer judges."""
    figures = [figure_of_claim(claim) for claim in claims]
    judged = [pair_of(one, other) for one, other in combinations(figures, 2) if are_two(one, other)]
    allowed = [pair for pair in judged if pair.verdict != "not_comparable"]
    refused = [pair for pair in judged if pair.verdict == "not_comparable"]
    with_nearest(refused[:24], allowed, {figure.id: figure for figure in figures})
    return len(judged)


def seconds(work: Callable[[Sequence[Claim]], object], claims: Sequence[Claim], rounds: int = _ROUNDS) -> float:
    """Return the fewest processor-seconds that the work takes over some rounds."""
    return min(_once(work, claims) for _ in range(rounds))


def _once(work: Callable[[Sequence[Claim]], object], claims: Sequence[Claim]) -> float:
    start = process_time()
    work(claims)
    return process_time() - start


def measured(number: int = CLAIMS, peer: int = PEER_CLAIMS) -> Iterator[tuple[str, float, float, float]]:
    """Yield each set's name, the seconds of all and of one scope, and how many times as long the peer takes."""
    for name, make in SETS.items():
        many, few = make(number), make(peer)
        ratio = seconds(every_pair, few, 1) / seconds(lambda claims: len(compare(claims)), few, 3)
        yield name, seconds(lambda claims: len(compare(claims)), many), seconds(on_one_scope, many), ratio


def main() -> int:
    """Print the table; return 1 where ten thousand claims take longer than half a second."""
    out = sys.stdout
    out.write(
        f"{f'{CLAIMS:,} running totals':<24}{'all':>10}{'one scope':>12}   every pair judged, {PEER_CLAIMS} claims\n"
    )
    slowest = 0.0
    for name, whole, scoped, ratio in measured():
        out.write(f"{name:<24}{whole:>8.3f} s{scoped:>10.3f} s   {ratio:>6.1f} times as long\n")
        slowest = max(slowest, whole, scoped)
    out.write(f"{'at most':<24}{MOST_SECONDS:>8.3f} s\n")
    return int(slowest > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
