"""The incidents of a match: every cluster with its code, and what its accounts add up to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow.compute as pc

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.building.codes import Named, name_clusters
from untold.incidents.building.contradictions import contradictions_of, unlinked
from untold.incidents.building.ranges import ranges_of
from untold.incidents.building.summary import attributions_of, date_of, means_of, place_of
from untold.incidents.incident import Contradiction, Incident
from untold.incidents.matching.matcher import Match


@dataclass(frozen=True, slots=True)
class Changes:
    """What a match did to the incidents that were there before: codes, in order."""

    new: tuple[str, ...]
    changed: tuple[str, ...]  # their accounts are others than before
    ended: tuple[str, ...]  # their accounts went into another, or were withdrawn


def build_incidents(
    match: Match, accounts: Iterable[Account], claims: Mapping[str, Claim], previous: Sequence[Incident] = ()
) -> tuple[tuple[Incident, ...], Changes]:
    """Return the incidents of a match in the order of their codes, and what changed.

    What people or other rules have put into an incident (grade, victims,
    signatures, state) stays with its code. An incident whose accounts are all
    gone stays as `withdrawn`, without accounts, so that its code is never given again.
    """
    by_id = {account.id: account for account in accounts}
    before = {each.code: each for each in previous}
    rows = _rows(match)
    named = name_clusters(match.clusters, previous)
    apart = _contradicted(match, rows)
    built = [_incident(each, by_id, claims, rows, match, apart, before.get(each.code)) for each in named]
    carried = {code for each in built for code in (each.code, *each.previous_codes)}
    gone = [_withdrawn(each) for each in previous if each.code not in carried]
    incidents = tuple(sorted([*built, *gone], key=lambda each: each.code))
    return incidents, _changes(incidents, before)


def _incident(
    named: Named,
    accounts: Mapping[str, Account],
    claims: Mapping[str, Claim],
    rows: Mapping[str, Mapping[str, Any]],
    match: Match,
    apart: Mapping[str, tuple[Contradiction, ...]],
    before: Incident | None,
) -> Incident:
    own = [accounts[each] for each in named.accounts]
    inside = contradictions_of([rows[each] for each in named.accounts], match.settings) if len(own) > 1 else ()
    outside = tuple(found for each in named.accounts for found in apart.get(each, ()))
    made = Incident(
        code=named.code,
        previous_codes=named.previous_codes,
        accounts=named.accounts,
        date=date_of(own),
        place=place_of(own),
        ranges=ranges_of([claims[each] for each in account.claims if each in claims] for account in own),
        attributions=attributions_of(own),
        means=means_of(own),
        contradictions=(*inside, *outside),
    )
    return made if before is None else _kept(made, before)


def _kept(made: Incident, before: Incident) -> Incident:
    """Return the incident with what others put into it; signatures hold only while its accounts are the same."""
    same = made.accounts == before.accounts
    return replace(
        made,
        infrastructure=before.infrastructure,
        grade=before.grade,
        strike_status=before.strike_status,
        victims=before.victims,
        sign_offs=before.sign_offs if same else (),
        state="draft" if before.state == "withdrawn" else before.state,
    )


def _withdrawn(incident: Incident) -> Incident:
    return replace(incident, accounts=(), ranges=(), contradictions=(), state="withdrawn")


def _changes(incidents: Sequence[Incident], before: Mapping[str, Incident]) -> Changes:
    standing = {each.code: each for each in incidents if each.accounts}
    new = tuple(code for code in standing if code not in before)
    changed = tuple(
        code for code, each in standing.items() if code in before and before[code].accounts != each.accounts
    )
    ended = tuple(code for code, each in before.items() if each.accounts and code not in standing)
    return Changes(new, changed, ended)


def _rows(match: Match) -> dict[str, dict[str, Any]]:
    """Return the working table's rows by account, each with the sets of actors that its own meets."""
    met: dict[int, dict[int, bool]] = {}
    for each in match.traits.meetings.to_pylist():
        met.setdefault(each["a"], {})[each["b"]] = True
    return {row["id"]: {**row, "met": met.get(row["actors"], {})} for row in match.traits.table.to_pylist()}


def _contradicted(match: Match, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[Contradiction, ...]]:
    """Return, by account, what keeps it apart from another that shares its code; the widest first of each pair."""
    ids = match.traits.table["id"]
    pairs = match.pairs.filter(pc.equal(match.pairs["verdict"], "contradicted"))
    found: dict[str, tuple[Contradiction, ...]] = {}
    for a, b in zip(ids.take(pairs["a"]).to_pylist(), ids.take(pairs["b"]).to_pylist(), strict=True):
        said = unlinked(rows[a], rows[b], match.settings)
        for account in (a, b):
            found[account] = (*found.get(account, ()), *said)
    return found
