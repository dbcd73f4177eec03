"""Everything by which a finding can be told from another."""

from untold.tallies.checks.finding import Finding


def names(finding: Finding) -> str:
    """Return the ids and words of a finding in one line."""
    ids = (*finding.claims, *finding.accounts, *finding.incidents, *finding.allegations)
    return " ".join((*ids, finding.message, *(each.report for each in finding.passages)))
