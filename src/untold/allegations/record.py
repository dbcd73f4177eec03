"""The docket of a casebook: made from what the casebook holds, and kept in `allegations.jsonl`."""

from pathlib import Path

from untold.allegations.allegation import Allegation, Request
from untold.allegations.docket import Docket, Entered, make_docket
from untold.allegations.hand import asked_kept, determined_kept, put_kept
from untold.allegations.incidents import IncidentsTold
from untold.allegations.official_reports import official_reports_kept
from untold.allegations.statements import statements_listed
from untold.claims.accounts import accounts_kept
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.incidents.judgements import judgements_kept, standing
from untold.incidents.official.answers import is_statement
from untold.incidents.record import incidents_kept
from untold.reports.casebook import Casebook, as_lines, read_records
from untold.reports.replacing import replace_together

FILE = "allegations.jsonl"
REQUESTS = "requests.jsonl"


def docket_of(folder: Path) -> Docket:
    """Return the docket of a casebook as its lists, reports, incidents and hand lines now make it; writes nothing.

    Raises `CasebookError` for a folder that is no casebook, a broken line, or
    a list whose capture is missing.
    """
    accounts = accounts_kept(folder)
    claims = {each.id: each for each in apply_words(kept_claims(folder), words_kept(folder))}
    judged = standing(judgements_kept(folder))
    return make_docket(
        statements_listed(folder, filter(is_statement, accounts)),
        official_reports_kept(folder),
        Entered(put_kept(folder), determined_kept(folder), asked_kept(folder)),
        told=IncidentsTold(incidents_kept(folder), {each.id: each for each in accounts}, claims, judged),
        claims=claims,
        kept=allegations_kept(folder),
    )


def renew_docket(casebook: Casebook) -> Docket:
    """Make the docket again, keep it, and return it; where nothing changed no byte does.

    Call it after an import, a match or a line of a person's: it follows
    incidents whose codes have changed.
    """
    docket = docket_of(casebook.folder)
    replace_together(casebook.folder, {FILE: as_lines(docket.allegations), REQUESTS: as_lines(docket.requests)})
    return docket


def allegations_kept(folder: str | Path) -> tuple[Allegation, ...]:
    """Return the allegations of a casebook as they were last made; none where none was made yet."""
    return read_records(folder, FILE, Allegation)


def requests_kept(folder: str | Path) -> tuple[Request, ...]:
    """Return the requests of a casebook as they were last made; none where none was made yet."""
    return read_records(folder, REQUESTS, Request)
