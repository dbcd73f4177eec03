"""A list, kept: its file frozen, its accounts and claims in the record, all of it or nothing."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from untold.claims.account import Account
from untold.claims.accounts import ACCOUNTS, SNAPSHOTS, accounts_kept, snapshots_kept
from untold.claims.claim import CELLS_READER, Claim
from untold.claims.columns.entering import FromList, accounts_from_list
from untold.claims.columns.layout import Layout
from untold.claims.columns.layouts import layout_in_use
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from
from untold.claims.columns.renewing import Renewal, renew
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import CLAIMS, kept_claims
from untold.codebook.errors import CasebookError
from untold.reports.archive import RECEIPTS, capture_path, with_taken, write_capture
from untold.reports.casebook import DESCRIPTION, REPORTS, Casebook, as_lines, read_reports
from untold.reports.lists import ListReport, read_list
from untold.reports.replacing import replace_together
from untold.reports.report import Report
from untold.reports.taken import Taken

MAPPINGS = Path("hand") / "mappings"


def renewal_of(folder: Path | None, found: FromList, layout: Layout, *, is_part: bool) -> Renewal:
    """Return what a list would change in a casebook, null for none; nothing is written."""
    if folder is None or not (folder / DESCRIPTION).exists():
        return renew((), (), found, layout, is_part=is_part)
    return renew(rows_kept(folder, layout), kept_claims(folder), found, layout, is_part=is_part)


def keep_list(
    casebook: Casebook,
    listed: ListReport,
    renewal: Renewal,
    *,
    mapping: tuple[str, bytes] | None = None,
    is_series: bool = False,
) -> bool:
    """Put a list and what it changes in the casebook as one step; return whether anything was written.

    `mapping` is the name and content of the file by which it was read, which
    is a person's decision and kept with the others. The rows of a list that
    `is_series` stand apart from accounts of incidents. A file that is there
    already and changes nothing leaves every byte as it is.
    """
    folder = casebook.folder
    known = {report.id: report for report in read_reports(folder)}
    is_known = listed.report.id in known and listed.origin in known[listed.report.id].origins
    if mapping is not None:
        _keep_mapping(folder, *mapping)
    if renewal.is_idle and is_known:
        return False
    taken = Taken(listed.report, listed.content)
    write_capture(casebook, listed.report.capture, listed.content)
    reports, receipts = with_taken(folder, [taken])
    claims = apply_words(_without_prose(renewal.claims, listed.report.id), words_kept(folder))
    replace_together(
        folder,
        {
            RECEIPTS: as_lines(receipts),
            REPORTS: as_lines(reports),
            CLAIMS: as_lines(claims),
            **_rows(folder, renewal, listed.report.id, is_series=is_series),
        },
    )
    return True


def rows_kept(folder: Path, layout: Layout) -> tuple[Account, ...]:
    """Return what lists of such a layout are kept as: accounts of incidents, or the days of series."""
    return snapshots_kept(folder) if layout.is_series else accounts_kept(folder)


def lists_kept(folder: Path, layout: Layout) -> tuple[ListReport, ...]:
    """Return the lists of one layout that accounts of a casebook come from, in the order in which they came in.

    Raises `CasebookError` where the capture of one is missing.
    """
    used = {account.report for account in rows_kept(folder, layout) if account.id.partition(":")[0] == layout.name}
    return tuple(list_of(folder, report) for report in read_reports(folder) if report.id in used)


def list_of(folder: Path, report: Report) -> ListReport:
    """Return a kept list, read again from its capture; raises `CasebookError` where that is missing."""
    path = capture_path(folder, report.capture)
    try:
        content = path.read_bytes()
    except OSError:
        raise CasebookError(str(folder), f"the capture {report.capture} is missing", "run untold verify") from None
    return read_list(report.origins[-1], content, source=report.source, captured_at=report.captured_at)


def layout_kept(folder: Path, name: str) -> Layout:
    """Return the layout of that name: one that Untold knows, or a mapping that the casebook keeps.

    Raises `CasebookError` where there is neither.
    """
    known = layout_in_use(name)
    if known is not None:
        return known
    path = folder / MAPPINGS / f"{name}.toml"
    if not path.exists():
        raise CasebookError(str(folder), f"keeps no mapping {name!r}", "import the list with its mapping again")
    return layout_of(mapping_from(str(path), path.read_bytes()))


def claims_again(folder: Path, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return these claims of lists as their cells say them, before anybody's word on them."""
    wanted = {claim.id for claim in claims}
    reports = {report.id: report for report in read_reports(folder)}
    sources = dict.fromkeys((claim.report, claim.rule.removeprefix("column:").partition(".")[0]) for claim in claims)
    found: list[Claim] = []
    for report, name in sources:
        again = accounts_from_list(list_of(folder, reports[report]), layout_kept(folder, name))
        found += [claim for claim in again.claims if claim.id in wanted]
    return tuple(found)


def _without_prose(claims: Iterable[Claim], report: str) -> tuple[Claim, ...]:
    """Return the claims without those that were read from the list's text as if it were prose."""
    return tuple(claim for claim in claims if claim.report != report or claim.reader == CELLS_READER)


def _rows(folder: Path, renewal: Renewal, report: str, *, is_series: bool) -> dict[str, bytes]:
    """Return the files that hold the rows of lists, as they are with a list in them."""
    if not is_series:
        return {ACCOUNTS: as_lines(_of_lists(renewal.accounts, report))}
    return {ACCOUNTS: as_lines(_of_lists(accounts_kept(folder), report)), SNAPSHOTS: as_lines(renewal.accounts)}


def _of_lists(accounts: Iterable[Account], report: str) -> tuple[Account, ...]:
    """Return the accounts without those that were read from the list's text as if it were prose."""
    return tuple(account for account in accounts if account.report != report or not account.id.startswith(report))


def _keep_mapping(folder: Path, name: str, content: bytes) -> None:
    (folder / MAPPINGS).mkdir(parents=True, exist_ok=True)
    replace_together(folder / MAPPINGS, {f"{name}.toml": content})
