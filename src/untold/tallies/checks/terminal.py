"""The findings in a terminal: by rule, the gravest first, each in a sentence with its id, at eighty columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from untold.tallies.checks.answers import is_open
from untold.tallies.checks.catalogue import GRAVEST_FIRST, check_rule
from untold.tallies.checks.finding import Finding
from untold.tallies.checks.objects import Checked, LookedAt
from untold.tallies.ledger.cleaning import printable
from untold.tallies.wording import listed

MOST = 10  # findings of a rule that a terminal shows before their number says more
_PASSAGES = 3  # of a finding
_PASSAGE = 100  # characters of each
_STYLE = {"info": "dim", "warning": "yellow", "error": "bold red"}
_SAID = {"error": ("contradiction", "contradictions"), "warning": ("to look at",) * 2, "info": ("to know",) * 2}
_WIDE = 2  # columns of an indent


def print_findings(checked: Checked, console: Console, *, most: int | None = MOST) -> None:
    """Print what was found, `most` findings of each rule, null for all of them."""
    findings = checked.findings
    console.print(Text(_looked_at(checked.looked_at), style="dim"))
    console.print(Text(_summary(findings), style="bold"))
    ordered = sorted(findings, key=lambda each: GRAVEST_FIRST.index(each.severity))  # stable: rules keep their order
    for (severity, rule), group in groupby(ordered, key=lambda each: (each.severity, each.rule)):
        console.print(_rule(severity, rule, list(group), most))
    console.print(*_lapsed(checked), sep="\n", end="")


def _looked_at(looked: LookedAt) -> str:
    parts = [
        f"{number:,} {name[:-1] if number == 1 else name}"
        for name, number in (
            ("reports", looked.reports),
            ("claims", looked.claims),
            ("accounts", looked.accounts),
            ("incidents", looked.incidents),
            ("allegations", looked.allegations),
        )
    ]
    missing = ""
    if looked.accounts and not looked.incidents:
        missing = "; untold match makes incidents, which half of the rules look at"
    return f"Looked at {listed(parts)}{missing}."


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Nothing was found that contradicts itself, and nothing to look at."
    waiting = [each for each in findings if is_open(each)]
    counts = [
        f"{number:,} {_SAID[severity][number != 1]}"
        for severity in GRAVEST_FIRST
        if (number := sum(each.severity == severity for each in waiting))
    ]
    answered = len(findings) - len(waiting)
    said = listed(counts) if counts else "None of the findings is open"
    return f"{said}{f'; {answered:,} answered' if answered else ''}."


def _rule(severity: str, slug: str, findings: Sequence[Finding], most: int | None) -> RenderableType:
    rule = check_rule(slug)
    waiting = sum(map(is_open, findings))
    answered = len(findings) - waiting
    counts = f"{waiting:,}{f', {answered:,} answered' if answered else ''}"
    title = Text.assemble(("\n" + rule.title, _STYLE[severity]), f"  {slug}: {counts}")
    first = sorted(findings, key=lambda each: not is_open(each))  # stable
    shown = first if most is None else first[:most]
    lines: list[RenderableType] = [title, *(_finding(each) for each in shown)]
    if len(shown) < len(findings):
        more = f"… and {len(findings) - len(shown):,} more: untold check --rule {slug}"
        lines.append(Padding(Text(more, style="dim"), (0, 0, 0, _WIDE)))
    return Group(*lines)


def _finding(finding: Finding) -> RenderableType:
    style = "" if is_open(finding) else "dim"
    lines: list[RenderableType] = [Text.assemble((finding.id, "dim"), " ", (printable(finding.message), style))]
    words = list(_words(finding))
    if words:
        lines.append(Padding(Text(" … ".join(words), style="dim italic"), (0, 0, 0, 2 * _WIDE)))
    if finding.answer is not None:
        lines.append(Padding(Text(_answer(finding), style="green"), (0, 0, 0, 2 * _WIDE)))
    return Padding(Group(*lines), (0, 0, 0, _WIDE))


def _words(finding: Finding) -> Iterator[str]:
    for passage in finding.passages[:_PASSAGES]:
        words = printable(passage.text)
        yield f"“{words if len(words) <= _PASSAGE else words[:_PASSAGE].rstrip() + '…'}”"


def _answer(finding: Finding) -> str:
    answer = finding.answer
    if answer is None:
        return ""
    still = "said to be mended, and still there" if answer.verdict == "mended" else answer.verdict
    return f"{still}, by {printable(answer.who)} on {answer.when[:10]}: {printable(answer.why)}"


def _lapsed(checked: Checked) -> Iterator[Text]:
    if checked.lapsed:
        yield Text("\nAnswers whose finding is gone, or has come back with other values", style="bold")
    for each in checked.lapsed:
        said = f"  {each.finding} {each.rule}, {each.verdict} by {printable(each.who)} on {each.when[:10]}: "
        yield Text(f"{said}{printable(each.message)}", style="dim")
    yield Text("")
