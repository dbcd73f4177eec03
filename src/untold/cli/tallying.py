"""`untold tally`: how many, by incidents, on one scope; by which rule, resting on whom, and what stays open."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from untold.cli import compared_options as options
from untold.cli import tally_options as own
from untold.cli.compared_scope import GradesBy, HarmAsked, StatusAsked, Typed, scope_typed
from untold.cli.tally_options import RuleAsked, TallyForm, fields_typed, sources_typed, terms_typed

if TYPE_CHECKING:
    from untold.tallies.counted.answer import Answer
    from untold.tallies.counting import Counting
    from untold.tallies.ranging import Hierarchy
    from untold.tallies.tally import Dimension, TallyScope


def tally(
    *,
    casebook: own.Kept,
    actor: options.ByWhom = None,
    alone: options.Alone = False,
    role: own.Named = None,
    country: options.Country = None,
    place: own.Smaller = None,
    start: options.FirstDay = None,
    end: options.LastDay = None,
    harm: options.HarmOption = HarmAsked.KILLED,
    status: own.WhoTheyWere = None,
    demographic: options.DemographicOption = None,
    grades: options.Grades = None,
    grades_by: options.WhoseGrades = GradesBy.OURS,
    strike_status: own.Strike = None,
    means: own.Means = None,
    infrastructure: own.Hit = None,
    source: options.SaidBy = None,
    without: own.Without = None,
    by: own.By = None,
    periods: own.Periods = None,
    rule: own.Rule = RuleAsked.WIDEST,
    hierarchy: own.Order = None,
    sensitivity: own.Sensitivity = False,
    explain: own.Explain = None,
    language: options.Language = None,
    form: own.AsForm = TallyForm.TABLE,
    out: options.Out = None,
) -> None:
    """Tally the casebook's incidents on one scope: at least and at most how many, and what stays open.

    What no source says is never counted as 0. An incident of several actors
    counts once in the total, and once under each of them. Fields of a table:
    source, actor, role, country, governorate, place, month, year, grade,
    strike_status, status, demographic, means, infrastructure, period.

    Example: untold tally --casebook cases --actor us-led-coalition --alone --country SYR --to 2016-03-31

    Example: untold tally --casebook cases --by month,actor --rule majority --sensitivity --as xlsx --out tally.xlsx

    Example: untold tally --casebook cases --explain U-7KQ2M3AB --rule ucdp
    """
    order = _order(hierarchy)
    if explain is not None:
        _explain(casebook, explain, rule, order, form=form, out=out)
        return
    fields = fields_typed(by)
    people = (harm, status or _everybody_by(fields), demographic)
    actors, countries, places = (tuple(each or ()) for each in (actor, country, place))
    asked = scope_typed(Typed(actors, alone, countries, places, start, end, *people, grades, grades_by, ()))
    scope = replace(
        asked,
        roles=terms_typed(role, "attribution_role"),
        strike_statuses=terms_typed(strike_status, "strike_status"),
        means=terms_typed(means, "weapon"),
        infrastructure=terms_typed(infrastructure, "infrastructure"),
        sources=sources_typed(source),
        without=sources_typed(without),
    )
    with _counting(casebook, rule, order, periods, fields) as counting:
        _put(counting, _answer(counting, scope, fields, wants_sensitivity=sensitivity), casebook, form, out, language)


def _everybody_by(fields: "tuple[Dimension, ...]") -> StatusAsked:
    """Return whose status is meant where none was typed: civilians', and everybody's in a table by status."""
    return StatusAsked.ANY if "status" in fields else StatusAsked.CIVILIAN


def _put(
    counting: "Counting", answer: "Answer", casebook: Path, form: TallyForm, out: Path | None, language: str | None
) -> None:
    from untold.cli.tally_output import put_out

    put_out(counting, answer, casebook, form, out, language=language)


def _explain(
    casebook: Path, code: str, rule: RuleAsked, order: "Hierarchy | None", *, form: TallyForm, out: Path | None
) -> None:
    from untold.cli.tally_output import put_explanation

    put_explanation(casebook, code, rule.value, order, form=form, out=out)


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
