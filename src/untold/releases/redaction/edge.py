"""The edge: under which id, name and address each thing leaves, and which reports and sources have to go with it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from untold.claims.account import Account
from untold.claims.claim import Party
from untold.releases.redaction.masking import Masker
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.pseudonyms import Pseudonyms
from untold.releases.redaction.small_cells import Cell
from untold.releases.redaction.speakers import published_name
from untold.releases.redaction.standing import People, Standing
from untold.reports.report import Source

PROTECTED = "protected"
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Edge:
    """What is known while a release is made; `reports`, `made_up` and `sources` fill as records leave.

    `small` has, by incident code, the cells (harm, status, demographic) that
    are suppressed, and `sentences`, by report, where the sentences of such cells stand.
    """

    policy: Policy
    pseudonyms: Pseudonyms
    masker: Masker
    standing: Standing
    people: People
    small: dict[str, frozenset[Cell]] = field(default_factory=dict)
    sentences: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    made_up: dict[str, None] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    reports_of: Counter[str] = field(default_factory=Counter)

    def code(self, code: str) -> str:
        """Return an incident's code, made up where its own is a hash of something protected."""
        return self.pseudonyms.code_of(code) if code in self.standing.codes else code

    def account(self, account: str) -> str:
        """Return the id of an account."""
        return self.pseudonyms.id_of("account", account) if account in self.standing.protected_accounts else account

    def claim(self, claim: str) -> str:
        """Return the id of a claim."""
        return self.pseudonyms.id_of("claim", claim) if claim in self.standing.protected_claims else claim

    def accounts(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of those of the accounts that are published."""
        return tuple(self.account(each) for each in accounts if each in self.standing.accounts)

    def claims(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of those of the claims that are published."""
        return tuple(self.claim(each) for each in claims if each in self.standing.claims)

    def report(self, report: str, scope: str, *, is_protected: bool) -> str:
        """Return the id of a report, and have it published; a protected one has another in every `scope`."""
        if is_protected or report in self.standing.protected_reports:
            made_up = self.pseudonyms.id_of("report", report, scope)
            self.made_up[made_up] = None
            return made_up
        self.reports.add(report)
        return report

    def source_of_report(self, source: Source | None, report: str) -> str:
        """Return the id of a report's source, and have it published."""
        return self._source(None if source is None else source.id, None if source is None else source.name, report)

    def source_of_account(self, account: Account) -> str:
        """Return the id of an account's source, and have it published."""
        if account.id in self.standing.protected_accounts:
            return self._noted(PROTECTED, self.policy.protected_label)
        return self._source(account.source.id, account.source.name, account.report)

    def medium(self, medium: Party | None, report: str) -> str | None:
        """Return the name of who publishes a claim."""
        if medium is None:
            return None
        return self.sources[self._source(medium.id, medium.name, report)]

    def _source(self, source_id: str | None, name: str | None, report: str) -> str:
        if report in self.standing.protected_reports or self.policy.is_protected(source_id, name):
            return self._noted(PROTECTED, self.policy.protected_label)
        if source_id is not None:
            listed = published_name(Party(source_id, name or ""))
            return self._noted(source_id, listed or self.masker.plain(name) or source_id)
        host = self.standing.hosts.get(report)
        if host is not None:
            return self._noted(f"account:{host}", f"an account on {host}")
        plain = self.masker.plain(name)
        return self._noted(UNNAMED, "an unnamed source") if plain is None else self._noted(f"unlisted:{plain}", plain)

    def _noted(self, source: str, name: str) -> str:
        self.sources.setdefault(source, name)
        return source
