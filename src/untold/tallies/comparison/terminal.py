"""A comparison in a terminal, at eighty columns: the numbers by how near they are to the question, then the pairs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from untold.tallies.comparison.figure import Figure, ScopeComparison
from untold.tallies.comparison.objects import ReportNamed
from untold.tallies.comparison.phrases import comparison_phrases, whose
from untold.tallies.comparison.phrases.notes import (
    adjective,
    asides,
    heading,
    notes,
    number,
    own_facts,
    question,
    report_line,
)
from untold.tallies.comparison.record import Pair
from untold.tallies.comparison.worth_showing import shown_pairs
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.phrases import Phrases

_COUNT_WIDTH = 14  # "at least 1,044"
_MOST_REASONS = 2  # one reason refuses a pair; the record holds them all
_VERDICT_STYLE = {"comparable": "green", "with_caveat": "yellow", "not_comparable": "red"}


def print_comparison(comparison: ScopeComparison, reports: Mapping[str, ReportNamed], console: Console) -> None:
    """Print the numbers of a comparison, each with its scope and its sentence, and what may be compared."""
    phrases = comparison_phrases("en")
    console.print(_heading(comparison, phrases))
    if not comparison.items:
        console.print(Text(phrases.say("comparison", "no_items"), style="italic"))
    top = [figure for figure in comparison.items if figure.of is None]
    for verdict, figures in groupby(top, key=lambda figure: figure.verdict):
        console.print(Text(phrases.say("comparison", verdict), style=f"bold {_VERDICT_STYLE[verdict]}"))
        console.print(_figures(tuple(figures), comparison, reports, phrases))
    if comparison.items:
        console.print(_pairs(comparison, phrases))
    for line in asides(comparison.left_aside, phrases):
        console.print(Text(line, style="dim"))


def _heading(comparison: ScopeComparison, phrases: Phrases) -> RenderableType:
    title = Text(printable(heading(comparison.scope, phrases)), style="bold")
    rest = [phrases.say("comparison", "as_of", day=comparison.as_of), *question(comparison.scope, phrases)]
    return Group(title, Text(printable(" \u00b7 ".join(rest)), style="dim"), Text(""))


def _figures(
    figures: Sequence[Figure], comparison: ScopeComparison, reports: Mapping[str, ReportNamed], phrases: Phrases
) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", min_width=_COUNT_WIDTH, no_wrap=True)
    table.add_column(overflow="fold")
    own = {figure.of: figure for figure in comparison.items if figure.of is not None}
    for figure in figures:
        for each in filter(None, (figure, own.get(figure.id))):
            lines = Group(*_figure(each, comparison, reports, phrases))
            style = "bold" if each.of is None else ""
            table.add_row(Text(number(each, phrases), style=style), Padding(lines, (0, 0, 0, 2 if each.of else 0)))
    return Group(table, Text(""))


def _figure(
    figure: Figure, comparison: ScopeComparison, reports: Mapping[str, ReportNamed], phrases: Phrases
) -> Iterator[RenderableType]:
    word = (phrases.say("adjective", figure.adjective), "cyan")
    by_id = {each.id: each for each in comparison.items}
    yield Text.assemble(word, "  ", (printable(whose(figure, phrases)), "bold"))
    yield Text(printable(" \u00b7 ".join(own_facts(figure, comparison.scope, phrases))))
    for note in notes(figure, by_id, phrases):
        yield Text(printable(note), style="dim")
    for reason in figure.reasons:
        yield Text(f"- {printable(reason)}", style="dim")
    if figure.passage is not None:
        yield Text(f"\u201c{printable(figure.passage.text)}\u201d", style="dim italic")
        yield Text(printable(report_line(figure, reports.get(figure.report or ""))), style="dim")


def _pairs(comparison: ScopeComparison, phrases: Phrases) -> RenderableType:
    title = Text(phrases.say("comparison", "pairs"), style="bold")
    if not comparison.pairs:
        return Group(title, Text(f"  {phrases.say('comparison', 'no_pairs')}\n", style="italic"))
    by_id = {figure.id: figure for figure in comparison.items}
    shown, folded = shown_pairs(comparison.pairs)
    blocks: list[RenderableType] = [title, *(_pair(pair, by_id, phrases) for pair in shown)]
    more = len(folded) + comparison.left_out
    if more:
        blocks.append(Text(f"  {phrases.say('comparison', 'more_pairs', n=f'{more:,}')}", style="dim"))
    return Group(*blocks, Text(""))


def _pair(pair: Pair, by_id: Mapping[str, Figure], phrases: Phrases) -> RenderableType:
    a, b = by_id[pair.a], by_id[pair.b]
    named = " \u00b7 ".join(_side(figure, phrases) for figure in (a, b))
    verdict = (phrases.say("verdict", pair.verdict), _VERDICT_STYLE[pair.verdict])
    ratio = "" if pair.ratio is None else f", {b.low:,} / {a.low:,} = {pair.ratio:g}"
    lines = [Text.assemble(verdict, ratio)]
    reasons = pair.reasons if pair.verdict != "not_comparable" else pair.reasons[:_MOST_REASONS]
    lines += [Text(f"- {printable(reason)}", style="dim") for reason in reasons]
    if pair.nearest is not None:
        words = f"{phrases.say('comparison', 'nearest')}: {_side(by_id[pair.nearest], phrases)}"
        lines.append(Text(words, style="cyan"))
    return Padding(Group(Text(named), Padding(Group(*lines), (0, 0, 0, 2))), (0, 0, 0, 2))


def _side(figure: Figure, phrases: Phrases) -> str:
    return f"{printable(whose(figure, phrases))}, {adjective(figure, phrases)}: {number(figure, phrases)}"
