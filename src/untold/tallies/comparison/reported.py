"""Claims as figures: what a sentence counts, in the words of a scope."""

from untold.claims.claim import Claim, Party
from untold.tallies.comparison.figure import Adjective, Figure
from untold.tallies.comparison.scope import Extent, Scope
from untold.tallies.comparison.voices import is_sentence
from untold.tallies.tally import Window
from untold.tallies.windows import EARLIEST, LATEST, last_day, window_of

_WHOLE_DAY = len("2016-03-23")


def figure_of_claim(claim: Claim, published: str | None = None) -> Figure:
    """Return a claim as a figure; `published` is the ISO prefix of its report's publication, where that is known.

    A running total that names no end runs to the day of its report.
    """
    return Figure(
        id=claim.id,
        source=claim.claimant or claim.medium,
        adjective=adjective_of(claim),
        low=claim.count.low,
        high=claim.count.high,
        count=claim.count,
        scope=scope_of_claim(claim, published),
        claim=claim.id,
        claims=(claim.id,),
        report=claim.report,
        as_of=_as_of(claim, published),
        passage=claim.quote,
        part_of=claim.part_of,
        is_sentence=is_sentence(claim),
    )


def scope_of_claim(claim: Claim, published: str | None = None) -> Scope:
    """Return what a claim counts."""
    extent: Extent = claim.scope
    return Scope(
        extent=extent,
        harm=claim.harm,
        status=claim.status,
        demographic=claim.demographic,
        affiliation=claim.affiliation,
        actors=tuple(Party(each.id, each.name) for each in claim.attributed_to if each.role != "denied"),
        places=claim.places,
        window=window_of_claim(claim, published),
        period=claim.period,
    )


def adjective_of(claim: Claim) -> Adjective:
    """Return which of the four adjectives a claim's number has."""
    if claim.kind == "concession" or claim.modality == "conceded":
        return "conceded"
    return "estimated" if claim.modality == "estimated" else "reported"


def window_of_claim(claim: Claim, published: str | None) -> Window | None:
    """Return the days that a claim's words come to, or null; a running total ends with its report, if that is dated."""
    days = window_of(claim)
    if days is None:
        return None
    start = None if days.first == EARLIEST else days.first
    if days.last != LATEST:
        return Window(start, days.last)
    is_dated = published is not None and len(published) >= _WHOLE_DAY and published >= days.first
    return Window(start, published[:_WHOLE_DAY] if is_dated and published is not None else None)


def _as_of(claim: Claim, published: str | None) -> str | None:
    """Return the ISO prefix up to which a running total counts; of another claim, when it was said."""
    end = last_day(claim.period.end) if claim.period.end else None
    return end or published if claim.scope == "cumulative" else published or end
