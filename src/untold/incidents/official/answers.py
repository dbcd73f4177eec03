"""A casebook's official statements with the incidents that they answer.

Statements come in as accounts of the belligerent. To find their incident they
are taken away from the incidents first, so that none is found by its own words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim
from untold.claims.official_statements import OfficialStatement, read_official_statement
from untold.claims.readings import kept_claims
from untold.codebook.actors import all_actors
from untold.codebook.coordinates.grid import to_mgrs
from untold.incidents.building.ranges import ranges_of
from untold.incidents.building.summary import date_of, place_of
from untold.incidents.incident import Incident
from untold.incidents.official.facts import IncidentFacts, facts_of
from untold.incidents.official.linking import StatementLink, StatementLinker
from untold.incidents.official.vicinity import is_log_line
from untold.incidents.official.whereabouts import Gazetteer


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement's account, and what became of it."""

    account: str
    link: StatementLink


def answers_in(
    accounts: Iterable[Account],
    incidents: Iterable[Incident],
    claims: Mapping[str, Claim],
    gazetteer: Gazetteer | None = None,
) -> tuple[Answer, ...]:
    """Return each official statement among the accounts with its link, in the accounts' order; `claims` are by id."""
    listed = list(accounts)
    statements = [account for account in listed if is_statement(account)]
    others = {each.id: each for each in listed if not is_statement(each) and not is_log_line(each)}
    linker = StatementLinker(_facts(incidents, others, claims), gazetteer)
    return tuple(Answer(account.id, linker.link(statement_of(account))) for account in statements)


def answers_kept(folder: str | Path, incidents: Iterable[Incident]) -> tuple[Answer, ...]:
    """Return the answers of a casebook; raises `CasebookError` for a folder that is no casebook."""
    claims = {claim.id: claim for claim in kept_claims(folder)}
    return answers_in(accounts_kept(folder), incidents, claims)


def is_statement(account: Account) -> bool:
    """Tell whether an account is a belligerent's statement: it is the party's own, with a text and a position."""
    known = all_actors().get(account.source.id or "")
    is_belligerent = known is not None and known.can_harm
    return is_belligerent and account.stated.position is not None and bool(account.text)


def statement_of(account: Account) -> OfficialStatement:
    """Return what a statement's account states: its words, and the grid and codes that its list gives beside them."""
    read = read_official_statement(account.text or "")
    place, cited = account.place, account.stated.codes
    grids = (
        (*read.grids, to_mgrs(place.lat, place.lon, 4))
        if place.lat is not None and place.lon is not None
        else read.grids
    )
    return replace(read, grids=tuple(dict.fromkeys(grids)), codes=tuple(dict.fromkeys((*read.codes, *cited))))


def as_told_by(accounts: Sequence[Account], claims: Mapping[str, Claim]) -> Incident:
    """Return the incident that accounts tell of, its day, place and numbers by them alone, under the first's id."""
    told = ([claims[each] for each in account.claims if each in claims] for account in accounts)
    own = tuple(each.id for each in accounts)
    return Incident(own[0], (), own, date_of(accounts), place_of(accounts), ranges_of(told))


def _facts(
    incidents: Iterable[Incident], accounts: Mapping[str, Account], claims: Mapping[str, Claim]
) -> Iterator[IncidentFacts]:
    """Yield the incidents that others tell of: their day, place and numbers, without what the belligerent says."""
    for incident in incidents:
        own = tuple(each for each in incident.accounts if each in accounts)
        if not own:
            continue
        if own == incident.accounts:
            yield facts_of(incident, accounts)
        else:
            bare = as_told_by([accounts[each] for each in own], claims)
            yield facts_of(replace(bare, code=incident.code, previous_codes=incident.previous_codes), accounts)
