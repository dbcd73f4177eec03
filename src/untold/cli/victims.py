"""`untold victims`: how many people, which records may be one of them, and a person's word; no names unasked."""

import getpass
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from untold.cli.edge import ExitCode, complain
from untold.cli.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from untold.codebook.errors import UnreadableRow
    from untold.incidents.victims import Victim
    from untold.incidents.victims.objects import Shown


class VictimForm(StrEnum):
    """The forms in which victims can be had."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class VictimVerdict(StrEnum):
    """What a person may say of two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def victims(
    a: Annotated[str | None, typer.Argument(metavar="[A", help="A record's id, with --verdict.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B]", help="Another's, or that of a register's row.")] = None,
    *,
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
    add: Annotated[
        Path | None, typer.Option("--add", exists=True, dir_okay=False, help="Take victims in from this table.")
    ] = None,
    register: Annotated[
        Path | None, typer.Option("--register", exists=True, dir_okay=False, help="Compare with this register.")
    ] = None,
    verdict: Annotated[VictimVerdict | None, typer.Option("--verdict", help="Whether A and B are one person.")] = None,
    why: Annotated[str | None, typer.Option("--why", help="The reason, in a sentence.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who decides; the account's name if left out.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the earlier word back; both lines stay.")] = False,
    show_names: Annotated[
        str | None,
        typer.Option("--show-names", metavar="REASON", help="Name adults on this ground; nobody who refused."),
    ] = None,
    form: Annotated[VictimForm, typer.Option("--as", help="The form.")] = VictimForm.TABLE,
    out: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write to this file.")] = None,
) -> None:
    """Show how many victims the casebook records and which records may be one person: ids, and no names.

    Records are never joined by the program. Names are shown with --show-names
    and its reason; children's, and those of unknown age, never from here.

    Example: untold victims --casebook cases --register ministry.csv

    Example: untold victims v17 registry:204 --verdict same --why "same father and day" --casebook cases
    """
    if verdict is not None or undo:
        _decide(casebook, a, b, verdict or VictimVerdict.UNSURE, why=why, by=by, undo=undo)
    errors = _add(casebook, add) if add is not None else ()
    shown, unread = _gathered(casebook, register, show_names)
    _show(shown, form, out)
    for error in (*errors, *unread):
        complain(str(error))
    if errors or unread:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _decide(
    casebook: Path, a: str | None, b: str | None, verdict: VictimVerdict, *, why: str | None, by: str | None, undo: bool
) -> None:
    from untold.incidents.victims import VictimWord, keep_word
    from untold.reports.casebook import open_casebook

    if a is None or b is None:
        message = "give the ids of the two records that it is about"
        raise typer.BadParameter(message)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_casebook(casebook) as opened:
        keep_word(opened, VictimWord(now, by or getpass.getuser(), a, b, verdict.value, undo, why or ""))


def _add(casebook: Path, table: Path) -> "Sequence[UnreadableRow]":
    from untold.incidents.victims import keep_victims, read_victims
    from untold.reports.casebook import open_casebook

    found, errors = read_victims(str(table))
    with open_casebook(casebook) as opened:
        new = keep_victims(opened, found)
    typer.echo(f"{len(new)} new victims, {len(found) - len(new)} known ones replaced", err=True)
    return errors


def _gathered(casebook: Path, register: Path | None, reason: str | None) -> "tuple[Shown, Sequence[UnreadableRow]]":
    from untold.claims.accounts import accounts_kept
    from untold.incidents.victims import (
        Policy,
        Register,
        kept_words,
        particulars_of,
        propose_duplicates,
        read_register,
        reconcile,
        undecided,
        with_register_ids,
    )
    from untold.incidents.victims.objects import Shown

    accounts = {each.id: each for each in accounts_kept(casebook)}
    words = kept_words(casebook)
    victims = with_register_ids(_all_victims(casebook), words)
    _keep_in_incidents(casebook, victims)
    records = [particulars_of(each, accounts) for each in victims]
    rows, unread = read_register(str(register)) if register is not None else ((), ())
    listed = Register(rows)
    matches = tuple(match for each in records for match in reconcile(each, listed, most=3)) if rows else ()
    policy = Policy(reason or "", names_adults=reason is not None)
    proposals = undecided(propose_duplicates(records), words)
    return Shown(victims, words, proposals, undecided(matches, words), policy), unread


def _all_victims(casebook: Path) -> "tuple[Victim, ...]":
    """Return the victims that lists name and those entered by hand; of one id the latter."""
    from untold.claims.accounts import accounts_kept
    from untold.claims.hand import apply_words, words_kept
    from untold.claims.readings import kept_claims
    from untold.incidents.victims import kept_victims, victims_named

    claims = apply_words(kept_claims(casebook), words_kept(casebook))
    named = victims_named(accounts_kept(casebook), {each.id: each for each in claims})
    return tuple({each.id: each for each in (*named, *kept_victims(casebook))}.values())


def _keep_in_incidents(casebook: Path, victims: "Sequence[Victim]") -> None:
    """Put the victims' ids into the incidents whose accounts tell of them."""
    from untold.incidents.record import incidents_kept, keep_incidents
    from untold.incidents.victims import with_victims
    from untold.reports.casebook import open_casebook

    with open_casebook(casebook) as opened:
        before = incidents_kept(casebook)
        after = with_victims(before, victims)
        if after != before:
            keep_incidents(opened, after)


def _show(shown: "Shown", form: VictimForm, out: Path | None) -> None:
    from untold.cli.people import victims_csv, victims_lines
    from untold.incidents.victims.objects import victims_object

    match form:
        case VictimForm.JSON:
            text = msgspec.json.format(msgspec.json.encode(victims_object(shown)), indent=2).decode()
        case VictimForm.CSV:
            text = victims_csv(shown)
        case _:
            text = victims_lines(shown)
    if out is not None:
        write_whole(out, f"{text.rstrip()}\n")
        return
    sys.stdout.buffer.write(f"{text.rstrip()}\n".encode())
    sys.stdout.buffer.flush()
