"""The ledger: every claim of a report beside its sentence, in the form its reader wants."""

from collections.abc import Iterable

from untold.claims.claim import Claim
from untold.reports.report import Report
from untold.tallies.checks import check
from untold.tallies.comparison import compare
from untold.tallies.ledger.arrangement import Ledger, Row, Section, arrange
from untold.tallies.ledger.objects import as_csv, as_json, as_jsonl, schema

__all__ = ["Ledger", "Row", "Section", "arrange", "as_csv", "as_json", "as_jsonl", "draw_up", "schema"]


def draw_up(reports: Iterable[Report], claims: Iterable[Claim]) -> Ledger:
    """Return the ledger of what was read: the claims, what adds up, and what may be compared."""
    kept = tuple(claims)
    return Ledger(tuple(reports), kept, check(kept), compare(kept))
