"""What a person enters of a review: `untold review add`, `determine` and `request`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from untold.cli.review_options import (
    ByOption,
    CasebookOption,
    UndoOption,
    WhyOption,
    actor_named,
    come_day,
    come_prefix,
    now,
    review_reasons,
    review_status,
    standard_of_proof,
    today,
    who,
    with_reason,
)

Line = TypeVar("Line")

if TYPE_CHECKING:
    from untold.allegations.allegation import Allegation
    from untold.allegations.hand import Asked, Determined, HandLine, Put
    from untold.allegations.record import Review

_Incident = Annotated[str, typer.Option("--incident", help="The code of the incident that it is about.")]
_Account = Annotated[str, typer.Option("--account", help="The account that it is about, where none is matched.")]
_Actor = Annotated[str, typer.Option("--actor", help="To whom it is put: a slug or a name.")]
_Received = Annotated[
    str | None,
    typer.Option(callback=come_prefix, help="When the actor had it; left out: not submitted, or not known."),
]
_Reporter = Annotated[str, typer.Option("--reporter", help="Who put it: a slug or a name.")]
_Number = Annotated[str, typer.Option("--number", help="The actor's own number of it.")]
_Code = Annotated[str, typer.Option("--code", help="Another party's code of it.")]
_Allegation = Annotated[
    str, typer.Argument(metavar="ALLEGATION", help="The allegation's id, or its incident's code where it has one.")
]
_Status = Annotated[
    str, typer.Option("--status", callback=review_status, help="What was found: credible, non_credible, open …")
]
_Date = Annotated[str | None, typer.Option(callback=come_prefix, help="When it was found or published.")]
_Reason = Annotated[
    list[str] | None,
    typer.Option("--reason", callback=review_reasons, help="Why: no_strike_in_area …; may be repeated."),
]
_Standard = Annotated[
    str, typer.Option("--standard", callback=standard_of_proof, help="By which standard: more_likely_than_not …")
]
_Killed = Annotated[str, typer.Option("--killed", help="How many killed it concedes: 3, 3-5, at least 3, none.")]
_Injured = Annotated[str, typer.Option("--injured", help="How many injured it concedes.")]
_Place = Annotated[str, typer.Option("--place", help="The place that it states.")]
_Grid = Annotated[str, typer.Option("--grid", help="The military grid that it states: 37SEV000111.")]
_Corrects = Annotated[str, typer.Option("--corrects", metavar="ID", help="The determination that it replaces.")]
_Subject = Annotated[
    str,
    typer.Argument(metavar="ALLEGATION|REQUEST", help="The allegation to ask about, or the request, as hand:2."),
]
_Ask = Annotated[str, typer.Option("--ask", metavar="TEXT", help="What is asked about the allegation.")]
_Answer = Annotated[str, typer.Option("--answer", metavar="TEXT", help="What came back to the request.")]
_To = Annotated[str, typer.Option("--to", help="Whom; the allegation's actor if left out.")]
_RequestDate = Annotated[str | None, typer.Option(callback=come_day, help="The day; today if left out.")]


def add(
    *,
    incident: _Incident = "",
    account: _Account = "",
    actor: _Actor = "",
    received: _Received = None,
    reporter: _Reporter = "",
    number: _Number = "",
    code: _Code = "",
    why: WhyOption,
    casebook: CasebookOption,
    by: ByOption = None,
    undo: UndoOption = None,
) -> None:
    """Enter an allegation that was put to an actor, about an incident or an account.

    What the actor answers about the same incident, or under the same number,
    joins it. Without --received and without an answer it was not submitted.

    Example: untold review add --incident U-QVRU3E6Z --actor us-led-coalition --received 2017-03-20
    --reporter airwars --why "our letter of 20 March" --casebook cases

    Example: untold review add --undo 4 --why "entered twice" --casebook cases
    """
    from untold.allegations.hand import Put

    if undo is None and bool(incident) == bool(account):
        message = "give the --incident or the --account that it is about, and not both"
        raise typer.BadParameter(message)
    if undo is None and not actor:
        message = "say with --actor to whom it is put"
        raise typer.BadParameter(message)
    line = _made(
        Put,
        by=by,
        why=why,
        taking_back=undo,
        incident=incident,
        account=account,
        actor=actor_named(actor).id or "" if actor else "",
        received=received or "",
        reporter=reporter,
        number=number,
        code=code,
    )
    _enter(casebook, line)


def determine(
    allegation: _Allegation,
    *,
    status: _Status = "",
    date: _Date = None,
    reason: _Reason = None,
    standard: _Standard = "",
    killed: _Killed = "",
    injured: _Injured = "",
    place: _Place = "",
    grid: _Grid = "",
    corrects: _Corrects = "",
    why: WhyOption,
    casebook: CasebookOption,
    by: ByOption = None,
    undo: UndoOption = None,
) -> None:
    """Enter what an actor determined on an allegation, where no statement was imported that says it.

    A party that changed its mind makes a new determination; with --corrects it
    takes the place of an earlier one, which stays in the history.

    Example: untold review determine us-led-coalition:2793 --status credible --date 2018-11-30 --killed "at least 3"
    --reason inside_target_building --why "told to us by letter" --casebook cases

    Example: untold review determine us-led-coalition:2793 --undo 4 --why "another incident" --casebook cases
    """
    from untold.allegations.hand import Determined
    from untold.codebook.coordinates.grid import parse_mgrs

    if undo is None and not status:
        message = "say with --status what was found"
        raise typer.BadParameter(message)
    if undo is None and status != "credible" and (killed or injured):
        message = f"{status} concedes nobody; leave --killed and --injured out, or the status is credible"
        raise typer.BadParameter(message)
    if grid:
        parse_mgrs(grid)
    line = _made(
        Determined,
        by=by,
        why=why,
        taking_back=undo,
        allegation=allegation,
        status=status,
        date=date or "",
        reasons="; ".join(reason or ()),
        standard=standard,
        killed=killed,
        injured=injured,
        place=place,
        grid=grid,
        corrects=corrects,
    )
    _enter(casebook, line)


def request(
    subject: _Subject,
    *,
    ask: _Ask = "",
    answer: _Answer = "",
    to: _To = "",
    date: _RequestDate = None,
    why: WhyOption,
    casebook: CasebookOption,
    by: ByOption = None,
    undo: UndoOption = None,
) -> None:
    """Enter a request for information about an allegation, or what came back to one.

    Example: untold review request us-led-coalition:2793 --ask "Which strikes were flown there that night?"
    --date 2017-05-02 --why "the statement names no strike" --casebook cases

    Example: untold review request hand:2 --answer "One, at 21:40." --date 2017-06-20 --why "by mail" --casebook cases
    """
    from untold.allegations.hand import Asked

    if undo is None and bool(ask) == bool(answer):
        message = "give what is asked with --ask, or what came back with --answer"
        raise typer.BadParameter(message)
    line = _made(
        Asked,
        by=by,
        why=why,
        taking_back=undo,
        verb="answer" if answer else "ask",
        subject=subject,
        to=to,
        date=date or today(),
        words=answer or ask,
    )
    _enter(casebook, line)


def _made(kind: Callable[..., Line], *, by: str | None, why: str, taking_back: str | None, **fields: str) -> Line:
    """Return a line with who enters it, when and why; `taking_back` names another by its number, as "4" or "hand:4"."""
    number = (taking_back or "").removeprefix("hand:").strip()
    return kind(when=now(), who=who(by), undo=taking_back is not None, line=number, why=with_reason(why), **fields)


def _enter(folder: Path, line: "HandLine") -> None:
    """Add a line after looking up what it is about, renew the docket, and say how it stands now.

    Raises `CasebookError` where what it is about is not there; nothing is written then.
    """
    from untold.allegations.hand import enter
    from untold.allegations.hand_steps import hand_id
    from untold.allegations.record import renew_docket, review_of
    from untold.reports.casebook import check_format, open_casebook

    check_format(folder)
    with open_casebook(folder) as casebook:
        line = _looked_up(folder, review_of(folder), line)
        number = enter(casebook, line)
        review = renew_docket(casebook)
    if line.undo:
        typer.echo(f"{hand_id(line.line)} is taken back; both lines stay")
        return
    typer.echo("\n".join(_told(review, line, hand_id(number))))


def _looked_up(folder: Path, review: "Review", line: "HandLine") -> "HandLine":
    """Return a line that names what it is about by the id that the record has now."""
    from dataclasses import replace

    from untold.allegations.hand import Determined, Put

    if isinstance(line, Put):
        return line if line.undo else _put_on_what_is_there(folder, review, line)
    if isinstance(line, Determined):
        return _taking_back(folder, review, line) if line.undo else _determined_on_what_is_there(folder, review, line)
    if line.verb == "ask" and not line.undo:
        return replace(line, subject=_one(folder, review, line.subject).id)
    return line if line.undo else _answering_a_request(folder, review, line)


def _determined_on_what_is_there(folder: Path, review: "Review", line: "Determined") -> "Determined":
    from dataclasses import replace

    from untold.codebook.errors import CasebookError

    found = _one(folder, review, line.allegation)
    if line.corrects and line.corrects not in {each.id for each in found.determinations}:
        why, remedy = f"{found.id} has no determination {line.corrects}", "look its id up with untold review show"
        raise CasebookError(str(folder), why, remedy)
    return replace(line, allegation=found.id)


def _taking_back(folder: Path, review: "Review", line: "Determined") -> "Determined":
    """Return a line that takes one back, if that is of the allegation; one that is not there any more has none."""
    from untold.allegations.hand_steps import hand_id
    from untold.codebook.errors import CasebookError

    found = review.docket.find(line.allegation)
    if found and not any(each.id == hand_id(line.line) for told in found for each in told.determinations):
        why, remedy = (
            f"{line.allegation} has no determination {hand_id(line.line)}",
            "look its id up with untold review show",
        )
        raise CasebookError(str(folder), why, remedy)
    return line


def _put_on_what_is_there(folder: Path, review: "Review", line: "Put") -> "Put":
    from dataclasses import replace

    from untold.claims.accounts import accounts_kept
    from untold.codebook.errors import CasebookError, UnknownAccount

    if line.account and line.account not in {each.id for each in accounts_kept(folder)}:
        raise UnknownAccount(line.account)
    if not line.incident:
        return line
    codes = review.told.present(line.incident)
    if len(codes) != 1:
        why = f"{line.incident} was parted into {', '.join(codes)}" if codes else f"holds no incident {line.incident}"
        raise CasebookError(str(folder), why, "look its code up with untold match --as csv")
    return replace(line, incident=codes[0])


def _answering_a_request(folder: Path, review: "Review", line: "Asked") -> "Asked":
    from untold.codebook.errors import CasebookError

    asked = next((each.asked for each in review.docket.requests if each.id == line.subject), None)
    if asked is None:
        why, remedy = f"holds no request {line.subject}", "look its id up with untold review show"
        raise CasebookError(str(folder), why, remedy)
    if line.date < asked:
        why = f"request {line.subject} was asked on {asked}, after its answer of {line.date}"
        raise CasebookError(str(folder), why, "put one of the two days right with --date")
    return line


def _one(folder: Path, review: "Review", name: str) -> "Allegation":
    from untold.cli.review_showing import one_allegation

    return one_allegation(folder, review.docket, name)


def _told(review: "Review", line: "HandLine", identity: str) -> list[str]:
    from untold.allegations.hand import Asked, Determined

    if isinstance(line, Asked):
        made = line.subject if line.verb == "answer" else identity
        return [f"request {made}: {'answered' if line.verb == 'answer' else 'asked'} on {line.date}"]
    name = line.allegation if isinstance(line, Determined) else identity
    (found,) = review.docket.find(name)
    about = found.incident or found.account or "nothing that is known"
    how = f" ({identity})" if isinstance(line, Determined) else ""
    return [
        f"{found.id}: {found.status}, to {found.to.name}, about {about}{how}",
        *(f"  {each}" for each in found.doubts),
    ]
