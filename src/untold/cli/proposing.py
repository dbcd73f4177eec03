"""`untold propose`: which texts seem to tell one story, and which incident a statement seems to answer."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from untold.cli.output import write_whole

if TYPE_CHECKING:
    from untold.incidents.official import Answer
    from untold.incidents.proposing import ProposalsObject

_CANDIDATES = 3  # that a person looks at first
_ORDER = ("contradicted", "ambiguous", "linked", "none")  # what a person can decide first


class ProposeForm(StrEnum):
    """The forms in which proposals can be had."""

    TABLE = "table"
    JSON = "json"


def propose(
    *,
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
    form: Annotated[ProposeForm, typer.Option("--as", help="The form of the proposals.")] = ProposeForm.TABLE,
    out: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write to this file.")] = None,
) -> None:
    """Propose what the match left open: texts that seem to tell one story, statements with what they may answer.

    Nothing is joined: untold judge says that two accounts are one incident, and
    the next untold match follows. Match first, so that what is joined already
    is not proposed.

    Example: untold propose --casebook cases

    Example: untold propose --casebook cases --as json --out proposals.json
    """
    from untold.incidents.proposing import proposals_of

    found = proposals_of(casebook)
    if form is ProposeForm.JSON:
        text = msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
    else:
        text = "\n".join(_lines(found))
    if out is not None:
        write_whole(out, f"{text}\n")
        return
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


def _lines(found: "ProposalsObject") -> Iterator[str]:
    from untold.cli.directions import wrapped

    yield f"{len(found.stories):,} groups of texts that may tell one story, and are not one incident"
    for story in found.stories:
        yield wrapped(", ".join(story.accounts), indent="  ", hanging="      ")
    verdicts = [answer.link.verdict for answer in found.answers]
    counted = ", ".join(f"{verdicts.count(each):,} {each}" for each in dict.fromkeys(sorted(verdicts)))
    yield f"{len(found.answers):,} official statements: {counted or 'none'}"
    joined = set(found.joined)
    open_answers = [answer for answer in found.answers if answer.account not in joined]
    if joined:
        yield f"  {len(joined):,} of them are in the incident that they answer"
    for answer in sorted(open_answers, key=lambda each: _ORDER.index(each.link.verdict)):
        yield from _answer_lines(answer)


def _answer_lines(answer: "Answer") -> Iterator[str]:
    from untold.cli.directions import wrapped

    link = answer.link
    if link.verdict == "none" and not link.candidates:
        return
    verdict = f"{link.verdict} {link.incident}" if link.incident is not None else link.verdict
    yield wrapped(f"{answer.account} {verdict}: {link.reason}", indent="  ", hanging="      ")
    if link.verdict != "linked":
        for each in link.candidates[:_CANDIDATES]:
            words = f"{each.incident}, {each.steps:g} steps: {'; '.join(each.reasons)}"
            yield wrapped(words, indent="      ", hanging=" " * 10)
