"""Checks: the arithmetic that a report's own numbers must stand."""

from collections.abc import Iterable

from untold.claims.claim import Claim
from untold.tallies.checks.groups import check_groups
from untold.tallies.checks.parts import check_parts
from untold.tallies.checks.printed_totals import check_printed_totals
from untold.tallies.checks.record import Check
from untold.tallies.checks.repeats import check_repeats
from untold.tallies.checks.restatements import check_restatements
from untold.tallies.checks.windows import check_windows
from untold.tallies.standing import is_countable

__all__ = ["Check", "check", "check_printed_totals"]

_RULES = (check_groups, check_parts, check_restatements, check_windows, check_repeats)
_GRAVEST_FIRST = ("error", "warning", "info")


def check(claims: Iterable[Claim]) -> tuple[Check, ...]:
    """Return what does and does not add up among the claims, the gravest first.

    Only numbers that somebody asserts are added: hypothetical, denied and
    retracted claims, and those that a person rejected, take no part. Nothing
    is ever repaired.
    """
    standing = [claim for claim in claims if is_countable(claim)]
    found = [result for rule in _RULES for result in rule(standing)]
    return tuple(sorted(found, key=lambda result: _GRAVEST_FIRST.index(result.severity)))
