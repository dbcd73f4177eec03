"""Accounts of texts, kept beside those of lists, so that matching finds both in one place."""

from collections.abc import Iterable, Sequence

from untold.claims.accounts import accounts_kept, keep_accounts
from untold.claims.accounts_of_texts.accounts import accounts_of_report
from untold.claims.claim import Claim
from untold.reports.casebook import Casebook
from untold.reports.report import Report


def keep_accounts_of_reports(casebook: Casebook, told: Iterable[tuple[Report, Sequence[Claim]]]) -> None:
    """Put the accounts of these reports in the casebook, in place of those that they had before.

    The claims are to be as people left them: a rejected claim is no account's.
    """
    listed = list(told)
    again = {report.id for report, _ in listed}
    others = [account for account in accounts_kept(casebook.folder) if account.report not in again]
    made = [account for report, claims in listed for account in accounts_of_report(report, claims)]
    keep_accounts(casebook, (*others, *made))
