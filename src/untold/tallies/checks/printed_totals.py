"""A list's printed totals against its own rows: what agrees, and what is left over.

A workbook's summary says the same things twice. A difference is a missing row,
a broken formula or a figure that was changed on one side only, and whoever
publishes either number should know before somebody else finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from untold.tallies.checks.record import Check, Severity

if TYPE_CHECKING:  # lists are not loaded for who reads an article
    from collections.abc import Iterable

    from untold.claims.columns.bureau import PrintedTotal

_GRAVEST_FIRST = ("error", "warning", "info")


def check_printed_totals(totals: Iterable[PrintedTotal]) -> tuple[Check, ...]:
    """Return a check for every printed total, the gravest first; neither side is ever repaired.

    `stated` is what is printed, `expected` what the rows add up to.
    """
    checks = [_check(total) for total in totals]
    return tuple(sorted(checks, key=lambda check: _GRAVEST_FIRST.index(check.severity)))


def _check(total: PrintedTotal) -> Check:
    return Check(
        rule="printed_total",
        severity=_severity(total),
        claims=total.claims,
        stated=total.printed,
        expected=total.summed,
        residual=total.residual,
        passages=(total.passage,),
        message=total.message,
    )


def _severity(total: PrintedTotal) -> Severity:
    """Return how grave a difference is.

    Rows without a number leave room for it, and a line of zeros has lost its
    formulas; anything else contradicts the list itself.
    """
    if not total.residual:
        return "info"
    return "warning" if total.is_of_zeros or (total.unsummed and total.residual > 0) else "error"
