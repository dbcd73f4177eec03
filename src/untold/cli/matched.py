"""A match and an explanation, as lines for a terminal; a match also as a table and as lines of JSON."""

import csv
import io
from collections.abc import Iterator

import msgspec

from untold.incidents.matching import Explanation, pairs_to_review
from untold.incidents.record import Matched
from untold.tallies.ledger.cleaning import cell, printable

_MOST = 20  # pairs to review that a terminal shows


def match_lines(matched: Matched) -> str:
    """Return what a person wants to know first: how many of what, what changed, what to look at."""
    return "\n".join(_match_lines(matched))


def match_csv(matched: Matched) -> str:
    """Return a line for each account with the incident it is in, in the order of the incidents' codes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("incident", "account"))
    writer.writerows((each.code, cell(account)) for each in matched.incidents for account in each.accounts)
    return text.getvalue()


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
    if matched.match.too_wide:
        yield f"{len(matched.match.too_wide):,} accounts have dates too wide to match by anything but codes and copies"
    contradicted = [each for each in standing if each.contradictions]
    yield f"{len(contradicted):,} incidents hold a contradiction"
    for incident in contradicted[:_MOST]:
        yield from (
            f"  {incident.code}  {each.kind}: {printable(each.message)} ({printable(', '.join(each.accounts))})"
            for each in incident.contradictions
        )
    reviews = pairs_to_review(matched.match)
    yield f"{len(reviews):,} pairs to review"
    yield from (
        f"  {each.why:<13}{each.score:>4}  {printable(each.a)}  {printable(each.b)}" for each in reviews[:_MOST]
    )


def explanation_lines(explanation: Explanation) -> str:
    """Return the evidence in the order of the steps."""
    return "\n".join(_explanation_lines(explanation))


def _explanation_lines(explanation: Explanation) -> Iterator[str]:
    yield f"{printable(explanation.a)}  and  {printable(explanation.b)}"
    yield f"blocking    {', '.join(explanation.blocked_by) or 'no block in common'}"
    for each in explanation.compared:
        values = ", ".join(f"{name} {'not known' if value is None else value}" for name, value in each.values.items())
        points = "apart" if each.is_apart else f"{each.points:+d}"
        yield f"similarity  {each.comparison:<8} {each.level:<9} {points:>5}  {values}  (limit: {each.limit})"
    yield f"similarity  {explanation.score} points of {explanation.needed}: {explanation.verdict}"
    yield f"judgement   {explanation.judged or 'none'}"
    yield f"clustering  {'one incident' if explanation.joined else 'two incidents'}"
    yield from (f"clustering  {reason}" for reason in explanation.reasons)
    yield from (f"otherwise   {each}" for each in explanation.otherwise)
