"""The docket of a casebook: made from what the casebook holds, and kept in `allegations.jsonl`."""

from dataclasses import dataclass, replace
from pathlib import Path

from untold.allegations.allegation import Allegation, Request
from untold.allegations.docket import Docket, Entered, make_docket
from untold.allegations.hand import asked_kept, determined_kept, put_kept
from untold.allegations.incidents import IncidentsTold, Recorded
from untold.allegations.official_reports import official_reports_kept
from untold.allegations.reading.record import OfficialReport
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
RECEIVED = "allegations_received.jsonl"  # of a release that the casebook was made from: no capture makes them again


@dataclass(frozen=True, slots=True)
class Review:
    """A casebook's review: its docket, the belligerents' reports, and the incidents as others tell of them."""

    docket: Docket
    reports: tuple[OfficialReport, ...]
    told: IncidentsTold

    @property
    def recorded(self) -> dict[str, Recorded]:
        """Return the minima that others record for the incidents of the docket, by code."""
        codes = (each.incident for each in self.docket.allegations if each.incident is not None)
        return {code: self.told.recorded(code) for code in dict.fromkeys(codes)}


def review_of(folder: Path) -> Review:
    """Return a casebook's review as its lists, reports, incidents and hand lines now make it; writes nothing.

    Raises `CasebookError` for a folder that is no casebook, a broken line, or
    a list whose capture is missing.
    """
    accounts = accounts_kept(folder)
    claims = {each.id: each for each in apply_words(kept_claims(folder), words_kept(folder))}
    judged = standing(judgements_kept(folder))
    told = IncidentsTold(incidents_kept(folder), {each.id: each for each in accounts}, claims, judged)
    reports = official_reports_kept(folder)
    docket = make_docket(
        statements_listed(folder, filter(is_statement, accounts)),
        reports,
        Entered(put_kept(folder), determined_kept(folder), asked_kept(folder)),
        told=told,
        claims=claims,
        kept=allegations_kept(folder),
    )
    return Review(_with_received(docket, folder), reports, told)


def _with_received(docket: Docket, folder: Path) -> Docket:
    """Return the docket with the allegations that came in with a release and that it does not make itself."""
    made = {each.id for each in docket.allegations}
    received = (each for each in read_records(folder, RECEIVED, Allegation) if each.id not in made)
    return replace(docket, allegations=(*docket.allegations, *received))


def docket_of(folder: Path) -> Docket:
    """Return the docket of a casebook as it now is; see `review_of`."""
    return review_of(folder).docket


def renew_docket(casebook: Casebook) -> Review:
    """Make the docket again, keep it, and return the review; where nothing changed no byte does.

    Call it after an import, a match or a line of a person's: it follows
    incidents whose codes have changed.
    """
    review = review_of(casebook.folder)
    docket = review.docket
    replace_together(casebook.folder, {FILE: as_lines(docket.allegations), REQUESTS: as_lines(docket.requests)})
    return review


def allegations_kept(folder: str | Path) -> tuple[Allegation, ...]:
    """Return the allegations of a casebook as they were last made; none where none was made yet."""
    return read_records(folder, FILE, Allegation)


def requests_kept(folder: str | Path) -> tuple[Request, ...]:
    """Return the requests of a casebook as they were last made; none where none was made yet."""
    return read_records(folder, REQUESTS, Request)
