"""A casebook's comparison: its claims, the tallies of its incidents, and what was conceded, on one scope."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from untold.allegations.allegation import Allegation
from untold.allegations.record import docket_of
from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.incidents.incident import Incident
from untold.incidents.official.answers import is_statement
from untold.incidents.record import incidents_kept
from untold.reports.casebook import read_reports
from untold.reports.report import Report
from untold.tallies.comparison.computing import Counted, Tellers
from untold.tallies.comparison.conceded import conceded_in_claims, conceded_in_docket, figures_of_admissions
from untold.tallies.comparison.figure import Figure
from untold.tallies.tally import Tally, TallyScope

Count = Callable[[TallyScope], Tally]


@dataclass(frozen=True, slots=True)
class Record:
    """What a comparison asks of a casebook."""

    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    accounts: tuple[Account, ...] = ()
    incidents: tuple[Incident, ...] = ()
    allegations: tuple[Allegation, ...] = ()

    @property
    def published(self) -> dict[str, str | None]:
        """The ISO prefix of each report's publication."""
        return {report.id: report.published for report in self.reports}


def record_of(folder: Path) -> Record:
    """Return the record of a casebook, its claims as people left them.

    Raises `CasebookError` for a folder that is no casebook.
    """
    return Record(
        apply_words(kept_claims(folder), words_kept(folder)),
        read_reports(folder),
        accounts_kept(folder),
        incidents_kept(folder),
        docket_of(folder).allegations,
    )


@contextmanager
def counted_in(folder: Path, record: Record, as_of: str) -> Iterator[Counted | None]:
    """Open the tables of a casebook for counting, while a comparison is made; null where it holds no incident."""
    if not record.incidents:
        yield None
        return
    from untold.tallies.counting import Counting
    from untold.tallies.tables import casebook_tables

    with Counting(casebook_tables(folder), as_of=as_of) as counting:

        def count(scope: TallyScope) -> Tally:
            return counting.behind_cell(counting.count(scope).total)

        yield counted_by(count, record, as_of)


def counted_by(count: Count, record: Record, as_of: str) -> Counted:
    """Return what a record's incidents answer, with whatever counts its scopes."""
    return Counted(count, _tellers(record), _concessions(count, record, as_of))


def _tellers(record: Record) -> Callable[[Sequence[str]], Tellers]:
    """Return what names the sources that tell of incidents; a belligerent's statement answers what others tell of."""
    told_by = {account.id: account.source for account in record.accounts if not is_statement(account)}
    accounts = {incident.code: incident.accounts for incident in record.incidents}

    def tellers(codes: Sequence[str]) -> Tellers:
        within = [each for code in codes for each in accounts.get(code, ())]
        told = [told_by[each] for each in within if each in told_by]
        named = {source.id or source.name: source for source in reversed(told)}
        often = Counter(source.id or source.name for source in told)
        ordered = sorted(often, key=lambda key: (-often[key], key))
        return Tellers(tuple(named[key] for key in ordered), has_answers=len(told) < len(within))

    return tellers


def _concessions(count: Count, record: Record, as_of: str) -> Callable[[TallyScope], Sequence[Figure]]:
    """Return what sums the concessions on a scope, whatever the grades of its incidents and whoever tells of them."""
    by_code = {incident.code: incident for incident in record.incidents}
    claims_of = _claims_of_accounts(record)

    def concede(asked: TallyScope) -> Sequence[Figure]:
        codes = count(replace(asked, grades=(), strike_statuses=(), sources=(), without=())).codes
        docket = conceded_in_docket(asked, codes, record.allegations)
        recorded = conceded_in_claims(asked, codes, by_code, claims_of)
        return (
            *figures_of_admissions(docket, asked, as_of, kind="docket"),
            *figures_of_admissions(recorded, asked, as_of, kind="claims"),
        )

    return concede


def _claims_of_accounts(record: Record) -> Mapping[str, Sequence[Claim]]:
    admitted = {claim.id: claim for claim in record.claims if claim.kind == "concession"}
    return {each.id: [admitted[name] for name in each.claims if name in admitted] for each in record.accounts}
