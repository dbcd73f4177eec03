"""A person's word on a claim: `untold confirm`, `untold correct`, `untold reject`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from untold.claims.hand import Verb, Word

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, as `untold read` shows it.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in a sentence.")]
Casebook = Annotated[
    Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook that holds the claim.")
]
By = Annotated[str | None, typer.Option("--by", help="Who decides; the account's name if left out.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take the earlier word back; both lines stay.")]


def _correctable(field: str) -> str:
    from untold.claims.correcting import CORRECTABLE

    if field not in CORRECTABLE:
        message = f"{field!r} is no field that can be put right; choose one of {', '.join(CORRECTABLE)}"
        raise typer.BadParameter(message)
    return field


def confirm(claim: ClaimId, *, why: Why, casebook: Casebook, by: By = None, undo: Undo = False) -> None:
    """Say that a claim was read right.

    Example: untold confirm aa1177c6ec7baf81:238:1 --why "checked against the page" --casebook cases
    """
    _decide(casebook, _word("confirm", claim, why=why, by=by, undo=undo))


def correct(
    claim: ClaimId,
    *,
    field: Annotated[str, typer.Option(callback=_correctable, help="The field to put right, for example status.")],
    value: Annotated[str, typer.Option("--value", help="What it is; empty for not stated.")] = "",
    why: Why,
    casebook: Casebook,
    by: By = None,
    undo: Undo = False,
) -> None:
    """Put one field of a claim right; the words it was read from stay.

    A count is written as words: 14, at least 14, 12-15, none. Several places or
    actors are separated by semicolons, a period's ends by a slash.

    Example: untold correct aa1177c6ec7baf81:238:1 --field count --value "at least 14"
    --why "the page says a minimum of" --casebook cases
    """
    _decide(casebook, _word("correct", claim, why=why, by=by, undo=undo, field=field, value=value))


def reject(claim: ClaimId, *, why: Why, casebook: Casebook, by: By = None, undo: Undo = False) -> None:
    """Say that something is no claim of this report; it is kept, shown and never tallied.

    Example: untold reject aa1177c6ec7baf81:238:1 --why "the age of a victim" --casebook cases
    """
    _decide(casebook, _word("reject", claim, why=why, by=by, undo=undo))


def _word(
    verb: "Verb", claim: str, *, why: str, by: str | None, undo: bool, field: str = "", value: str = ""
) -> "Word":
    import getpass

    from untold.claims.hand import Word

    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Word(now, by or getpass.getuser(), claim, verb, undo, field, value, why)


def _decide(folder: Path, word: "Word") -> None:
    from untold.cli.casebooks import decide
    from untold.tallies.wording import who

    now = decide(folder, word)
    typer.echo(f"{now.id}: {who(now)}, {now.state}")
