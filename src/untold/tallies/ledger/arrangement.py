"""The order of the ledger: by claimant, parts under their whole, a restatement under what it restates.

A flat list of ninety-nine, sixty-seven and three hundred and eighty invites
adding; the same numbers indented under each other do not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from untold.claims.claim import Claim, Party
from untold.codebook.folding import name_key
from untold.reports.report import Passage, Report
from untold.tallies.checks import Check
from untold.tallies.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was read from a set of reports."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, how deep it stands under the number `above` that it belongs to, and whether its sentence is new."""

    claim: Claim
    depth: int
    above: Claim | None = None
    has_sentence: bool = True  # false where the line before has the same one


@dataclass(frozen=True, slots=True)
class Section:
    """The claims of one claimant in one report; `claimant` is null where nobody is named."""

    claimant: Party | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What adds up and what may be compared in one report, or across several."""

    checks: tuple[Check, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Portion:
    """One report's share of the ledger."""

    report: Report
    claims: tuple[Claim, ...]
    findings: Findings


def portions(ledger: Ledger) -> tuple[Portion, ...]:
    """Return each report with its own claims and what was found within it."""
    found = _findings_by_report(ledger)
    claims: dict[str, list[Claim]] = {}
    for claim in ledger.claims:
        claims.setdefault(claim.report, []).append(claim)
    return tuple(
        Portion(report, tuple(claims.get(report.id, ())), found.get(report.id, Findings((), ())))
        for report in ledger.reports
    )


def across(ledger: Ledger) -> Findings:
    """Return what was found only by laying reports beside each other."""
    return _findings_by_report(ledger).get(None, Findings((), ()))


def _findings_by_report(ledger: Ledger) -> dict[str | None, Findings]:
    origin = {claim.id: claim.report for claim in ledger.claims}
    checks: dict[str | None, list[Check]] = {}
    comparisons: dict[str | None, list[Comparison]] = {}
    for check in ledger.checks:
        checks.setdefault(_only(origin[claim] for claim in check.claims), []).append(check)
    for comparison in ledger.comparisons:
        own = _only(origin[item.claim] for item in comparison.items)
        comparisons.setdefault(own, []).append(comparison)
    return {
        report: Findings(tuple(checks.get(report, ())), tuple(comparisons.get(report, ())))
        for report in (*checks, *comparisons)
    }


def _only(reports: Iterable[str]) -> str | None:
    """Return the one report that all stand in, or null for several."""
    several = set(reports)
    return several.pop() if len(several) == 1 else None


def arrange(claims: Sequence[Claim]) -> tuple[Section, ...]:
    """Return one report's claims by claimant, in the order in which the text names them."""
    by_id = {claim.id: claim for claim in claims}
    under: dict[str, list[Claim]] = {}
    tops: list[Claim] = []
    for claim in claims:
        above = _above(claim, by_id)
        if above is None:
            tops.append(claim)
        else:
            under.setdefault(above, []).append(claim)
    sections: dict[str, list[Row]] = {}
    parties: dict[str, Party | None] = {}
    for claim in tops:
        key = _key(claim.claimant)
        parties.setdefault(key, claim.claimant)
        sections.setdefault(key, []).extend(_rows(Row(claim, 0), under))
    return tuple(Section(parties[key], _with_sentences(rows)) for key, rows in sections.items())


def _above(claim: Claim, by_id: dict[str, Claim]) -> str | None:
    """Return the claim that this one is shown under, or null where following them would lead in a circle.

    What restates a restatement stands with it under the number that both say again.
    """
    seen = {claim.id}
    above = following = claim.part_of or claim.restates
    while following is not None and following in by_id:
        if following in seen:
            return None
        seen.add(following)
        known = by_id[following]
        if above == following and claim.part_of is None and known.restates in by_id:
            above = known.restates
        following = known.part_of or known.restates
    return above if above in by_id else None


def _rows(row: Row, under: dict[str, list[Claim]]) -> list[Row]:
    """Return a claim's row and those under it, its parts before what says it again."""
    rows = [row]
    for child in sorted(under.get(row.claim.id, []), key=lambda claim: claim.part_of is None):
        rows.extend(_rows(Row(child, row.depth + 1, row.claim), under))
    return rows


def _with_sentences(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows, each knowing whether its sentence was just shown."""
    before = [None, *(row.claim.quote for row in rows)]
    return tuple(replace(row, has_sentence=_is_new(row, shown)) for row, shown in zip(rows, before, strict=False))


def _is_new(row: Row, shown: Passage | None) -> bool:
    return row.claim.quote != shown and (row.above is None or row.claim.quote != row.above.quote)


def _key(party: Party | None) -> str:
    return "" if party is None else party.id or name_key(party.name)


def heading(report: Report) -> str:
    """Return what to call a report: its title, else the last part of where it was read from."""
    origin = report.origins[0]
    return report.title or origin.rstrip("/").rsplit("/", 1)[-1] or origin
