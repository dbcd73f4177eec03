"""A belligerent's own ledger, checked: its sums, and whether each month begins where the last one ended.

The numbers are the belligerent's. What it does not print is not put in for it:
a sum that lacks a number says which one, and what the others leave over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from untold.allegations.days import month_before
from untold.allegations.ledger.record import Ledger, LedgerCheck, LedgerMonth, LedgerRule, Verdict
from untold.allegations.reading.record import OfficialReport, PrintedLedger
from untold.allegations.report_steps import versions_before
from untold.allegations.step import actor_key
from untold.reports.report import Passage

_PARTS = ("credible", "non_credible", "duplicate")
_FIELDS: Mapping[LedgerRule, tuple[str, ...]] = {
    "identity": ("open_at_start", "new", "reopened", "completed", "open_at_end"),
    "parts": ("completed", *_PARTS),
    "carried": ("open_at_start",),
}
_WORDS = {
    "open_at_start": "open at the start",
    "new": "new",
    "reopened": "reopened",
    "completed": "completed",
    "credible": "credible",
    "non_credible": "non-credible",
    "duplicate": "duplicate",
    "open_at_end": "open at the end",
}


@dataclass(frozen=True, slots=True)
class PrintedMonth:
    """One month as a report prints it, the checks of its sums, and the same month by our docket.

    `replaced_by` is the id of the version of the report that came after it,
    null for the one that stands. `ours` is null where the docket has no such month.
    """

    report: str
    ledger: PrintedLedger
    checks: tuple[LedgerCheck, ...]
    replaced_by: str | None
    ours: LedgerMonth | None


def printed_months(reports: Sequence[OfficialReport], ledger: Ledger) -> tuple[PrintedMonth, ...]:
    """Return the months that an actor's reports print, by month, each checked and beside our own."""
    before = versions_before(reports)
    later = {earlier: report for report, earlier in before.items()}
    ours = {each.month: each for each in ledger.months}
    printed = [(each, each.ledger) for each in reports if each.ledger is not None]
    carried = _carried_by_report([(each, own) for each, own in printed if each.report not in later])
    found = [
        PrintedMonth(
            each.report,
            own,
            (*check_printed(own, each.report), *carried.get(each.report, ())),
            later.get(each.report),
            ours.get(own.month or ""),
        )
        for each, own in printed
    ]
    return tuple(sorted(found, key=lambda each: (each.ledger.month or "", each.replaced_by is None)))


def check_printed(ledger: PrintedLedger, report: str) -> tuple[LedgerCheck, ...]:
    """Return the checks of one printed month: its identity, and its parts.

    >>> march = PrintedLedger("2017-03", open_at_start=43, new=27, completed=28, credible=9, non_credible=17,
    ...     duplicate=2, open_at_end=42)
    >>> [(each.rule, each.verdict, each.difference) for each in check_printed(march, "r")]
    [('identity', 'balances', 0), ('parts', 'balances', 0)]
    """
    return _identity(ledger, report), _parts(ledger, report)


def _identity(ledger: PrintedLedger, report: str) -> LedgerCheck:
    """Return the check of open at start + new + reopened - completed = open at end.

    A report that prints no reopened ones mostly had none, so the sum is done
    without them and says so; completed that are printed by their parts alone
    are the parts' sum.
    """
    completed = ledger.completed if ledger.completed is not None else _sum_of_parts(ledger)
    needed = {"open_at_start": ledger.open_at_start, "new": ledger.new, "completed": completed}
    unprinted = tuple(name for name, number in {**needed, "reopened": ledger.reopened}.items() if number is None)
    if ledger.open_at_start is None or ledger.new is None or completed is None:
        return _check("identity", ledger, report, ("open_at_end", ledger.open_at_end), None, unprinted)
    expected = ledger.open_at_start + ledger.new + (ledger.reopened or 0) - completed
    check = _check("identity", ledger, report, ("open_at_end", ledger.open_at_end), expected, unprinted)
    if check.difference and check.difference > 0 and ledger.reopened is None:
        return replace(check, message=f"{check.message}; reopened ones, which it does not print, may be the difference")
    return check


