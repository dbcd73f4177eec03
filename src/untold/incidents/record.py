"""The incidents of a casebook: matched from its accounts and judgements, and kept in `incidents.jsonl`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.incidents.answering import with_answers
from untold.incidents.building import Changes, build_incidents
from untold.incidents.incident import Incident
from untold.incidents.judgements import judgements_kept, standing
from untold.incidents.matching import Match, Settings, match_accounts, match_again, standard_settings, traits_of
from untold.incidents.matching.keeping import keep_match, match_kept
from untold.incidents.matching.matcher import Engine
from untold.incidents.matching.on_duckdb import pairs_on_duckdb
from untold.incidents.matching.traits import Ties
from untold.incidents.official import Answer, is_log_line
from untold.incidents.placing import PlaceDoubts, doubted_places, placed
from untold.incidents.tying import Tied, tied
from untold.reports.casebook import Casebook, read_records, read_reports, write_records

INCIDENTS = "incidents.jsonl"


@dataclass(frozen=True, slots=True)
class Matched:
    """A casebook's match, its incidents in the order of their codes, and what changed since the last.

    `tied` is what was known before any pair was made; `answers` what became of
    each official statement, with its incident's code; `doubted` the accounts whose coordinates are odd.
    """

    match: Match
    incidents: tuple[Incident, ...]
    changes: Changes
    tied: Tied
    answers: tuple[Answer, ...]
    doubted: tuple[PlaceDoubts, ...]


def match_casebook(casebook: Casebook, settings: Settings | None = None, engine: Engine = pairs_on_duckdb) -> Matched:
    """Match all accounts of a casebook, and keep its incidents and what the next match may build on."""
    folder = casebook.folder
    # Lines of a belligerent's log are evidence beside incidents, found by day and vicinity, and never part of one.
    accounts = tuple(account for account in accounts_kept(folder) if not is_log_line(account))
    claims = {claim.id: claim for claim in apply_words(kept_claims(folder), words_kept(folder))}
    known = tied(accounts, claims.values(), read_reports(folder))
    match = _matched(folder, accounts, claims, known.ties, settings or standard_settings(), engine)
    on_map = placed(accounts, known.ties.places)
    answered, answers = with_answers(match, on_map, claims)
    incidents, changes = build_incidents(answered, on_map, claims, incidents_kept(folder))
    keep_incidents(casebook, incidents)
    keep_match(casebook, match)
    return Matched(answered, incidents, changes, known, _with_codes(answers, incidents), doubted_places(accounts))


def incidents_kept(folder: str | Path) -> tuple[Incident, ...]:
    """Return the incidents of a casebook; none where none was matched yet."""
    return read_records(folder, INCIDENTS, Incident)


def keep_incidents(casebook: Casebook, incidents: Iterable[Incident]) -> None:
    """Replace the incidents of the casebook by these."""
    write_records(casebook, INCIDENTS, incidents)


def _with_codes(answers: Iterable[Answer], incidents: Iterable[Incident]) -> tuple[Answer, ...]:
    """Return the answers with the codes of their incidents, which went by their first accounts so far."""
    codes = {account: each.code for each in incidents for account in each.accounts}
    return tuple(replace(each, link=each.link.renamed(codes)) for each in answers)


def _matched(
    folder: Path,
    accounts: Sequence[Account],
    claims: Mapping[str, Claim],
    ties: Ties,
    settings: Settings,
    engine: Engine,
) -> Match:
    told = ((account, [claims[each] for each in account.claims if each in claims]) for account in accounts)
    traits = traits_of(told, ties)
    judged = standing(judgements_kept(folder))
    earlier = match_kept(folder)
    if earlier is None:
        return match_accounts(traits, judged, settings, engine)
    return match_again(earlier, traits, judged, settings, engine)
