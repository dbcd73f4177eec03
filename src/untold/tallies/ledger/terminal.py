"""The ledger in a terminal: eighty columns, colour only where the terminal has it.

The number stands first and the sentence right under it, since the one without
the other is what this program exists to prevent.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from untold.claims.claim import Claim
from untold.reports.report import Report
from untold.tallies.checks import Check
from untold.tallies.comparison import Comparison, Pair
from untold.tallies.ledger.arrangement import (
    Findings,
    Ledger,
    Portion,
    Row,
    Section,
    across,
    arrange,
    heading,
    portions,
)
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.explanation import Step, explain
from untold.tallies.ledger.phrases import Phrases, phrases_for
from untold.tallies.ledger.temptation import worth_showing
from untold.tallies.wording import voice_of, who

_COUNT_WIDTH = 16  # "more than 10,000" is the widest count in common use
_MOST_REASONS = 2  # one reason refuses a pair; the record holds them all
_SEVERITY_STYLE = {"info": "dim", "warning": "yellow", "error": "bold red"}
_VERDICT_STYLE = {"comparable": "green", "with_caveat": "yellow", "not_comparable": "red"}


def print_ledger(ledger: Ledger, console: Console, *, explained: bool = False) -> None:
    """Print every report with its claims, then what adds up and what may be compared."""
    phrases = phrases_for("en")
    by_id = {claim.id: claim for claim in ledger.claims}
    for portion in portions(ledger):
        console.print(_header(portion.report, phrases))
        console.print(_claims(portion, phrases, explained=explained))
        if portion.claims:
            console.print(_findings(portion.findings, by_id, phrases))
    between = across(ledger)
    if between.checks or between.comparisons:
        console.print(Text(phrases.say("page", "across"), style="bold underline"))
        console.print(_findings(between, by_id, phrases))


def _findings(findings: Findings, by_id: dict[str, Claim], phrases: Phrases) -> RenderableType:
    checks = _checks(findings.checks, phrases)
    return Group(checks, _comparisons(findings.comparisons, by_id, phrases), Text(""))


def _header(report: Report, phrases: Phrases) -> RenderableType:
    title = printable(heading(report))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in _header_lines(report):
        table.add_row(phrases.say("header", key), Text(printable(value)))
    return Group(Text(title, style="bold"), Padding(table, (0, 0, 0, 2)), Text(""))


def _header_lines(report: Report) -> Iterator[tuple[str, str]]:
    if report.source is not None:
        yield "source", report.source.name
    published = report.published or "not stated"
    yield "published", f"{published}: {report.published_reason}" if report.published_reason else published
    yield "origin", ", ".join(report.origins)
    yield "capture", report.capture


def _claims(portion: Portion, phrases: Phrases, *, explained: bool) -> RenderableType:
    if not portion.claims:
        return Text(f"No casualty claim found in {printable(portion.report.origins[0])}.\n", style="italic")
    blocks: list[RenderableType] = []
    for section in arrange(portion.claims):
        blocks.append(_section_title(section, phrases))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(justify="right", min_width=_COUNT_WIDTH, no_wrap=True)
        table.add_column(overflow="fold")
        for row in section.rows:
            table.add_row(_number(row.claim, phrases), _claim(row, phrases, explained=explained))
        blocks += [table, Text("")]
    return Group(*blocks)


def _section_title(section: Section, phrases: Phrases) -> Text:
    if section.claimant is None:
        return Text(phrases.say("relation", "unnamed"), style="bold cyan")
    slug = f"  {section.claimant.id}" if section.claimant.id else ""
    return Text.assemble((printable(section.claimant.name), "bold cyan"), (slug, "dim"))


def _number(claim: Claim, phrases: Phrases) -> Text:
    style = "dim" if claim.restates or claim.modality in {"retracted", "hypothetical", "denied"} else "bold"
    return Text(phrases.count(claim.count), style=style)


def _claim(row: Row, phrases: Phrases, *, explained: bool) -> RenderableType:
    claim = row.claim
    facts = [printable(fact) for fact in phrases.facts_beside(claim, row.above)]
    if row.above is not None:
        facts.insert(0, f"\u2514 {phrases.lineage(claim, row.above)}")
    blocks: list[RenderableType] = [Text(" \u00b7 ".join(facts))]
    if row.has_sentence:
        blocks.append(Text(f"\u201c{printable(claim.quote.text)}\u201d", style="dim italic"))
    elif not row.depth:
        blocks.append(Text(phrases.say("relation", "same_sentence"), style="dim italic"))
    if claim.note:
        blocks.append(Text(f"Note: {printable(claim.note)}", style="yellow"))
    if explained:
        blocks.append(_explained(claim))
    return Padding(Group(*blocks), (0, 0, 0, 2 * (row.depth - 1) if row.depth else 0))


def _explained(claim: Claim) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for step in explain(claim):
        table.add_row(step.field, _step(step))
    how = f"{claim.reader}: {claim.rule}, confidence {claim.confidence:.2f}, {claim.id}"
    return Group(table, Text(printable(how), style="dim"), Text(""))


def _step(step: Step) -> Text:
    words = " \u2026 ".join(f"\u201c{printable(passage.text)}\u201d" for passage in step.passages)
    return Text.assemble(printable(step.value), (f"  \u2190 {words}" if words else "", "dim italic"))


def _checks(checks: Sequence[Check], phrases: Phrases) -> RenderableType:
    title = Text(phrases.say("page", "checks"), style="bold")
    if not checks:
        return Group(title, Text(f"  {phrases.say('page', 'no_checks')}\n", style="italic"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for check in checks:
        severity = Text(f"  {phrases.say('severity', check.severity)}", style=_SEVERITY_STYLE[check.severity])
        table.add_row(severity, Text(printable(check.message)))
    return Group(title, table, Text(""))


def _comparisons(comparisons: Sequence[Comparison], by_id: dict[str, Claim], phrases: Phrases) -> RenderableType:
    title = Text(phrases.say("page", "comparisons"), style="bold")
    if not comparisons:
        return Group(title, Text(f"  {phrases.say('page', 'no_comparisons')}", style="italic"))
    blocks: list[RenderableType] = [title]
    for comparison in comparisons:
        shown, rest = worth_showing(comparison, by_id)
        if len(comparisons) > 1:
            blocks.append(Text(f"  {phrases.subject(comparison.scope)}", style="cyan"))
        blocks += [_pair(pair, by_id, phrases) for pair in shown]
        more = len(rest) + comparison.left_out
        if more:
            blocks.append(Text(f"  {phrases.say('page', 'more_pairs', n=f'{more:,}')}.", style="dim"))
    return Group(*blocks)


def _pair(pair: Pair, by_id: dict[str, Claim], phrases: Phrases) -> RenderableType:
    sides = (by_id[pair.a], by_id[pair.b])
    named = " \u00b7 ".join(f"{printable(voice_of(claim))}: {printable(who(claim))}" for claim in sides)
    verdict = (phrases.say("verdict", pair.verdict), _VERDICT_STYLE[pair.verdict])
    ratio = "" if pair.ratio is None else f", {sides[1].count.low:,} / {sides[0].count.low:,} = {pair.ratio:g}"
    lines = [Text.assemble(named), Text.assemble(verdict, ratio)]
    reasons = pair.reasons if pair.verdict != "not_comparable" else pair.reasons[:_MOST_REASONS]
    lines += [Text(f"- {printable(reason)}", style="dim") for reason in reasons]
    if pair.nearest is not None:
        instead = by_id[pair.nearest]
        words = f"{phrases.say('page', 'nearest')}: {printable(voice_of(instead))}: {printable(who(instead))}"
        lines.append(Text(words, style="cyan"))
    return Padding(Group(lines[0], Padding(Group(*lines[1:]), (0, 0, 0, 2))), (0, 0, 0, 2))
