"""The incidents of a casebook: matched from its accounts and judgements, and kept in `incidents.jsonl`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.incidents.building import Changes, build_incidents
from untold.incidents.incident import Incident
from untold.incidents.independence import copy_groups
from untold.incidents.judgements import judgements_kept, standing
from untold.incidents.matching import Match, Settings, match_accounts, match_again, standard_settings, traits_of
from untold.incidents.matching.keeping import keep_match, match_kept
from untold.incidents.matching.matcher import Engine
from untold.incidents.matching.on_duckdb import pairs_on_duckdb
from untold.incidents.official import is_log_line
from untold.reports.casebook import Casebook, read_records, write_records

INCIDENTS = "incidents.jsonl"


@dataclass(frozen=True, slots=True)
class Matched:
    """A casebook's match, its incidents in the order of their codes, and what changed since the last."""

    match: Match
    incidents: tuple[Incident, ...]
    changes: Changes


def match_casebook(casebook: Casebook, settings: Settings | None = None, engine: Engine = pairs_on_duckdb) -> Matched:
    """Match all accounts of a casebook, and keep its incidents and what the next match may build on."""
    folder = casebook.folder
    # Lines of a belligerent's log are evidence beside incidents, found by day and vicinity, and never part of one.
    accounts = tuple(account for account in accounts_kept(folder) if not is_log_line(account))
    claims = {claim.id: claim for claim in apply_words(kept_claims(folder), words_kept(folder))}
    match = _matched(folder, accounts, claims, settings or standard_settings(), engine)
    incidents, changes = build_incidents(match, accounts, claims, incidents_kept(folder))
    keep_incidents(casebook, incidents)
    keep_match(casebook, match)
    return Matched(match, incidents, changes)


def incidents_kept(folder: str | Path) -> tuple[Incident, ...]:
    """Return the incidents of a casebook; none where none was matched yet."""
    return read_records(folder, INCIDENTS, Incident)


def keep_incidents(casebook: Casebook, incidents: Iterable[Incident]) -> None:
    """Replace the incidents of the casebook by these."""
    write_records(casebook, INCIDENTS, incidents)


def copies_of(accounts: Sequence[Account]) -> dict[str, str]:
    """Return, by account, the group of texts that are copies of one; an account without a copy is not in it.

    A round-up's accounts carry one text, and each has its own counterpart in
    the copy: the first of one is the first of the other.
    """
    texts = {account.id: account.text for account in accounts if account.text}
    groups = copy_groups(texts)
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[str, str] = {}
    for account in sorted(accounts, key=lambda each: each.id):
        if account.id in groups:
            key = (groups[account.id], account.report)
            seen[key] += 1
            found[account.id] = f"{groups[account.id]}#{seen[key]}"
    sizes = Counter(found.values())
    return {account: group for account, group in found.items() if sizes[group] > 1}


def _matched(
    folder: Path, accounts: Sequence[Account], claims: Mapping[str, Claim], settings: Settings, engine: Engine
) -> Match:
    told = ((account, [claims[each] for each in account.claims if each in claims]) for account in accounts)
    traits = traits_of(told, copies_of(accounts))
    judged = standing(judgements_kept(folder))
    earlier = match_kept(folder)
    if earlier is None:
        return match_accounts(traits, judged, settings, engine)
    return match_again(earlier, traits, judged, settings, engine)
