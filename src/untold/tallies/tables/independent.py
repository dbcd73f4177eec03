"""The table of copies: which accounts of an incident count as one source, and who of them speaks.

To find copies all texts of the record are compared, and to find who quotes
whom all accounts of an incident. A rule that asks for independent sources
needs this once, and the widest rule never.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.incident import Incident
from untold.incidents.independence import independent_sources
from untold.incidents.tying import copies_of
from untold.tallies.ranging.spoken import Copy
from untold.tallies.tables.columns import schema_of, table_of
from untold.tallies.tables.record import Copies


def copies_table(incidents: Iterable[Incident], accounts: Mapping[str, Account], claims: Mapping[str, Claim]) -> Any:
    """Return the table `copies` of a record (a `pyarrow.Table`), for the incidents that have several accounts."""
    texts = copies_of(tuple(accounts.values()))
    columns: dict[str, list[object]] = {name: [] for name in schema_of("copies").names}
    standing = sorted((each for each in incidents if each.state != "withdrawn"), key=lambda each: each.code)
    for n, incident in enumerate(standing):
        own = [accounts[each] for each in incident.accounts if each in accounts]
        for account, copy in _copies(own, claims, texts) if len(own) > 1 else ():
            values = (n, account, copy.speaker, copy.nth, copy.reason)
            for name, value in zip(columns, values, strict=True):
                columns[name].append(value)
    return table_of("copies", columns)


def copies_in(table: Any) -> Copies:
    """Return what the table `copies` says, by incident and account."""
    found: defaultdict[int, dict[str, Copy]] = defaultdict(dict)
    for row in table.to_pylist():
        found[row["incident"]][row["account"]] = Copy(row["speaker"], row["nth"], row["reason"])
    return found


def _copies(
    accounts: Sequence[Account], claims: Mapping[str, Claim], texts: Mapping[str, str]
) -> Iterator[tuple[str, Copy]]:
    for group in independent_sources(accounts, claims, copies=texts):
        for nth, (account, reason) in enumerate(zip(group.accounts, ("", *group.reasons), strict=True)):
            yield account, Copy(group.accounts[0], nth, reason)
