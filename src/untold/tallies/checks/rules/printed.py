"""The totals that a workbook prints, against its own rows, as findings.

A line whose every total is 0 has lost its formulas: that is one thing to mend,
and nine findings of it would hide the one line that is truly wrong.
"""

from collections.abc import Iterator, Sequence

from untold.claims.columns.bureau import PrintedTotal
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.printed_totals import check_printed_totals
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.wording import listed


def check_printed(record: WholeRecord) -> Iterator[Finding]:
    """Yield the printed totals that their rows do not make; a line of lost formulas is one finding."""
    lost: dict[tuple[str, str | None, int], list[PrintedTotal]] = {}
    for total in record.printed:
        if not total.residual:
            continue
        if total.is_of_zeros:
            lost.setdefault((total.passage.report, total.sheet, total.row), []).append(total)
        else:
            yield _differing(total)
    for line in lost.values():
        yield _lost(line)


def _differing(total: PrintedTotal) -> Finding:
    (check,) = check_printed_totals([total])
    found = Finding(
        "",
        "printed_total",
        check.severity,
        check.message,
        stated=total.printed,
        expected=total.summed,
        residual=total.residual,
        unit="people" if total.claims or total.unsummed else "records",
        passages=(total.passage,),
    )
    return identified(found, total.sheet, total.over, total.column, total.printed, total.summed)


def _lost(line: Sequence[PrintedTotal]) -> Finding:
    first = line[0]
    sums = listed(f"{total.summed:,} ({total.column})" for total in line)
    found = Finding(
        "",
        "printed_total",
        "warning",
        f"sheet {first.sheet!r}, row {first.row}: {first.over} prints 0 in all its {len(line)} columns that differ, as "
        f"where a summary's formulas were lost; the rows add up to {sums}.",
        stated=0,
        passages=tuple(total.passage for total in line),
    )
    return identified(found, first.sheet, first.over, [total.summed for total in line])
