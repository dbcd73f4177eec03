"""A casebook made from a release: the record again, for what the release holds of it.

Who receives a release wants to ask it what its publisher can ask: tallies,
comparisons, checks, another release. What was withheld stays withheld, and
what a release only counts (victims, signatures) is not made up.

The texts of reports are not in a release, only the passages. A report's text
is laid out again with the passages at their offsets and spaces between, as
furniture, so that a passage is the words at its offsets and nobody reads the
gaps as a report.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from untold.allegations.allegation import Allegation
from untold.allegations.record import FILE as ALLEGATIONS
from untold.allegations.record import RECEIVED
from untold.claims.accounts import ACCOUNTS
from untold.claims.readings import CLAIMS
from untold.codebook.errors import BrokenRelease, ReleaseRefused
from untold.incidents.incident import Incident
from untold.incidents.record import INCIDENTS
from untold.releases.published import (
    MASK,
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedClaim,
    PublishedContradiction,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedReport,
    PublishedSource,
)
from untold.releases.reading import check_whole, rows_of
from untold.releases.release import Release, release_at
from untold.releases.remembering import REMEMBERED, remembered_lines
from untold.releases.restored import (
    account_of,
    allegation_of,
    claim_of,
    incident_of,
    report_of,
    source_of,
)
from untold.reports.casebook import REPORTS, Casebook, as_lines, read_records
from untold.reports.replacing import replace_together
from untold.reports.report import Report

_T = TypeVar("_T")
_LONGEST = 200_000_000  # characters: no list that can be imported has as many


@dataclass(frozen=True, slots=True)
class _Words:
    """Where some words of a report stand, and what of them was released."""

    report: str | None = None
    start: int | None = None
    end: int | None = None
    passage: str | None = None


def restore(casebook: Casebook, folder: str | Path) -> Release:
    """Put what a release holds into an empty casebook, all files in one step; return what it says of itself.

    Raises `BrokenRelease` where a file of it is not as it was published, and
    `ReleaseRefused` where the casebook holds reports already.
    """
    release = release_at(folder)
    check_whole(folder)
    if read_records(casebook.folder, REPORTS, Report):
        why = f"{casebook.folder} holds reports already, and a release comes in as a record of its own"
        raise ReleaseRefused(why, "give a new folder with --casebook")
    replace_together(casebook.folder, _contents(folder, release))
    return release


def _contents(folder: str | Path, release: Release) -> Mapping[str, bytes]:
    """Return the files of the casebook that a release makes."""
    sources = {each.id: source_of(each) for each in rows_of(folder, "sources", PublishedSource)}
    by_name = {each.name: each for each in sources.values()}
    texts = _texts(folder)
    blamed = _by(rows_of(folder, "attributions", PublishedAttribution), lambda each: each.account or each.incident)
    origin = f"release {release.number} of {release.date}"
    allegations = as_lines(_allegations(folder, texts))
    return {
        REPORTS: as_lines(
            report_of(each, sources[each.source], texts.get(each.id, ""), origin)
            for each in rows_of(folder, "reports", PublishedReport)
        ),
        CLAIMS: as_lines(
            claim_of(each, by_name, texts.get(each.report, "")) for each in rows_of(folder, "claims", PublishedClaim)
        ),
        ACCOUNTS: as_lines(
            account_of(each, sources[each.source], blamed.get(each.id, ()))
            for each in rows_of(folder, "accounts", PublishedAccount)
        ),
        INCIDENTS: as_lines(_incidents(folder, blamed)),
        ALLEGATIONS: allegations,
        RECEIVED: allegations,
        REMEMBERED: remembered_lines(folder, (table.name for table in release.tables)),
    }


def _incidents(folder: str | Path, blamed: Mapping[str, list[PublishedAttribution]]) -> Iterator[Incident]:
    ranges = _by(rows_of(folder, "ranges", PublishedRange), lambda each: each.incident)
    contradictions = _by(rows_of(folder, "contradictions", PublishedContradiction), lambda each: each.incident)
    for each in rows_of(folder, "incidents", PublishedIncident):
        code = each.code
        yield incident_of(each, ranges.get(code, ()), blamed.get(code, ()), contradictions.get(code, ()))


def _allegations(folder: str | Path, texts: Mapping[str, str]) -> Iterator[Allegation]:
    steps = _by(rows_of(folder, "determinations", PublishedDetermination), lambda each: each.allegation)
    for each in rows_of(folder, "allegations", PublishedAllegation):
        yield allegation_of(each, steps.get(each.id, ()), texts)


def _texts(folder: str | Path) -> dict[str, str]:
    """Return what was released of each report's text, by its id: the passages in their places, spaces elsewhere."""
    found: dict[str, list[_Words]] = defaultdict(list)
    for table in ("claims", "determinations"):
        for each in rows_of(folder, table, _Words):
            if each.report is not None and each.start is not None and each.end is not None:
                _check(folder, table, each)
                found[each.report].append(each)
    return {report: _laid_out(words) for report, words in found.items()}


def _check(folder: str | Path, table: str, words: _Words) -> None:
    """Raise `BrokenRelease` for words that are not as long as their offsets say, or that stand beyond any text."""
    first, last = words.start or 0, words.end or 0
    if not 0 <= first <= last <= _LONGEST or (words.passage is not None and len(words.passage) != last - first):
        why = f"{table}: a passage of {words.report} does not stand from {first} to {last}"
        raise BrokenRelease(str(folder), why, "get the release again")


def _laid_out(words: Iterable[_Words]) -> str:
    """Return the text that has these words at their places; where two overlap, what one withholds is withheld."""
    text: list[str] = []
    for each in words:
        first, last = each.start or 0, each.end or 0
        text.extend(" " * (last - len(text)))
        for place, letter in enumerate(each.passage or "", first):
            if place < last and text[place] != MASK:
                text[place] = letter
    return "".join(text)


def _by(records: Iterable[_T], key: Callable[[_T], str]) -> dict[str, list[_T]]:
    grouped: dict[str, list[_T]] = defaultdict(list)
    for each in records:
        grouped[key(each)].append(each)
    return grouped
