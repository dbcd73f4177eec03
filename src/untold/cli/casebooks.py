"""A casebook from the command line: what is read is kept, and what people decided is laid over it."""

from collections.abc import Sequence
from pathlib import Path

from untold.claims.accounts import accounts_kept, snapshots_kept
from untold.claims.accounts_of_texts import keep_accounts_of_reports
from untold.claims.claim import CELLS_READER, Claim
from untold.claims.columns.keeping import claims_again
from untold.claims.hand import Word, apply_words, say, words_kept, words_on_nothing
from untold.claims.readings import keep_claims, kept_claims, read_report
from untold.cli.edge import complain
from untold.cli.inputs import Reading
from untold.codebook.errors import CasebookError
from untold.reports.archive import keep_all
from untold.reports.casebook import open_casebook, read_reports
from untold.reports.report import Report


def keep(folder: Path, readings: Sequence[Reading]) -> list[Reading]:
    """Keep reports with their bytes and claims, and return them as kept: with people's words on the claims.

    A date of publication that was given by hand earlier stays, so the claims
    of such a report are read again.
    """
    with open_casebook(folder) as casebook:
        words = words_kept(folder)
        _refuse_lists(folder, readings)
        reports = keep_all(casebook, [taken for reading in readings for taken in reading.taken])
        by_id = {report.id: report for report in reports}
        kept: list[Reading] = []
        for reading in readings:
            report = by_id[reading.report.id]
            is_same = report.published == reading.report.published
            claims = reading.claims if is_same else read_report(report)
            kept.append(Reading(report, apply_words(claims, words), reading.taken))
        keep_claims(casebook, by_id, [claim for reading in kept for claim in reading.claims])
        keep_accounts_of_reports(casebook, [(reading.report, reading.claims) for reading in kept])
    _name_lost_words(kept, words)
    return kept


def decide(folder: Path, word: Word) -> Claim:
    """Add a person's word to the casebook and return the claim as it now stands.

    Raises `CasebookError` where the casebook holds no such claim, and
    `UnknownWording` for a correction that the record cannot hold; nothing is
    written then.
    """
    with open_casebook(folder) as casebook:
        report = _report_of(folder, word.claim)
        left = apply_words(_as_read(folder, report), (*words_kept(folder), word))
        now = next((claim for claim in left if claim.id == word.claim), None)
        if now is None:
            raise CasebookError(str(folder), f"{word.claim} is no longer read", "read the report again")
        say(casebook, word)
        keep_claims(casebook, [report.id], left)
        if now.reader != CELLS_READER:
            keep_accounts_of_reports(casebook, [(report, left)])
    return now


def _as_read(folder: Path, report: Report) -> tuple[Claim, ...]:
    """Return the kept claims of a report before anybody's word: of a list as its cells say, else as it reads."""
    of_list = [claim for claim in kept_claims(folder) if claim.report == report.id and claim.reader == CELLS_READER]
    return claims_again(folder, of_list) if of_list else read_report(report)


def _report_of(folder: Path, claim_id: str) -> Report:
    kept = next((claim for claim in kept_claims(folder) if claim.id == claim_id), None)
    if kept is None:
        raise CasebookError(str(folder), f"holds no claim {claim_id}", "look its id up with untold read --explain")
    return next(report for report in read_reports(folder) if report.id == kept.report)


def _refuse_lists(folder: Path, readings: Sequence[Reading]) -> None:
    """Raise `CasebookError` for a report that the casebook keeps as a list: its text there is other than its prose."""
    rows = (*accounts_kept(folder), *snapshots_kept(folder))
    lists = {account.report for account in rows if not account.id.startswith(account.report)}
    for reading in readings:
        if reading.report.id in lists:
            origin = reading.report.origins[-1]
            raise CasebookError(str(folder), f"keeps {origin} as a list", "import it again with untold import")


def _name_lost_words(readings: Sequence[Reading], words: Sequence[Word]) -> None:
    """Say which decisions are on claims that their report no longer yields."""
    read = {reading.report.id for reading in readings}
    ours = [word for word in words if word.claim.split(":")[0] in read]
    claims = [claim for reading in readings for claim in reading.claims]
    for word in words_on_nothing(claims, ours):
        complain(f"hand/claims.csv: {word.claim} is no longer read; {word.verb!r} of {word.when} has no effect")
