"""A casebook's official statements with the incidents that they answer.

Statements come in as accounts of the belligerent. To find their incident they
are taken away from the incidents first, so that none is found by its own words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.official_statements import OfficialStatement, read_official_statement
from untold.codebook.actors import all_actors
from untold.incidents.incident import Incident
from untold.incidents.official.facts import IncidentFacts, facts_of
from untold.incidents.official.linking import StatementLink, StatementLinker
from untold.incidents.official.whereabouts import Gazetteer
from untold.incidents.places.grid import to_mgrs


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement's account, and what became of it."""

    account: str
    link: StatementLink


def answers_in(
    accounts: Iterable[Account], incidents: Iterable[Incident], gazetteer: Gazetteer | None = None
) -> tuple[Answer, ...]:
    """Return each official statement among the accounts with its link, in the accounts' order."""
    listed = list(accounts)
    statements = [account for account in listed if is_statement(account)]
    others = {account.id: account for account in listed if not is_statement(account)}
    linker = StatementLinker(_facts(incidents, others), gazetteer)
    return tuple(Answer(account.id, linker.link(statement_of(account))) for account in statements)


def answers_kept(folder: str | Path, incidents: Iterable[Incident]) -> tuple[Answer, ...]:
    """Return the answers of a casebook; raises `CasebookError` for a folder that is no casebook."""
    return answers_in(accounts_kept(folder), incidents)


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


def _facts(incidents: Iterable[Incident], accounts: Mapping[str, Account]) -> list[IncidentFacts]:
    """Return the incidents that others tell of, without what the belligerent says of them."""
    told = ((incident, tuple(each for each in incident.accounts if each in accounts)) for incident in incidents)
    return [facts_of(_without_statements(incident, own, accounts), accounts) for incident, own in told if own]


def _without_statements(incident: Incident, own: tuple[str, ...], accounts: Mapping[str, Account]) -> Incident:
    """Return an incident with the accounts of others alone: their day, their place, and the ranges that they decide."""
    if own == incident.accounts:
        return incident
    first = accounts[own[0]]
    theirs = {claim for each in own for claim in accounts[each].claims}
    ranges = tuple(each for each in incident.ranges if theirs.issuperset(each.claims))
    return replace(incident, accounts=own, date=first.date, place=first.place, ranges=ranges)
