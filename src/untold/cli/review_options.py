"""What the commands of the review have in common: their options, and how an actor and a day are named."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.destinations import writable

if TYPE_CHECKING:
    from untold.claims.claim import Party


class ReviewForm(StrEnum):
    """The forms in which the review can be had."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"


def iso_prefix(value: str | None) -> str | None:
    """Return a date as it was typed; raises `typer.BadParameter` for what is no ISO date, month or year."""
    from untold.reports.page_dates import is_iso_prefix

    if value is not None and not is_iso_prefix(value):
        message = f"{value!r} is no date; write 2017, 2017-03 or 2017-03-05"
        raise typer.BadParameter(message)
    return value


def iso_day(value: str | None) -> str | None:
    """Return a day as it was typed; raises `typer.BadParameter` for what is no ISO date to the day."""
    if iso_prefix(value) is not None and len(value or "") < len("2017-03-05"):
        message = f"{value!r} is no day; write 2017-03-05"
        raise typer.BadParameter(message)
    return value


def come_prefix(value: str | None) -> str | None:
    """Return the date of something that happened; raises `typer.BadParameter` where it is still to come."""
    # It is tomorrow already for some of those who enter: no clock runs more than 14 hours before UTC.
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    if iso_prefix(value) is not None and str(value) > tomorrow:
        message = f"{value} is still to come"
        raise typer.BadParameter(message)
    return value


def come_day(value: str | None) -> str | None:
    """Return the day of something that happened; raises `typer.BadParameter` for no day, and one still to come."""
    return come_prefix(iso_day(value))


def iso_month(value: str | None) -> str | None:
    """Return a month or a day as it was typed; raises `typer.BadParameter` for a year alone."""
    if iso_prefix(value) is not None and len(value or "") < len("2017-03"):
        message = f"{value!r} is no month; write 2017-03"
        raise typer.BadParameter(message)
    return value


def review_status(value: str | None) -> str | None:
    """Return a status as it was typed; raises `typer.BadParameter` for none of the vocabulary."""
    return term_typed(value, "status", "review_status")


def standard_of_proof(value: str | None) -> str | None:
    """Return a standard as it was typed; raises `typer.BadParameter` for none of the vocabulary."""
    return term_typed(value, "standard of proof", "standard_of_proof")


def review_reasons(values: list[str] | None) -> list[str] | None:
    """Return reasons as they were typed; raises `typer.BadParameter` for one that no vocabulary of reasons holds."""
    for value in values or ():
        term_typed(value, "reason", "review_reason", "credible_circumstance")
    return values


def term_typed(value: str | None, noun: str, *vocabularies: str) -> str | None:
    """Return a term as it was typed; raises `typer.BadParameter` for one that none of the vocabularies holds."""
    from untold.codebook.vocabularies import vocabulary

    known = dict.fromkeys(term.slug for name in vocabularies for term in vocabulary(name))
    if value and value not in known:
        message = f"{value!r} is no {noun}; write one of {', '.join(known)}"
        raise typer.BadParameter(message)
    return value


CasebookOption = Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, in a sentence.")]
ByOption = Annotated[str | None, typer.Option("--by", help="Who enters it; the account's name if left out.")]
UndoOption = Annotated[
    str | None,
    typer.Option("--undo", metavar="LINE", help="Take back the line of this number, as in hand:4; both lines stay."),
]
FormOption = Annotated[ReviewForm, typer.Option("--as", help="The form.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", callback=writable, dir_okay=False, help="Write to this file, whole or not.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", callback=iso_day, help="As it was known on this day; today if left out.")
]
ActorOption = Annotated[str | None, typer.Option("--actor", help="Of this actor alone: a slug or a name.")]


def actor_named(words: str) -> "Party":
    """Return the actor of the codebook that is meant; raises `typer.BadParameter` where it has none."""
    from untold.claims.claim import Party
    from untold.codebook.actors import all_actors, find_actor

    known = all_actors().get(words) or find_actor(words)
    if known is None:
        message = f"{words!r} is no actor of the codebook"
        raise typer.BadParameter(message)
    return Party(known.id, known.name)


def today() -> str:
    """Return the day, an ISO date in UTC."""
    return datetime.now(UTC).date().isoformat()


def now() -> str:
    """Return the moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def who(by: str | None) -> str:
    """Return who decides: as named, else the account's name."""
    import getpass

    return by or getpass.getuser()


def with_reason(why: str) -> str:
    """Return the reason as typed; raises `typer.BadParameter` for an empty one."""
    if not why.strip():
        message = "a line without a reason cannot be questioned; say why with --why TEXT"
        raise typer.BadParameter(message)
    return why
