"""`untold tally`: how many, by incidents, on one scope; by which rule, resting on whom, and what stays open."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.compared_scope import DemographicAsked, GradesBy, HarmAsked, StatusAsked, Typed, scope_typed
from untold.cli.destinations import writable
from untold.cli.tally_options import RuleAsked, TallyForm, fields_typed, sources_typed, terms_typed

if TYPE_CHECKING:
    from untold.tallies.counted.answer import Answer
    from untold.tallies.counting import Counting
    from untold.tallies.ranging import Hierarchy
    from untold.tallies.tally import Dimension, TallyScope

_ISO_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
Listed = list[str]


def _iso_prefix(value: str | None) -> str | None:
    if value is not None and _ISO_PREFIX.fullmatch(value) is None:
        message = f"{value!r} is no date; write 2016, 2016-03 or 2016-03-23"
        raise typer.BadParameter(message)
    return value


def tally(
    *,
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
    actor: Annotated[Listed | None, typer.Option(help="By whom: a slug or a name; may be repeated.")] = None,
    alone: Annotated[bool, typer.Option("--alone", help="Only incidents that nobody else is blamed for.")] = False,
    role: Annotated[str | None, typer.Option(help="Named as: known,suspected,contested,denied.")] = None,
    country: Annotated[Listed | None, typer.Option(help="Where: SYR, or a name; may be repeated.")] = None,
    place: Annotated[Listed | None, typer.Option(help="Where: Manbij, or Aleppo province; may be repeated.")] = None,
    start: Annotated[str | None, typer.Option("--from", callback=_iso_prefix, help="The first day.")] = None,
    end: Annotated[str | None, typer.Option("--to", callback=_iso_prefix, help="The last day.")] = None,
    harm: Annotated[HarmAsked, typer.Option(help="What happened to them.")] = HarmAsked.KILLED,
    status: Annotated[
        StatusAsked | None,
        typer.Option(help="Who they were; any is everybody, as with --by status.", show_default="civilian"),
    ] = None,
    demographic: Annotated[DemographicAsked | None, typer.Option(help="Children, women or men alone.")] = None,
    grades: Annotated[str | None, typer.Option(help="Count only incidents of these grades: fair,confirmed.")] = None,
    grades_by: Annotated[GradesBy, typer.Option("--grades-by", help="Whose grades.")] = GradesBy.OURS,
    strike_status: Annotated[
        str | None, typer.Option("--strike-status", help="Whose strike is: declared,likely …")
    ] = None,
    means: Annotated[str | None, typer.Option(help="With what: airstrike,artillery …")] = None,
    infrastructure: Annotated[str | None, typer.Option(help="What was hit: market,healthcare …")] = None,
    source: Annotated[Listed | None, typer.Option(help="Only what these sources say; may be repeated.")] = None,
    without: Annotated[
        Listed | None, typer.Option(help="Leave out what these say and publish; may be repeated.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="FIELD[,FIELD]", help="A table by month, actor, governorate, source, period …")
    ] = None,
    periods: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Named windows for --by period, as TOML.")
    ] = None,
    rule: Annotated[RuleAsked, typer.Option(help="How an incident's accounts become one range.")] = RuleAsked.WIDEST,
    hierarchy: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Another order of sources, as TOML.")
    ] = None,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Also show the total without each source.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="INCIDENT", help="Instead: the claims one incident's ranges rest on."),
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language of the page: en, ar.")] = None,
    form: Annotated[TallyForm, typer.Option("--as", help="The form of the tally.")] = TallyForm.TABLE,
    out: Annotated[
        Path | None, typer.Option(callback=writable, dir_okay=False, help="Write to this file, whole or not at all.")
    ] = None,
) -> None:
    """Tally the casebook's incidents on one scope: at least and at most how many, and what stays open.

    What no source says is never counted as 0. An incident of several actors
    counts once in the total, and once under each of them.

    Example: untold tally --casebook cases --actor us-led-coalition --alone --country SYR --to 2016-03-31

    Example: untold tally --casebook cases --by month,actor --rule majority --sensitivity --as xlsx --out tally.xlsx

    Example: untold tally --casebook cases --explain U-7KQ2M3AB --rule ucdp
    """
    from untold.cli.tally_output import put_explanation, put_out

    order = _order(hierarchy)
    if explain is not None:
        put_explanation(casebook, explain, rule.value, order, form=form, out=out)
        return
    fields = fields_typed(by)
    typed = Typed(
        actors=tuple(actor or ()),
        alone=alone,
        countries=tuple(country or ()),
        places=tuple(place or ()),
        start=start,
        end=end,
        harm=harm,
        status=status or (StatusAsked.ANY if "status" in fields else StatusAsked.CIVILIAN),
        demographic=demographic,
        grades=grades,
        grades_by=grades_by,
        sources=(),
    )
    scope = replace(
        scope_typed(typed),
        roles=terms_typed(role, "attribution_role"),
        strike_statuses=terms_typed(strike_status, "strike_status"),
        means=terms_typed(means, "weapon"),
        infrastructure=terms_typed(infrastructure, "infrastructure"),
        sources=sources_typed(source),
        without=sources_typed(without),
    )
    with _counting(casebook, rule, order, periods, fields) as counting:
        answer = _answer(counting, scope, fields, wants_sensitivity=sensitivity)
        put_out(counting, answer, casebook, form, out, language=language)


def _counting(
    casebook: Path, rule: RuleAsked, order: "Hierarchy | None", periods: Path | None, fields: "tuple[Dimension, ...]"
) -> "Counting":
    from untold.tallies.counting import Counting, periods_of
    from untold.tallies.tables import casebook_tables

    if ("period" in fields) != (periods is not None):
        message = "--by period and --periods FILE go together"
        raise typer.BadParameter(message)
    named = () if periods is None else periods_of(periods)
    today = datetime.now(UTC).date().isoformat()
    return Counting(casebook_tables(casebook, rule.value, order), as_of=today, periods=named)


def _order(hierarchy: Path | None) -> "Hierarchy | None":
    from untold.tallies.ranging import hierarchy_of

    return None if hierarchy is None else hierarchy_of(hierarchy)


def _answer(
    counting: "Counting", scope: "TallyScope", fields: "tuple[Dimension, ...]", *, wants_sensitivity: bool
) -> "Answer":
    from untold.tallies.counted.answer import Answer, emptiness

    table = counting.count(scope, fields)
    if not table.total.incidents:
        return Answer(table, () if wants_sensitivity else None, emptiness(counting, scope))
    return Answer(table, counting.sensitivity(scope) if wants_sensitivity else None)
