"""A casebook opened for its checks: all of its records, what its lists say of their own entries, and their totals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from untold.allegations.official_reports import official_reports_kept
from untold.allegations.record import docket_of
from untold.claims.account import Account
from untold.claims.accounts import accounts_kept, snapshots_kept
from untold.claims.claim import Claim
from untold.claims.columns import accounts_from_list
from untold.claims.columns.bureau import BUREAU, PrintedTotal, printed_totals
from untold.claims.columns.keeping import list_of
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.codebook.errors import CasebookError
from untold.incidents.record import incidents_kept
from untold.reports.casebook import read_reports
from untold.reports.report import Report
from untold.tallies.checks.list_days import COLUMNS, list_days
from untold.tallies.checks.whole_record import ListDay, WholeRecord, by_id


def record_kept(folder: str | Path, *, today: str) -> WholeRecord:
    """Return the whole record of a casebook, people's words on its claims applied.

    Raises `CasebookError` for a folder that is no casebook.
    """
    reports = by_id(read_reports(folder))
    claims = by_id(apply_words(kept_claims(folder), words_kept(Path(folder))))
    accounts = by_id(accounts_kept(folder))
    return WholeRecord(
        today=today,
        reports=reports,
        claims=claims,
        accounts=accounts,
        snapshots=by_id(snapshots_kept(folder)),
        incidents=incidents_kept(folder),
        allegations=docket_of(Path(folder)).allegations,
        official=official_reports_kept(folder),
        list_days=_list_days(Path(folder), reports, claims, accounts.values()),
        printed=tuple(_printed(Path(folder), reports, accounts.values())),
    )


def _list_days(
    folder: Path, reports: Mapping[str, Report], claims: Mapping[str, Claim], accounts: Iterable[Account]
) -> Mapping[str, tuple[ListDay, ...]]:
    """Return the days that lists print about their own entries, by account."""
    found: dict[str, tuple[ListDay, ...]] = {}
    for (report, layout), own in _by_list(accounts).items():
        if layout in COLUMNS and report in reports:
            own_report = reports[report]
            found |= list_days(own_report, layout, own, claims, partial(list_of, folder, own_report))
    return found


def _printed(folder: Path, reports: Mapping[str, Report], accounts: Iterable[Account]) -> Iterator[PrintedTotal]:
    """Yield the totals of the workbooks that the casebook's accounts stand in; a capture that is gone prints none."""
    for report, layout in _by_list(accounts):
        if layout == BUREAU.name and report in reports:
            try:
                listed = list_of(folder, reports[report])
            except CasebookError:
                continue  # `untold verify` names it
            yield from printed_totals(listed, accounts_from_list(listed, BUREAU))


def _by_list(accounts: Iterable[Account]) -> Mapping[tuple[str, str], Sequence[Account]]:
    lists: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        lists.setdefault((account.report, account.id.partition(":")[0]), []).append(account)
    return lists
