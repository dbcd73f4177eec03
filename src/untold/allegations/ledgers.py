"""The ledger of each actor's review: our months, its own as printed and checked, and the figures of a period."""

from dataclasses import dataclass

from untold.allegations.days import is_by
from untold.allegations.ledger import (
    Figures,
    LedgerMonth,
    PrintedMonth,
    figures_of,
    ledger_of,
    printed_months,
    within,
)
from untold.allegations.reading.record import OfficialReport
from untold.allegations.record import Review
from untold.allegations.step import actor_key
from untold.claims.claim import Party

Period = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class ActorLedger:
    """An actor's months, those that it prints itself, and the figures of the period that was asked for.

    `unplaced` are the ids of allegations that are in no month, because nothing
    says in which.
    """

    actor: Party
    months: tuple[LedgerMonth, ...]
    unplaced: tuple[str, ...]
    printed: tuple[PrintedMonth, ...]
    figures: Figures


def ledgers_of(
    review: Review, *, as_of: str, actor: Party | None = None, period: Period = (None, None)
) -> tuple[ActorLedger, ...]:
    """Return the ledger of each actor to whom an allegation was put or who prints one, as known on an ISO date.

    `period` is the first and the last month to be shown, ISO prefixes or null;
    the figures are of the allegations that came in within it.
    """
    everybody = (*(each.to for each in review.docket.allegations), *(each.actor for each in review.reports))
    actors = {actor_key(each): each for each in everybody if actor is None or actor_key(each) == actor_key(actor)}
    return tuple(_ledger(review, own, as_of, period) for own in actors.values())


def _ledger(review: Review, actor: Party, as_of: str, period: Period) -> ActorLedger:
    own = [each for each in review.docket.allegations if actor_key(each.to) == actor_key(actor)]
    reports = [each for each in review.reports if actor_key(each.actor) == actor_key(actor) and _is_out(each, as_of)]
    whole = ledger_of(own, as_of=as_of, actor=actor)
    printed = printed_months(reports, whole)
    first, last = period
    return ActorLedger(
        actor=actor,
        months=within(whole, first, last),
        unplaced=whole.unplaced,
        printed=tuple(each for each in printed if _is_within(each, first, last)),
        figures=figures_of(own, as_of=as_of, recorded=review.recorded, first=first, last=last),
    )


def _is_out(report: OfficialReport, as_of: str) -> bool:
    return report.published is None or is_by(report.published, as_of)


def _is_within(printed: PrintedMonth, first: str | None, last: str | None) -> bool:
    month = printed.ledger.month
    if month is None:
        return first is None and last is None
    return (first is None or month >= first[:7]) and (last is None or month <= last[:7])
