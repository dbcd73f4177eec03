"""Ties: what is known of accounts before any pair is made, because it takes all of them together to see it.

Copies are found among all texts, stories by what is rare among them, places by
the names that the whole record knows. Each is computed anew for every match,
which then compares again only the accounts of which it has changed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.independence import copy_groups
from untold.incidents.matching.traits import Ties
from untold.incidents.official.answers import is_statement
from untold.incidents.placing import Placement, named_places, placements_of
from untold.incidents.stories import Shared, Stories, stories_told, story_of
from untold.reports.report import Report


@dataclass(frozen=True, slots=True)
class Tied:
    """The ties of a record's accounts, with the evidence on which they rest."""

    ties: Ties
    stories: Stories
    placements: tuple[Placement, ...]
    texts: Mapping[str, str]  # the report of each account that a text tells first

    def shared(self, one: str, other: str) -> Shared | None:
        """Return what the texts of two accounts share, or null where one of them is the first of no text."""
        if one not in self.texts or other not in self.texts:
            return None
        return self.stories.shared(self.texts[one], self.texts[other])


def tied(accounts: Sequence[Account], claims: Iterable[Claim], reports: Iterable[Report]) -> Tied:
    """Return what ties accounts; `claims` and `reports` are the record's. Their order changes nothing."""
    answers = frozenset(each.id for each in accounts if is_statement(each))
    others = [each for each in accounts if each.id not in answers]
    first = first_accounts(others)
    stories = stories_in(reports, first, claims)
    groups = {first[report].id: group for report, group in stories.groups.items()}
    placements = placements_of(others)
    ties = Ties(copies_of(accounts), groups, named_places(others, placements), answers)
    return Tied(ties, stories, placements, {each.id: report for report, each in first.items()})


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


def first_accounts(accounts: Iterable[Account]) -> dict[str, Account]:
    """Return the first account of each text by its report; a list's accounts bear the list's own codes."""
    found: dict[str, Account] = {}
    for account in sorted(accounts, key=_as_told):
        if account.id.startswith(f"{account.report}:"):
            found.setdefault(account.report, account)
    return found


def stories_in(reports: Iterable[Report], first: Mapping[str, Account], claims: Iterable[Claim]) -> Stories:
    """Return the stories of the texts that have accounts; `first` is each one's first account."""
    read: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.report in first:
            read[claim.report].append(claim)
    texts = [report for report in reports if report.id in first]
    return stories_told(story_of(report, read[report.id], first[report.id]) for report in texts)


def _as_told(account: Account) -> tuple[str, int, str]:
    """Return the order of a text's accounts: that of their first claims."""
    offset = account.id.removeprefix(f"{account.report}:")
    return account.report, int(offset) if offset.isdecimal() else 0, account.id
