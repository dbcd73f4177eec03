"""`untold grade`: how well each incident is supported, by which rule, and a person's word on it."""

import getpass
import sys
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from untold.cli.edge import complain
from untold.cli.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from untold.incidents.grading import Override
    from untold.incidents.incident import Incident


class GradeForm(StrEnum):
    """The forms in which grades can be had."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


class GradeRules(StrEnum):
    """The sets of rules; the first is ours and is kept, the others are shown."""

    OURS = "ours"
    IBC = "ibc"
    UCDP = "ucdp"


def grade(
    incident: Annotated[
        str | None, typer.Argument(metavar="[INCIDENT]", help="One incident's code; all of them without it.")
    ] = None,
    *,
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
    rules: Annotated[GradeRules, typer.Option("--rules", help="By whose rules.")] = GradeRules.OURS,
    actor: Annotated[
        str | None, typer.Option("--actor", help="The accused: harm that others are known to have done is discounted.")
    ] = None,
    value: Annotated[str | None, typer.Option("--set", help="Overrule the grade: fair, weak …")] = None,
    status: Annotated[str | None, typer.Option("--set-status", help="Overrule the strike status: likely …")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take what was overruled back; all lines stay.")] = False,
    why: Annotated[str | None, typer.Option("--why", help="The reason, in a sentence.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who decides; the account's name if left out.")] = None,
    form: Annotated[GradeForm, typer.Option("--as", help="The form of the grades.")] = GradeForm.TABLE,
    out: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write to this file.")] = None,
) -> None:
    """Grade the casebook's incidents by a stated rule over independent sources, or overrule one with a reason.

    Our grades are kept in incidents.jsonl; other rules' are shown and not kept.
    What a person says stands beside what the rule says, and the history stays.

    Example: untold grade --casebook cases --rules ibc --as csv --out support.csv

    Example: untold grade I-7KQ2 --set fair --why "the second outlet has its own reporter there" --casebook cases
    """
    if (value, status) != (None, None) or undo:
        _overrule(casebook, _words(incident, value, status, undo=undo, why=why, by=by))
    _show(casebook, incident, rules.value, accused=_slug(actor), form=form, out=out)


def _words(
    incident: str | None, value: str | None, status: str | None, *, undo: bool, why: str | None, by: str | None
) -> "list[Override]":
    """Return the lines that the options say, one for each axis."""
    from untold.incidents.grading import Override

    if incident is None:
        message = "give the code of the incident that it is about"
        raise typer.BadParameter(message)
    if not (why or "").strip():
        message = "a grade without a reason cannot be questioned; say why with --why TEXT"
        raise typer.BadParameter(message)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    who = by or getpass.getuser()
    said = {"grade": value, "strike_status": status}
    axes = [axis for axis, given in said.items() if given is not None or (undo and (value, status) == (None, None))]
    return [Override(now, who, incident, axis, said[axis] or "", undo, why or "") for axis in axes]  # type: ignore[arg-type]


def _overrule(casebook: Path, words: "Sequence[Override]") -> None:
    from untold.codebook.errors import CasebookError
    from untold.incidents.grading import keep_override
    from untold.incidents.record import incidents_kept
    from untold.reports.casebook import open_casebook

    with open_casebook(casebook) as opened:
        kept = incidents_kept(casebook)
        present = {code: each.code for each in kept for code in each.previous_codes} | {
            each.code: each.code for each in kept
        }
        for word in words:
            if word.incident not in present:
                why, remedy = f"holds no incident {word.incident}", "look its code up with untold grade"
                raise CasebookError(str(casebook), why, remedy)
            keep_override(opened, replace(word, incident=present[word.incident]))


def _show(
    casebook: Path, code: str | None, rules: str, *, accused: str | None, form: GradeForm, out: Path | None
) -> None:
    from untold.claims.accounts import accounts_kept
    from untold.cli.graded import grades_csv, grades_lines, incident_lines
    from untold.incidents.grading import history_of, kept_overrides
    from untold.incidents.grading.objects import grade_object, grades_object

    accounts = {each.id: each for each in accounts_kept(casebook)}
    graded = _chosen(casebook, _graded(casebook, rules, accused), code)
    said = kept_overrides(casebook)
    match form:
        case GradeForm.JSON:
            whole = msgspec.json.encode(grades_object(graded, accounts, said, rules))
            text = msgspec.json.format(whole, indent=2).decode()
        case GradeForm.JSONL:
            text = "\n".join(msgspec.json.encode(grade_object(each, accounts, said)).decode() for each in graded)
        case GradeForm.CSV:
            text = grades_csv(graded, accounts)
        case _ if code is not None:
            text = incident_lines(graded[0], accounts, history_of(graded[0], said))
        case _:
            text = grades_lines(graded, accounts, rules)
    _put(text, out)


def _graded(casebook: Path, rules: str, accused: str | None) -> "tuple[Incident, ...]":
    """Return the incidents graded, and keep our own grades where no accused narrows them."""
    from untold.incidents.grading import grade_casebook, kept_overrides, overrides_on_nothing
    from untold.incidents.record import keep_incidents
    from untold.reports.casebook import open_casebook

    with open_casebook(casebook) as opened:
        graded = grade_casebook(casebook, rules=rules, accused=accused)
        if rules == GradeRules.OURS.value and accused is None:
            keep_incidents(opened, graded)
    for word in overrides_on_nothing(graded, kept_overrides(casebook)):
        complain(f"hand/grades.csv: there is no incident {word.incident} any more; {word.value!r} has no effect")
    return graded


def _chosen(casebook: Path, graded: "Sequence[Incident]", code: str | None) -> "Sequence[Incident]":
    from untold.codebook.errors import CasebookError

    if code is None:
        return [each for each in graded if each.accounts]
    found = [each for each in graded if each.code == code] or [each for each in graded if code in each.previous_codes]
    if not found:
        raise CasebookError(str(casebook), f"holds no incident {code}", "look its code up with untold grade")
    return found


def _slug(actor: str | None) -> str | None:
    from untold.codebook.actors import all_actors, find_actor

    if actor is None or actor in all_actors():
        return actor
    known = find_actor(actor)
    if known is None:
        message = f"{actor!r} is no actor of the codebook"
        raise typer.BadParameter(message)
    return known.id


def _put(text: str, out: Path | None) -> None:
    if out is not None:
        write_whole(out, f"{text.rstrip()}\n")
        return
    sys.stdout.buffer.write(f"{text.rstrip()}\n".encode())
    sys.stdout.buffer.flush()
