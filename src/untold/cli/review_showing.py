"""What a review came to: `untold review list`, `show`, `ledger` and `overdue`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.edge import complain
from untold.cli.review_options import (
    ActorOption,
    AsOfOption,
    CasebookOption,
    FormOption,
    OutOption,
    ReviewForm,
    actor_named,
    iso_month,
    review_status,
    today,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from untold.allegations.allegation import Allegation
    from untold.allegations.docket import Docket
    from untold.allegations.record import Review
    from untold.claims.claim import Party
    from untold.cli.review_tables import Made


def list_allegations(
    *,
    casebook: CasebookOption,
    actor: ActorOption = None,
    status: Annotated[
        str | None, typer.Option("--status", callback=review_status, help="Only those that stand so: open, credible …")
    ] = None,
    as_of: AsOfOption = None,
    form: FormOption = ReviewForm.TABLE,
    out: OutOption = None,
) -> None:
    """List the allegations of a casebook, each with where it stands, since when, and what is doubtful.

    Example: untold review list --casebook cases --status open

    Example: untold review list --casebook cases --as-of 2017-12-31 --as csv --out docket.csv
    """
    from untold.allegations.objects import allegation_objects, allegations_object
    from untold.cli.review_lines import allegations_lines
    from untold.cli.review_tables import Made, allegations_table

    day = as_of or today()
    review = _renewed(casebook)
    own = _of_actor(review.docket.allegations, None if actor is None else actor_named(actor))
    found = [each for each in allegation_objects(review, own, day) if status in (None, each.allegation.status)]
    made = Made(
        allegations_object(review, found, day),
        found,
        lambda: allegations_table(found),
        lambda: allegations_lines(found, review.docket.unread, day),
    )
    _put(made, form, out)


def show(
    allegation: Annotated[
        str, typer.Argument(metavar="ALLEGATION", help="The allegation's id, or its incident's code where it has one.")
    ],
    *,
    casebook: CasebookOption,
    as_of: AsOfOption = None,
    form: FormOption = ReviewForm.TABLE,
    out: OutOption = None,
) -> None:
    """Show one allegation whole: every determination in its words, what corrects what, requests, who entered what.

    Example: untold review show us-led-coalition:2793 --casebook cases
    """
    from untold.allegations.history import history_of
    from untold.allegations.objects import allegation_objects, allegations_object
    from untold.cli.review_lines import allegation_lines
    from untold.cli.review_tables import Made, determinations_table
    from untold.codebook.errors import CasebookError

    day = as_of or today()
    review = _renewed(casebook)
    whole = one_allegation(casebook, review.docket, allegation)
    history = history_of(casebook, whole, review.docket.names)
    found = list(allegation_objects(review, [whole], day, history))
    if not found:
        raise CasebookError(str(casebook), f"nothing was known of {whole.id} on {day}", "ask for a later day")
    made = Made(
        allegations_object(review, found, day),
        found,
        lambda: determinations_table(found[0]),
        lambda: allegation_lines(found[0], day),
    )
    _put(made, form, out)


def ledger(
    *,
    casebook: CasebookOption,
    actor: ActorOption = None,
    first: Annotated[str | None, typer.Option("--from", callback=iso_month, help="From this month on.")] = None,
    last: Annotated[str | None, typer.Option("--to", callback=iso_month, help="Up to this month.")] = None,
    as_of: AsOfOption = None,
    form: FormOption = ReviewForm.TABLE,
    out: OutOption = None,
) -> None:
    """Print the monthly ledger of each actor's review, beside its own as printed and checked, and the figures.

    Open at the start + new + reopened - completed = open at the end, by our
    docket; what a belligerent prints is shown with what is left over. As of a
    day, it is the ledger by what was known then.

    Example: untold review ledger --actor us-led-coalition --from 2017-01 --to 2017-12 --casebook cases

    Example: untold review ledger --as-of 2018-12-31 --as json --casebook cases
    """
    from untold.allegations.ledgers import ledgers_of
    from untold.allegations.objects import LEDGER_SCHEMA, LedgersObject
    from untold.cli.review_ledger import ledger_lines
    from untold.cli.review_tables import Made, ledgers_table

    day = as_of or today()
    review = _renewed(casebook)
    party = None if actor is None else actor_named(actor)
    found = ledgers_of(review, as_of=day, actor=party, period=(first, last))
    made = Made(
        LedgersObject(LEDGER_SCHEMA, day, found),
        found,
        lambda: ledgers_table(found),
        lambda: "\n\n".join(ledger_lines(each, day) for each in found) or "no allegation to anybody",
    )
    _put(made, form, out)


def overdue(
    *,
    casebook: CasebookOption,
    days: Annotated[int, typer.Option("--days", min=0, help="Those that wait for more days than these.")] = 90,
    actor: ActorOption = None,
    as_of: AsOfOption = None,
    form: FormOption = ReviewForm.TABLE,
    out: OutOption = None,
) -> None:
    """List the allegations without a finding and the requests without an answer that wait too long, oldest first.

    Example: untold review overdue --days 180 --casebook cases
    """
    from untold.allegations.ledger import overdue as overdue_of
    from untold.allegations.objects import OVERDUE_SCHEMA, OverdueObject
    from untold.allegations.requests import waiting
    from untold.cli.review_lines import overdue_lines
    from untold.cli.review_tables import Made, overdue_table

    day = as_of or today()
    review = _renewed(casebook)
    own = _of_actor(review.docket.allegations, None if actor is None else actor_named(actor))
    ids = {each.id for each in own}
    asked = (each for each in waiting(review.docket.requests, day) if each.request.allegation in ids)
    unanswered = tuple(each for each in asked if not each.is_answered and (each.days is None or each.days > days))
    found = OverdueObject(OVERDUE_SCHEMA, day, days, overdue_of(own, as_of=day, days=days), unanswered)
    made = Made(found, found.overdue, lambda: overdue_table(found), lambda: overdue_lines(found))
    _put(made, form, out)


def one_allegation(folder: Path, docket: "Docket", name: str) -> "Allegation":
    """Return the one allegation of a name; raises `CasebookError` for none, and for several with their ids."""
    from untold.codebook.errors import CasebookError

    found = docket.find(name)
    if len(found) == 1:
        return found[0]
    if found:
        why = f"{len(found)} allegations are about {name}: {', '.join(each.id for each in found)}"
        raise CasebookError(str(folder), why, "name one by its id")
    raise CasebookError(str(folder), f"holds no allegation {name}", "look its id up with untold review list")


def _renewed(folder: Path) -> "Review":
    """Return the review as the record now makes it, kept; says which lines of people's are about nothing any more."""
    from untold.allegations.record import renew_docket
    from untold.reports.casebook import check_format, open_casebook

    check_format(folder)
    with open_casebook(folder) as casebook:
        review = renew_docket(casebook)
    for name in review.docket.lost:
        complain(f"hand/: there is no {name} any more; what was entered on it has no effect")
    return review


def _of_actor(allegations: "Iterable[Allegation]", actor: "Party | None") -> "list[Allegation]":
    return [each for each in allegations if actor is None or each.to.id == actor.id]


def _put(made: "Made", form: ReviewForm, out: Path | None) -> None:
    from untold.cli.output import put
    from untold.cli.review_tables import rendered

    put(rendered(made, form), out)