def _parts(ledger: PrintedLedger, report: str) -> LedgerCheck:
    """Return the check of the parts of the completed; of parts that are not all printed, whether they are too many."""
    parts = {name: number for name in _PARTS if (number := _number(ledger, name)) is not None}
    unprinted = tuple(name for name in _PARTS if name not in parts)
    known, stated = sum(parts.values()), ledger.completed
    is_whole = not unprinted or (stated is not None and bool(parts) and known >= stated)
    return _check("parts", ledger, report, ("completed", stated), known if is_whole else None, unprinted)


def _sum_of_parts(ledger: PrintedLedger) -> int | None:
    parts = [_number(ledger, name) for name in _PARTS]
    known = [number for number in parts if number is not None]
    return sum(known) if len(known) == len(parts) else None


def _carried_by_report(
    printed: Sequence[tuple[OfficialReport, PrintedLedger]],
) -> Mapping[str, tuple[LedgerCheck, ...]]:
    """Return, by report, whether its month begins with what the month before ended with, by the versions that stand."""
    by_month: dict[tuple[str, str], list[tuple[OfficialReport, PrintedLedger]]] = {}
    for report, ledger in printed:
        if ledger.month is not None:
            by_month.setdefault((actor_key(report.actor), ledger.month), []).append((report, ledger))
    found: dict[str, tuple[LedgerCheck, ...]] = {}
    for (actor, month), own in by_month.items():
        for _, before in by_month.get((actor, month_before(month)), ()):
            for report, ledger in own:
                check = _carried(before, ledger, report.report)
                found[report.report] = (*found.get(report.report, ()), check)
    return found


def _carried(before: PrintedLedger, ledger: PrintedLedger, report: str) -> LedgerCheck:
    unprinted = () if before.open_at_end is not None else ("open_at_end",)
    check = _check("carried", ledger, report, ("open_at_start", ledger.open_at_start), before.open_at_end, unprinted)
    passage = before.evidence.get("open_at_end")
    return replace(check, passages=(*check.passages, *((passage,) if passage is not None else ())))


def _check(
    rule: LedgerRule,
    ledger: PrintedLedger,
    report: str,
    stated: tuple[str, int | None],
    expected: int | None,
    unprinted: tuple[str, ...],
) -> LedgerCheck:
    name, number = stated
    difference = None if number is None or expected is None else number - expected
    verdict: Verdict = "unknown" if difference is None else "balances" if difference == 0 else "differs"
    missing = (*unprinted, *((name,) if number is None else ()))
    return LedgerCheck(
        rule=rule,
        report=report,
        month=ledger.month,
        verdict=verdict,
        stated=number,
        expected=expected,
        difference=difference,
        unprinted=missing,
        passages=tuple(_passages(ledger, rule)),
        message=_message(rule, number, expected, difference, missing),
    )


def _message(
    rule: LedgerRule, stated: int | None, expected: int | None, difference: int | None, missing: Sequence[str]
) -> str:
    name = {"identity": "open at the end", "parts": "completed", "carried": "open at the start"}[rule]
    rest = {
        "identity": "start, new, reopened and completed",
        "parts": "its parts",
        "carried": "the end of the month before",
    }[rule]
    unprinted = f" (not printed: {', '.join(_WORDS[each] for each in missing)})" if missing else ""
    if difference is None:
        return f"{name}: cannot be checked{unprinted}"
    if difference == 0:
        return f"{name}: {stated:,}, as {rest} make it{unprinted}"
    return f"{name}: {stated:,}, and {rest} make it {expected:,}: {difference:+,}{unprinted}"


def _passages(ledger: PrintedLedger, rule: LedgerRule) -> Iterator[Passage]:
    for name in _FIELDS[rule]:
        passage = ledger.evidence.get(name)
        if passage is not None:
            yield passage


def _number(ledger: PrintedLedger, name: str) -> int | None:
    number: int | None = getattr(ledger, name)
    return number
