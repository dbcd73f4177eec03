"""`untold match` and `untold judge`: which accounts are one incident, why, and a person's word on it."""

import getpass
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console

from untold.cli.edge import complain
from untold.cli.output import write_whole

if TYPE_CHECKING:
    from untold.incidents.matching.matcher import Engine
    from untold.incidents.probabilities import Weighed
    from untold.incidents.record import Matched

Casebook = Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")]


class MatchForm(StrEnum):
    """The forms in which a match can be had."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class MatchEngine(StrEnum):
    """What runs the rule."""

    DUCKDB = "duckdb"
    SPARK = "spark"


class JudgeVerdict(StrEnum):
    """What a person may say of two accounts."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def match(
    *,
    casebook: Casebook,
    engine: Annotated[MatchEngine, typer.Option("--engine", help="What runs the rule.")] = MatchEngine.DUCKDB,
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="URL", help="With --engine spark: the cluster's; this machine if left out."),
    ] = None,
    rule: Annotated[
        Path | None, typer.Option("--rule", exists=True, dir_okay=False, help="A rule of your own, as TOML.")
    ] = None,
    explain: Annotated[
        tuple[str, str] | None, typer.Option("--explain", metavar="A B", help="Show the evidence for two accounts.")
    ] = None,
    probabilities: Annotated[
        bool, typer.Option("--probabilities", help="Weigh the same pairs with Splink, and show both.")
    ] = False,
    form: Annotated[MatchForm, typer.Option("--as", help="The form of the outcome.")] = MatchForm.TABLE,
    out: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write to this file.")] = None,
) -> None:
    """Match the casebook's accounts into incidents, by a rule that can be read; keep them in incidents.jsonl.

    Codes stay when accounts join; what people judged always holds. Accounts
    that were matched before are not compared again. Official statements join
    the incident that they answer; what cannot be decided is listed.

    Example: untold match --casebook cases

    Example: untold match --casebook cases --explain airwars:CS001 ucdp:SYR-12

    Example: untold match --casebook cases --engine spark --master spark://127.0.0.1:7077

    Example: untold match --casebook cases --probabilities
    """
    from untold.cli.explained import explanation_lines
    from untold.cli.weighed import weight_lines
    from untold.incidents.matching import read_settings
    from untold.incidents.objects import explanation_object
    from untold.incidents.record import match_casebook
    from untold.reports.casebook import open_casebook

    _check_options(engine, master, explain, form, probabilities=probabilities)
    with open_casebook(casebook) as opened, Console(stderr=True).status("Matching"):
        matched = match_casebook(opened, None if rule is None else read_settings(rule), _engine(engine, master))
    _name_left_out(matched)
    weighed = _weighed(casebook, matched, engine, master) if probabilities else None
    if explain is None:
        _put(_rendered(matched, form, weighed), out)
        return
    explained = explanation_object(matched, *explain, weighed)
    if form is MatchForm.JSON:
        _put(_json(explained), out)
        return
    weights = [] if weighed is None else [weight_lines(weighed, *explain)]
    _put("\n".join([explanation_lines(explained), *weights]), out)


def _check_options(
    engine: MatchEngine, master: str | None, explain: tuple[str, str] | None, form: MatchForm, *, probabilities: bool
) -> None:
    """Refuse options that do not go together, each with what it is for."""
    is_shown = form in {MatchForm.TABLE, MatchForm.JSON}
    if master is not None and engine is not MatchEngine.SPARK:
        raise typer.BadParameter("is for --engine spark", param_hint="--master")
    if probabilities and not is_shown:
        raise typer.BadParameter("are shown with --as table or --as json", param_hint="--probabilities")
    if explain is not None and explain[0] == explain[1]:
        raise typer.BadParameter(f"{explain[0]} twice; name two accounts", param_hint="--explain")
    if explain is not None and not is_shown:
        raise typer.BadParameter("is shown with --as table or --as json", param_hint="--explain")


def _name_left_out(matched: "Matched") -> None:
    """Say which blocks were too large to compare, and what follows."""
    for block in matched.match.left_out:
        complain(
            f"a block of {block.accounts} accounts was left out ({block.step}, with {block.example}): "
            "its accounts were compared only where another block brings them together"
        )


def _weighed(casebook: Path, matched: "Matched", engine: MatchEngine, master: str | None) -> "Weighed":
    from untold.incidents.probabilities.casebook import weigh_casebook
    from untold.incidents.spark import Cluster

    cluster = None if engine is MatchEngine.DUCKDB else Cluster(master or Cluster().master)
    with Console(stderr=True).status("Weighing"):
        return weigh_casebook(casebook, matched.match, cluster)


def _engine(named: MatchEngine, master: str | None) -> "Engine":
    if named is MatchEngine.DUCKDB:
        from untold.incidents.matching.on_duckdb import pairs_on_duckdb

        return pairs_on_duckdb
    from untold.incidents.spark import Cluster, spark_engine

    return spark_engine(Cluster() if master is None else Cluster(master))


def judge(
    a: Annotated[str, typer.Argument(metavar="A", help="An account's id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another account's id.")],
    verdict: Annotated[JudgeVerdict, typer.Argument(help="Whether they are one incident.")],
    *,
    why: Annotated[str, typer.Option("--why", help="The reason, in a sentence.")],
    casebook: Casebook,
    by: Annotated[str | None, typer.Option("--by", help="Who judges; the account's name if left out.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the earlier judgement back; both lines stay.")] = False,
) -> None:
    """Say whether two accounts are of one incident; it holds in every later match, whatever the rule finds.

    Example: untold judge airwars:CS001 ucdp:SYR-12 same --why "the same family, the same street" --casebook cases
    """
    from untold.claims.accounts import accounts_kept
    from untold.codebook.errors import UnknownAccount
    from untold.incidents.judgements import Judgement
    from untold.incidents.judgements import judge as keep
    from untold.reports.casebook import open_casebook

    now = datetime.now(UTC).isoformat(timespec="seconds")
    judgement = Judgement(now, by or getpass.getuser(), a, b, verdict.value, undo, why)
    with open_casebook(casebook) as opened:
        known = {account.id for account in accounts_kept(casebook)}
        for account in (a, b):
            if account not in known:
                raise UnknownAccount(account)
        keep(opened, judgement)
    typer.echo(f"{a} and {b}: {verdict.value}{' taken back' if undo else ''}; untold match applies it")


def _rendered(matched: "Matched", form: MatchForm, weighed: "Weighed | None") -> str:
    from untold.cli.matched import match_csv, match_jsonl, match_lines
    from untold.incidents.objects import match_object

    match form:
        case MatchForm.JSON:
            return _json(match_object(matched, weighed))
        case MatchForm.JSONL:
            return match_jsonl(matched)
        case MatchForm.CSV:
            return match_csv(matched)
        case _:
            from untold.cli.weighed import weighed_lines

            return "\n".join([match_lines(matched), *([] if weighed is None else [weighed_lines(weighed)])])


def _json(whole: object) -> str:
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _put(text: str, out: Path | None) -> None:
    ended = f"{text.rstrip()}\n" if text else ""  # no incident is no line
    if out is not None:
        write_whole(out, ended)
        return
    sys.stdout.buffer.write(ended.encode())
    sys.stdout.buffer.flush()
