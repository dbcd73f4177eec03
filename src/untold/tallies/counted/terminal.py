"""A tally in a terminal: eighty columns, the number in words first, then its cells, then what they leave open."""

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from untold.tallies.counted.answer import Answer, Emptiness
from untold.tallies.counted.order import in_order
from untold.tallies.counted.phrases import field_names, scope_facts, scope_heading, tally_phrases, value_name
from untold.tallies.counted.wording import beside, best, ceiling, digits, incidents, notes, number, open_ends
from untold.tallies.counting.sensitivity import Without
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.tally import Tally, TallyTable

_MOST_SOURCES = 20  # that a terminal shows: who moves a number stands among the first


def print_answer(answer: Answer, console: Console) -> None:
    """Print the question, its number, the cells, and what it would be without each source."""
    phrases = tally_phrases("en")
    total = answer.table.total
    console.print(Text(printable(scope_heading(total.scope, phrases)), style="bold"))
    console.print(_lines(scope_facts(total.scope, phrases)))
    if answer.emptiness is not None:
        console.print(_lines(emptiness_lines(answer.emptiness, answer.table, phrases)))
        return
    console.print(_total(total, phrases))
    if answer.table.by:
        console.print(_cells(answer.table, phrases))
    console.print(_lines((*beside(total, phrases), *notes(answer.table, phrases)), style="dim"))
    if answer.sensitivity is not None:
        console.print(_sensitivity(answer.sensitivity, total, phrases))


def emptiness_lines(found: Emptiness, table: TallyTable, phrases: Phrases) -> Iterator[str]:
    """Yield why there is no incident: none recorded, none graded, or which bound keeps how many out."""
    if not found.recorded:
        yield phrases.say("tally", "nothing")
        return
    yield phrases.say("tally", "empty")
    if table.total.scope.grades and table.total.scope.grades_by == "ours" and not found.graded:
        yield phrases.say("tally", "ungraded")
    for key, count in (("undated", table.left_out.undated), ("straddling", table.left_out.straddling)):
        if count:
            yield phrases.say("tally", key, n=f"{count:,}")
    for field, count in found.without.items():
        yield phrases.say("tally", "without_field", n=f"{count:,}", field=phrases.say("asked", field))


def _lines(lines: Iterator[str] | Sequence[str], style: str = "") -> RenderableType:
    return Group(*(Padding(Text(printable(line), style=style), (0, 0, 0, 2)) for line in lines))


def _total(total: Tally, phrases: Phrases) -> RenderableType:
    harm = phrases.say("harm", total.scope.harm)
    line = Text.assemble((number(total, phrases), "bold"), f" {harm}, ", incidents(total.incidents, phrases))
    rule = phrases.say("tally", "rule", rule=total.rule, meaning=phrases.say("rule", total.rule))
    rest = ["; ".join(open_ends(total, phrases)), rule, phrases.say("tally", "as_of", day=total.as_of)]
    return Group(Text(""), line, _lines([each for each in rest if each], style="dim"))


def _cells(table: TallyTable, phrases: Phrases) -> RenderableType:
    drawn = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for field in table.by:
        drawn.add_column(phrases.say("dimension", field), overflow="fold")
    has_best = any(cell.known_best is not None for cell in (table.total, *table.cells))
    has_shared = any(cell.shared for cell in table.cells)
    for key in _columns(has_best=has_best, has_shared=has_shared):
        drawn.add_column(phrases.say("tally", key), justify="right", no_wrap=True)
    for cell in in_order(table.cells):
        keys = [Text(printable(value_name(field, value, phrases))) for field, value in cell.by]
        drawn.add_row(*keys, *_numbers(cell, has_best=has_best, has_shared=has_shared))
    total = [phrases.say("tally", "total"), *[""] * (len(table.by) - 1)]
    numbers = _numbers(table.total, has_best=has_best, has_shared=has_shared)
    drawn.add_section()
    drawn.add_row(*total, *numbers, style="bold")
    return Group(Text(""), Text(phrases.say("tally", "cells", fields=field_names(table.by, phrases))), drawn, Text(""))


def _columns(*, has_best: bool, has_shared: bool) -> list[str]:
    best = ["best_column"] if has_best else []
    shared = ["shared_column"] if has_shared else []
    return ["at_least", *best, "at_most", "incidents_column", *shared]


def _numbers(cell: Tally, *, has_best: bool, has_shared: bool) -> list[str]:
    chosen = [best(cell)] if has_best else []
    shared = [f"{cell.shared:,}" if cell.shared else ""] if has_shared else []
    return [digits(cell.low), *chosen, ceiling(cell), f"{cell.incidents:,}", *shared]


def _sensitivity(found: Sequence[Without], total: Tally, phrases: Phrases) -> RenderableType:
    title = Text(phrases.say("tally", "sensitivity"), style="bold")
    drawn = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    drawn.add_column(phrases.say("tally", "without_column"), overflow="fold")
    has_best = any(each.known_best is not None for each in (total, *(one.tally for one in found)))
    for key in ("told_column", "gone_column", *_columns(has_best=has_best, has_shared=False)):
        drawn.add_column(phrases.say("tally", key), justify="right", no_wrap=True)
    for each in found[:_MOST_SOURCES]:
        numbers = _numbers(each.tally, has_best=has_best, has_shared=False)
        drawn.add_row(Text(printable(each.name)), f"{each.touched:,}", f"{each.gone:,}", *numbers)
    rest = len(found) - _MOST_SOURCES
    more = [phrases.say("tally", "more_sources", n=f"{rest:,}")] if rest > 0 else []
    return Group(Text(""), title, drawn, _lines([*more, phrases.say("tally", "moves")], style="dim"))
