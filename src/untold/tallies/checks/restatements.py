"""A headline against its body: whether the rounding holds what it rounds.

"Almost 400" holds 380. A headline of 470 over a text of 467 does not, and the
wrong one of the two is the one that most people will have read.
"""

from collections.abc import Iterator, Sequence

from untold.claims.claim import Claim
from untold.tallies.bounds import Bounds, bounds_of
from untold.tallies.checks.record import Check, Severity, number_passage
from untold.tallies.standing import number
from untold.tallies.wording import who


def check_restatements(claims: Sequence[Claim]) -> Iterator[Check]:
    """Yield, for each claim that says another one again, whether its words hold the other's number."""
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        body = by_id.get(claim.restates or "")
        if body is not None:
            yield _compare(claim, body)


def _compare(headline: Claim, body: Claim) -> Check:
    stated, expected = number(headline), number(body)
    severity, verdict = _verdict(bounds_of(headline.count), bounds_of(body.count))
    if severity == "warning" and stated == expected:
        severity, verdict = "info", "the same number, with other bounds."
    return Check(
        "restatement",
        severity,
        (headline.id, body.id),
        stated,
        expected,
        None if stated is None or expected is None else stated - expected,
        (number_passage(headline), number_passage(body)),
        f"\u201c{number_passage(headline).text}\u201d restates {who(body)}: {verdict}",
    )


def _verdict(headline: Bounds, body: Bounds) -> tuple[Severity, str]:
    if headline == body:
        return "info", "the same number."
    if headline == Bounds(None, None):
        return "info", "its words set no bounds, so they cannot disagree."
    if _is_above(headline.low, body.high) or _is_above(body.low, headline.high):
        return "warning", f"{headline} does not hold {body}."
    if _holds(headline, body):
        return "info", f"{headline} holds {body}."
    return "info", f"{headline} and {body} do not contradict each other."


def _is_above(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one > other


def _holds(headline: Bounds, body: Bounds) -> bool:
    floor_holds = headline.low is None or (body.low is not None and body.low >= headline.low)
    ceiling_holds = headline.high is None or (body.high is not None and body.high <= headline.high)
    return floor_holds and ceiling_holds
