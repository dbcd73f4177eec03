"""What of a casebook is published at all, and what of that is protected: found once, before anything is written.

Whether an account may leave depends on its incident's state, whether a claim
may on its account, its report, its claimant and on the numbers beside it. So
the casebook is gone through once for these things alone, and only ids are held.
"""

from base64 import b32encode
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from untold.claims.account import Account
from untold.claims.accounts import ACCOUNTS
from untold.claims.claim import Claim, Party, Scope, State
from untold.claims.hand import Word, apply_words, words_kept
from untold.claims.readings import CLAIMS
from untold.incidents.incident import IncidentState
from untold.incidents.record import INCIDENTS
from untold.incidents.victims.keeping import VICTIMS, victims_named
from untold.incidents.victims.victim import Victim
from untold.releases.redaction.addresses import host_of, is_account_host
from untold.releases.redaction.known_names import KnownNames, OwnNames
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.speakers import spans_of_speaker
from untold.releases.redaction.streaming import each_record
from untold.reports.casebook import REPORTS
from untold.reports.report import Passage, Source

Span = tuple[int, int]
_NOT_CLAIMED: frozenset[State] = frozenset({"rejected", "ungrounded"})
_DRAFT: frozenset[IncidentState] = frozenset({"draft", "withdrawn"})


class _ReportHead(msgspec.Struct):
    id: str
    source: Source | None = None
    url: str | None = None


class _AccountHead(msgspec.Struct):
    id: str
    report: str
    source: Party
    claims: tuple[str, ...]
    codes: tuple[str, ...] = ()


class _IncidentHead(msgspec.Struct):
    code: str
    previous_codes: tuple[str, ...]
    accounts: tuple[str, ...]
    state: IncidentState
    sign_offs: tuple[Any, ...] = ()


class _PlaceHead(msgspec.Struct):
    name: str | None = None
    name_local: str | None = None
    admin1: str | None = None


class _DateHead(msgspec.Struct):
    time_of_day: str | None = None


class _AccountWords(msgspec.Struct):
    id: str
    place: _PlaceHead
    date: _DateHead
    attributed_to: tuple[Party, ...] = ()


class _EvidenceHead(msgspec.Struct):
    name: Any = None
    claimant: Passage | tuple[Passage, ...] = ()


class _ClaimHead(msgspec.Struct):
    id: str
    report: str
    scope: Scope
    state: State
    quote: Passage
    evidence: _EvidenceHead
    claimant: Party | None = None
    medium: Party | None = None


@dataclass(slots=True)
class Standing:
    """What is published and what is protected, by the casebook's own ids.

    `accounts` gives each published account its incident's code, `claims` each
    published claim its account, null for one of no incident; `worded` are the
    claims on which a person gave a word, as they now stand. `hosts` gives each
    report of an account on a host where addresses name people that host.
    `person_claims` are rows of lists that name one person each.
    `codes` are incidents' codes that are hashes of a protected account's id,
    `own_codes` and `own_names` those that protected sources go by. `words` are, by
    incident code, what only protected accounts of it say, and `speakers`, by
    report, where it names speakers who may not be named.
    """

    incidents: set[str] = field(default_factory=set)
    accounts: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str | None] = field(default_factory=dict)
    worded: dict[str, Claim] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    protected_reports: set[str] = field(default_factory=set)
    protected_accounts: set[str] = field(default_factory=set)
    protected_claims: set[str] = field(default_factory=set)
    person_claims: set[str] = field(default_factory=set)
    hosts: dict[str, str] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    own_codes: set[str] = field(default_factory=set)
    own_names: set[str] = field(default_factory=set)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    speakers: dict[str, list[Span]] = field(default_factory=dict)
    has_review: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """The names that the record knows: all of them, and by incident code those of its own people."""

    known: KnownNames
    own: Mapping[str, OwnNames]


def standing_of(folder: str | Path, policy: Policy) -> Standing:
    """Return what a policy publishes of a casebook and what it protects; raises `CasebookError` for a broken one."""
    found = Standing(worded=_worded(Path(folder)))
    _of_reports(folder, policy, found)
    heads = tuple(each_record(folder, INCIDENTS, _IncidentHead))
    found.has_review = any(each.state not in _DRAFT or each.sign_offs for each in heads)
    states = states_published(policy, has_review=found.has_review)
    found.incidents.update(each.code for each in heads if each.state in states and each.accounts)
    of_account = {account: each for each in heads for account in each.accounts}
    unpublished: set[str] = set()
    for account in each_record(folder, ACCOUNTS, _AccountHead):
        if account.report in found.reports:
            unpublished.update(_of_account(account, of_account.get(account.id), policy, found))
    for claim in each_record(folder, CLAIMS, _ClaimHead):
        is_there = claim.report in found.reports and claim.id not in unpublished
        if not _of_claim(claim, policy, found, is_there=is_there):
            found.claims.pop(claim.id, None)
        for each in spans_of_speaker(claim.claimant, claim.evidence.claimant, policy, claim.quote.text):
            found.speakers.setdefault(claim.report, []).append(each)
    found.words.update(_protected_words(folder, found))
    return found


