"""The options of `untold tally` as they are typed: lists become fields and slugs, or what could be written is said."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

import typer

from untold.cli.compared_options import Several
from untold.cli.compared_scope import StatusAsked
from untold.tallies.tally import Dimension

MOST_FIELDS = 3  # a table of more would be read by nobody


class TallyForm(StrEnum):
    """The forms in which a tally can be had."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


class RuleAsked(StrEnum):
    """The rules by which an incident's accounts become one range."""

    WIDEST = "widest"
    MAJORITY = "majority"
    HIERARCHY = "hierarchy"
    UCDP = "ucdp"


Kept = Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")]
Named = Annotated[str | None, typer.Option(help="Named as: known,suspected,contested,denied.")]
Smaller = Annotated[Several, typer.Option(help="Where: Manbij, or Aleppo province; may be repeated.")]
WhoTheyWere = Annotated[
    StatusAsked | None,
    typer.Option(help="Who they were; any is everybody, as with --by status.", show_default="civilian"),
]
Strike = Annotated[str | None, typer.Option("--strike-status", help="Whose strike is: declared,likely …")]
Means = Annotated[str | None, typer.Option(help="With what: airstrike,artillery …")]
Hit = Annotated[str | None, typer.Option(help="What was hit: market,healthcare …")]
Without = Annotated[Several, typer.Option(help="Leave out what these say and publish; may be repeated.")]
By = Annotated[
    str | None, typer.Option(metavar="FIELD[,FIELD]", help="A table by month, actor, governorate, source, period …")
]
Periods = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Named windows for --by period, TOML.")]
Rule = Annotated[RuleAsked, typer.Option(help="How an incident's accounts become one range.")]
Order = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Another order of sources, as TOML.")]
Sensitivity = Annotated[bool, typer.Option("--sensitivity", help="Also show the total without each source.")]
Explain = Annotated[
    str | None,
    typer.Option("--explain", metavar="INCIDENT", help="Instead: the claims that one incident's ranges rest on."),
]
AsForm = Annotated[TallyForm, typer.Option("--as", help="The form of the tally.")]


def fields_typed(written: str | None) -> tuple[Dimension, ...]:
    """Return the fields of the cells; raises `typer.BadParameter` for a word that is none of them."""
    asked = listed(written)
    known: dict[str, Dimension] = {each: each for each in get_args(Dimension)}
    for each in asked:
        if each not in known:
            message = f"{each!r} is no field; write some of {', '.join(known)}"
            raise typer.BadParameter(message)
    if len(asked) > MOST_FIELDS:
        message = f"a table by {len(asked)} fields is read by nobody; write {MOST_FIELDS} at most"
        raise typer.BadParameter(message)
    return tuple(known[each] for each in asked)


def terms_typed(written: str | None, vocabulary_name: str) -> tuple[str, ...]:
    """Return slugs of a vocabulary; raises `typer.BadParameter` for a word that it does not hold."""
    from untold.codebook.vocabularies import vocabulary

    asked, known = listed(written), [term.slug for term in vocabulary(vocabulary_name)]
    for each in asked:
        if each not in known:
            message = f"{each!r} is no {vocabulary_name.replace('_', ' ')}; write some of {', '.join(known)}"
            raise typer.BadParameter(message)
    return asked


def sources_typed(written: Sequence[str] | None) -> tuple[str, ...]:
    """Return sources by slug where the codebook has one, else by the name as it is written."""
    return tuple(dict.fromkeys(_source(name) for name in written or ()))


def listed(written: str | None) -> tuple[str, ...]:
    """Return the words of a list with commas, each once.

    >>> listed("fair, confirmed,fair")
    ('fair', 'confirmed')
    """
    return tuple(dict.fromkeys(each.strip() for each in (written or "").split(",") if each.strip()))


def _source(name: str) -> str:
    from untold.codebook.actors import all_actors, find_actor

    known = None if name in all_actors() else find_actor(name)
    return known.id if known else name
