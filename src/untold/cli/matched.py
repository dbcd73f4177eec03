"""A match as lines for a terminal, as a table and as lines of JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from untold.cli.directions import wrapped
from untold.incidents.incident import Incident
from untold.incidents.matching import pairs_to_review
from untold.incidents.record import Matched
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.rows import csv_text

_MOST = 20  # of each kind that a terminal shows
_INDENT, _HANGING = "  ", "      "


def match_lines(matched: Matched) -> str:
    """Return what a person wants to know first: how many of what, what changed, what to look at."""
    return "\n".join(_match_lines(matched))


def match_csv(matched: Matched) -> str:
    """Return a line for each account with the incident it is in, in the order of the incidents' codes."""
    rows = ((each.code, account) for each in matched.incidents for account in each.accounts)
    return csv_text(("incident", "account"), rows)


def match_jsonl(matched: Matched) -> str:
    """Return an incident a line."""
    return "\n".join(msgspec.json.encode(each).decode() for each in matched.incidents)


def _match_lines(matched: Matched) -> Iterator[str]:
    standing = [each for each in matched.incidents if each.accounts]
    several = [each for each in standing if len(each.accounts) > 1]
    accounts = sum(len(each.accounts) for each in standing)
    yield f"{accounts:,} accounts, {len(standing):,} incidents, {len(several):,} of them with several accounts"
    changes = matched.changes
    counts = (len(changes.new), len(changes.changed), len(changes.ended))
    yield "since the last match: {:,} new, {:,} changed, {:,} ended".format(*counts)
    yield from _tie_lines(matched)
    if matched.match.too_wide:
        yield f"{len(matched.match.too_wide):,} accounts have dates too wide to match by anything but codes and copies"
    yield from _contradiction_lines([each for each in standing if each.contradictions])
    yield from _answer_lines(matched)
    yield from _doubt_lines(matched)
    yield from _review_lines(matched)


def _tie_lines(matched: Matched) -> Iterator[str]:
    """Say what was found before any pair was made."""
    stories = matched.tied.ties.stories
    if stories:
        several = len(set(stories.values()))
        yield f"{len(stories):,} texts tell what others tell too; stories of several texts: {several:,}"
    placements = matched.tied.placements
    if placements:
        taken = sum(each.is_taken for each in placements)
        unsure = sum(each.resolution.verdict == "ambiguous" for each in placements)
        yield f"{len(placements):,} accounts name a place without coordinates: {taken:,} found, {unsure:,} ambiguous"


def _contradiction_lines(contradicted: Sequence[Incident]) -> Iterator[str]:
    yield f"{len(contradicted):,} incidents hold a contradiction"
    for incident in contradicted[:_MOST]:
        for each in dict.fromkeys(incident.contradictions):
            said = f"{incident.code} {each.kind}: {each.message} ({', '.join(each.accounts)})"
            yield wrapped(said, indent=_INDENT, hanging=_HANGING)
    yield from _more(len(contradicted))


def _answer_lines(matched: Matched) -> Iterator[str]:
    """Say what became of the official statements, and show those that a person must decide."""
    if not matched.answers:
        return
    verdicts = Counter(each.link.verdict for each in matched.answers)
    counted = ", ".join(f"{number:,} {verdict}" for verdict, number in sorted(verdicts.items()))
    yield f"{len(matched.answers):,} official statements: {counted}"
    shown = [each for each in matched.answers if each.link.verdict in {"ambiguous", "contradicted"}]
    for each in shown[:_MOST]:
        yield wrapped(f"{each.account} {each.link.verdict}: {each.link.reason}", indent=_INDENT, hanging=_HANGING)
    yield from _more(len(shown))
    if shown:
        yield f"{_INDENT}untold propose lists the candidates of each"


def _doubt_lines(matched: Matched) -> Iterator[str]:
    if not matched.doubted:
        return
    yield f"{len(matched.doubted):,} accounts have coordinates that a person should look at; nothing was moved"
    for each in matched.doubted[:_MOST]:
        yield wrapped(f"{each.account}: {'; '.join(each.doubts)}", indent=_INDENT, hanging=_HANGING)
    yield from _more(len(matched.doubted))


def _review_lines(matched: Matched) -> Iterator[str]:
    reviews = pairs_to_review(matched.match)
    yield f"{len(reviews):,} pairs to review"
    yield from (
        f"{_INDENT}{each.why:<13}{each.score:>4}  {printable(each.a)}  {printable(each.b)}" for each in reviews[:_MOST]
    )
    yield from _more(len(reviews))


def _more(number: int) -> Iterator[str]:
    if number > _MOST:
        yield f"{_INDENT}… and {number - _MOST:,} more (--as json lists all)"
