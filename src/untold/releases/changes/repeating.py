"""Which old values may be said again, and which no longer.

A name was published in March, and in April the family asked. The list of
corrections of April must not print it once more. Whether a value went because
it was wrong or because it hurts cannot be seen from two releases; so what is
words, places or addresses is never repeated, and numbers, days and terms of
the vocabularies are, unless the new row says that they are withheld.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from untold.releases.table import Value

# By table, the columns whose old value is a number, a day or a term, and of nobody.
REPEATED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "incidents": frozenset(
            {
                "state", "date_start", "date_end", "date_precision", "country", "means", "infrastructure", "grade",
                "grade_rule", "grade_by", "grade_computed", "strike_status", "strike_status_rule", "strike_status_by",
                "strike_status_computed", "victims", "sign_offs",
            }
        ),
        "ranges": frozenset({"low", "best", "high", "rule"}),
        "accounts": frozenset(
            {
                "date_start", "date_end", "date_precision", "country", "means", "stated_grade",
                "stated_strike_status", "stated_position", "stated_reasons", "conceded_killed_low",
                "conceded_killed_high", "conceded_injured_low", "conceded_injured_high",
            }
        ),
        "claims": frozenset(
            {
                "kind", "harm", "stated", "low", "high", "qualifier", "status", "demographic", "scope", "modality",
                "state", "period_start", "period_end", "period_duration", "period_precision", "period_basis",
            }
        ),
        "allegations": frozenset({"received", "status"}),
        "determinations": frozenset(
            {
                "status", "date", "reasons", "standard", "conceded_killed_low", "conceded_killed_high",
                "conceded_injured_low", "conceded_injured_high", "by",
            }
        ),
        "reports": frozenset({"published", "language"}),
    }
)  # fmt: skip


def may_repeat(table: str, column: str, row: Any, withheld: frozenset[str]) -> bool:
    """Return whether the old value of a column may be said beside `row`, the new one.

    `withheld` are the columns that the policy has go out empty (`incidents.date_end`).
    """
    if column not in REPEATED.get(table, ()) or f"{table}.{column}" in withheld:
        return False
    return not getattr(row, "is_suppressed", False) and getattr(row, "withheld", None) != "small_cell"


def shown(value: Value) -> str | None:
    """Return a value as a cell shows it.

    >>> shown(("a", "b")), shown(True), shown(3), shown(None)
    ('a; b', 'true', '3', None)
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, tuple) else str(value)