def states_published(policy: Policy, *, has_review: bool) -> Collection[IncidentState]:
    """Return the states whose incidents a release holds: while nobody reviews, drafts too where the policy says so."""
    if policy.drafts_before_review and not has_review:
        return {*policy.states, "draft"}
    return policy.states


def people_of(folder: str | Path, found: Standing) -> People:
    """Return the names that a casebook knows: entered by hand, and in the rows of its lists."""
    by_hand = tuple(each_record(folder, VICTIMS, Victim))
    listed = tuple(_listed(folder))
    own: dict[str, list[Victim]] = {}
    for victim in (*by_hand, *listed):
        for account in victim.accounts:
            if account in found.accounts:
                own.setdefault(found.accounts[account], []).append(victim)
    return People(KnownNames((*by_hand, *listed)), {code: OwnNames(victims) for code, victims in own.items()})


def codes_of_account(account: str) -> Iterator[str]:
    """Yield the codes that an incident has that was named after an account: a hash of the account's id.

    >>> next(codes_of_account("airwars:CS001"))
    'U-QVRU3E6Z'
    """
    letters = b32encode(sha256(account.encode("utf-8", "surrogatepass")).digest()).decode().rstrip("=")
    return (f"U-{letters[:length]}" for length in range(8, len(letters) + 1))


def _worded(folder: Path) -> dict[str, Claim]:
    """Return the claims on which a person gave a word, as that word leaves them."""
    words: dict[str, list[Word]] = {}
    for word in words_kept(folder):
        words.setdefault(word.claim, []).append(word)
    claims = (each for each in each_record(folder, CLAIMS, Claim) if each.id in words) if words else ()
    return {each.id: apply_words((each,), words[each.id])[0] for each in claims}


def _of_reports(folder: str | Path, policy: Policy, found: Standing) -> None:
    for each in each_record(folder, REPORTS, _ReportHead):
        found.reports.add(each.id)
        source, host = each.source, host_of(each.url)
        is_protected = source is not None and policy.is_protected(source.id, source.name)
        if source is not None and is_protected:
            found.own_names.add(source.name)
        if is_protected or each.id in policy.protected_reports:
            found.protected_reports.add(each.id)
        elif host is not None and (source is None or source.id is None) and is_account_host(host, policy.account_hosts):
            found.hosts[each.id] = host


def _of_account(
    account: _AccountHead, incident: _IncidentHead | None, policy: Policy, found: Standing
) -> tuple[str, ...]:
    """Find what becomes of an account, and return its claims where its incident is not published."""
    is_protected = policy.is_protected(account.source.id, account.source.name)
    if is_protected:
        found.own_names.add(account.source.name)
    if is_protected or account.report in found.protected_reports:
        found.protected_accounts.add(account.id)
        found.protected_claims.update(account.claims)
        found.own_codes.update(account.codes)
        made = set(codes_of_account(account.id))
        codes = () if incident is None else (incident.code, *incident.previous_codes)
        found.codes.update(each for each in codes if each in made)
    if incident is None:
        return ()
    if incident.code not in found.incidents:
        return account.claims
    found.accounts[account.id] = incident.code
    found.claims.update(dict.fromkeys(account.claims, account.id))
    return ()


def _of_claim(claim: _ClaimHead, policy: Policy, found: Standing, *, is_there: bool) -> bool:
    """Return whether a claim is published, and find whether it is protected."""
    parties = (each for each in (claim.claimant, claim.medium) if each is not None)
    protected = [each.name for each in parties if policy.is_protected(each.id, each.name)]
    found.own_names.update(protected)
    if protected or claim.report in found.protected_reports:
        found.protected_claims.add(claim.id)
    if claim.evidence.name is not None:
        found.person_claims.add(claim.id)
    worded = found.worded.get(claim.id)
    if not is_there or (claim.state if worded is None else worded.state) in _NOT_CLAIMED:
        return False
    if claim.id not in found.claims and claim.scope != "incident" and policy.claims_of_no_incident:
        found.claims[claim.id] = None
    return claim.id in found.claims


def _protected_words(folder: str | Path, found: Standing) -> dict[str, frozenset[str]]:
    """Return, by incident code, the words of its protected accounts that no other account of it says."""
    protected: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for each in each_record(folder, ACCOUNTS, _AccountWords) if found.protected_accounts else ():
        if (code := found.accounts.get(each.id)) is not None:
            said = protected if each.id in found.protected_accounts else others
            said.setdefault(code, set()).update(_words(each))
    return {code: frozenset(words - others.get(code, set())) for code, words in protected.items()}


def _words(account: _AccountWords) -> Iterator[str]:
    place = account.place
    yield from filter(None, (place.name, place.name_local, place.admin1, account.date.time_of_day))
    yield from (each.name for each in account.attributed_to if each.id is None)


def _listed(folder: str | Path) -> Iterator[Victim]:
    """Yield the people whom rows of lists name."""
    named = {each.id for each in each_record(folder, CLAIMS, _ClaimHead) if each.evidence.name is not None}
    if not named:
        return
    claims = {each.id: each for each in each_record(folder, CLAIMS, Claim) if each.id in named}
    for account in each_record(folder, ACCOUNTS, Account):
        if not named.isdisjoint(account.claims):
            yield from victims_named((account,), claims)
