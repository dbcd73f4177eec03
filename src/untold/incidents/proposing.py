"""What a person may want to join: texts that seem to tell one story, and statements with what they seem to answer.

Neither is done by itself. A text without a date that names the same village may
be about last year's strike, and a statement that fits two incidents answers one
of them; so both are laid out with their reasons, and `untold judge` decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import msgspec

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.incidents.grading.objects import Schema
from untold.incidents.incident import Incident
from untold.incidents.official import Answer, answers_in
from untold.incidents.record import incidents_kept
from untold.incidents.stories import story_groups, story_of
from untold.reports.casebook import read_reports
from untold.reports.report import Report

SCHEMA = Schema("untold.propose", 1)


@dataclass(frozen=True, slots=True)
class StoryProposal:
    """Accounts of texts that seem to tell one story, and the incidents that hold them now."""

    accounts: tuple[str, ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalsObject:
    """The one object of `untold propose --as json`."""

    schema: Schema
    stories: tuple[StoryProposal, ...]
    answers: tuple[Answer, ...]


def proposals_of(folder: str | Path) -> ProposalsObject:
    """Return what a casebook's texts and statements seem to belong to; raises `CasebookError` where there is none."""
    accounts, incidents = accounts_kept(folder), incidents_kept(folder)
    claims = {each.id: each for each in apply_words(kept_claims(folder), words_kept(Path(folder)))}
    stories = stories_in(read_reports(folder), accounts, claims.values(), incidents)
    return ProposalsObject(SCHEMA, stories, answers_in(accounts, incidents, claims))


def stories_in(
    reports: Iterable[Report], accounts: Sequence[Account], claims: Iterable[Claim], incidents: Iterable[Incident]
) -> tuple[StoryProposal, ...]:
    """Return the groups of texts that seem to tell one story and are not in one incident yet."""
    first = _first_accounts(accounts)
    read: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        read[claim.report].append(claim)
    texts = [report for report in reports if report.id in first]
    groups = story_groups(story_of(report, read[report.id], first[report.id]) for report in texts)
    return _proposals(groups, first, {each: incident.code for incident in incidents for each in incident.accounts})


def schema() -> str:
    """Return the JSON Schema of the proposals' object, as it ships with the package."""
    return resources.files("untold.incidents").joinpath("schemas/propose.schema.json").read_text(encoding="utf-8")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{SCHEMA.name} {SCHEMA.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(ProposalsObject)})
    return msgspec.json.format(made, indent=2).decode() + "\n"


def _first_accounts(accounts: Iterable[Account]) -> dict[str, Account]:
    """Return the first account of each text by its report; a list's accounts bear the list's own codes."""
    found: dict[str, Account] = {}
    for account in accounts:
        if account.id.startswith(f"{account.report}:"):
            found.setdefault(account.report, account)
    return found


def _proposals(
    groups: Mapping[str, str], first: Mapping[str, Account], incident: Mapping[str, str]
) -> tuple[StoryProposal, ...]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for report in sorted(groups):
        members[groups[report]].append(first[report].id)
    found = (StoryProposal(tuple(each), _held_by(each, incident)) for _, each in sorted(members.items()))
    return tuple(each for each in found if len(each.accounts) > 1 and len(each.incidents) != 1)


def _held_by(accounts: Iterable[str], incident: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(incident[account] for account in accounts if account in incident))
