"""What a person may want to join: texts that seem to tell one story, and statements with what they seem to answer.

A match follows both where nothing speaks against it. What is left is laid out
with its reasons: texts of a story whose numbers or dates keep them apart, and
statements that fit two incidents; `untold judge` decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from untold.claims.accounts import accounts_kept
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.codebook.schemas import Schema, made_schema, shipped_schema
from untold.incidents.judgements import judgements_kept, standing
from untold.incidents.official import Answer, answers_in, is_log_line
from untold.incidents.placing import placed
from untold.incidents.record import incidents_kept
from untold.incidents.tying import tied
from untold.reports.casebook import read_reports

SCHEMA = Schema("untold.propose", 1)


@dataclass(frozen=True, slots=True)
class StoryProposal:
    """Accounts of texts that seem to tell one story, and the incidents that hold them now."""

    accounts: tuple[str, ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalsObject:
    """The one object of `untold propose --as json`.

    `answers` are those of all official statements; `joined` the statements that
    are in the incident that they answer.
    """

    schema: Schema
    stories: tuple[StoryProposal, ...]
    answers: tuple[Answer, ...]
    joined: tuple[str, ...] = ()


def proposals_of(folder: str | Path) -> ProposalsObject:
    """Return what a casebook's texts and statements seem to belong to; raises `CasebookError` where there is none."""
    accounts = tuple(each for each in accounts_kept(folder) if not is_log_line(each))
    incidents = incidents_kept(folder)
    claims = {each.id: each for each in apply_words(kept_claims(folder), words_kept(Path(folder)))}
    known = tied(accounts, claims.values(), read_reports(folder))
    answers = answers_in(placed(accounts, known.ties.places), incidents, claims)
    different = {pair for pair, said in standing(judgements_kept(Path(folder))).items() if said == "different"}
    held = {account: each.code for each in incidents for account in each.accounts}
    joined = tuple(
        each.account for each in answers if each.link.incident and held.get(each.account) == each.link.incident
    )
    return ProposalsObject(SCHEMA, _proposals(known.ties.stories, held, different), answers, joined)


def schema() -> str:
    """Return the JSON Schema of the proposals' object, as it ships with the package."""
    return shipped_schema("untold.incidents", "propose")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, ProposalsObject)


def _proposals(
    stories: Mapping[str, str], incident: Mapping[str, str], different: AbstractSet[tuple[str, str]]
) -> tuple[StoryProposal, ...]:
    """Return the groups of accounts whose texts seem to tell one story, and that are not in one incident yet.

    A group of which a person called two accounts different is not asked about again.
    """
    members: defaultdict[str, list[str]] = defaultdict(list)
    for account in sorted(stories):
        members[stories[account]].append(account)
    found = (StoryProposal(tuple(each), _held_by(each, incident)) for _, each in sorted(members.items()))
    return tuple(
        each for each in found if len(each.incidents) != 1 and different.isdisjoint(combinations(each.accounts, 2))
    )


def _held_by(accounts: Iterable[str], incident: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(incident[account] for account in accounts if account in incident))
