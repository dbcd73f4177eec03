"""The table of ranges: every incident's range for every group, by one rule, over all sources or some of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import pyarrow as pa

from untold.tallies.ranging.hierarchy import Hierarchy
from untold.tallies.ranging.ranged import Ranged
from untold.tallies.ranging.rules import ranges_by
from untold.tallies.ranging.said import Group, Said
from untold.tallies.ranging.spoken import Copy
from untold.tallies.tables.columns import schema_of, table_of
from untold.tallies.tables.record import Copies
from untold.tallies.tally import RangeRule

_BATCH = 100_000  # rows of claims taken out of Arrow at a time
_NOBODY: Mapping[str, Copy] = {}


def ranges_table(
    claims: pa.Table, rule: RangeRule, copies: Copies | None = None, order: Hierarchy | None = None
) -> pa.Table:
    """Return the ranges (`ranges` of columns.toml) that a rule makes of a table of claims, in the incidents' order."""
    return _table(((n, None, said) for n, said in incidents_said(claims)), rule, copies, order)


def by_each_source(claims: pa.Table, rule: RangeRule, copies: Copies | None, order: Hierarchy | None) -> pa.Table:
    """Return the ranges of each source by its own words alone; `source` says whose."""
    chosen = (
        (n, source, [each for each in said if each.source == source])
        for n, said in incidents_said(claims)
        for source in dict.fromkeys(each.source for each in said)
    )
    return _table(chosen, rule, copies, order)


def without_each_source(claims: pa.Table, rule: RangeRule, copies: Copies | None, order: Hierarchy | None) -> pa.Table:
    """Return the ranges that are left without each source of an incident; `source` says without whom.

    What it published goes with what it said. Where nothing is left there is no range.
    """
    chosen = (
        (n, source, [each for each in said if source not in (each.source, each.publisher)])
        for n, said in incidents_said(claims)
        for source in dict.fromkeys(source for each in said for source in (each.source, each.publisher))
    )
    return _table(chosen, rule, copies, order)


def incidents_said(claims: pa.Table) -> Iterator[tuple[int, list[Said]]]:
    """Yield each incident with its claims, in the order of the table, which holds an incident's claims together."""
    for incident, rows in groupby(_rows(claims), key=lambda row: row[0]):
        yield incident, [row[1] for row in rows]


def _table(
    chosen: Iterable[tuple[int, str | None, Sequence[Said]]],
    rule: RangeRule,
    copies: Copies | None,
    order: Hierarchy | None,
) -> pa.Table:
    columns: dict[str, list[object]] = {name: [] for name in schema_of("ranges").names}
    for incident, source, said in chosen:
        found = ranges_by(rule, said, (copies or {}).get(incident, _NOBODY), order)
        for group, ranged in found.items():
            for name, value in _row(incident, source, group, ranged, found).items():
                columns[name].append(value)
    return table_of("ranges", columns)


def _rows(claims: pa.Table) -> Iterator[tuple[int, Said]]:
    names = ("incident", "claim", "account", "source", "publisher", "harm", "status", "demographic", "low", "high")
    chosen = claims.select([*names, "nth", "of_a_person", "is_conceded"])
    for batch in chosen.to_batches(max_chunksize=_BATCH):
        columns = [column.to_pylist() for column in batch.columns]
        for n, claim, account, source, publisher, harm, status, demographic, low, high, nth, *marks in zip(
            *columns, strict=True
        ):
            yield n, Said(claim, account, source, publisher, Group(harm, status, demographic), low, high, nth, *marks)


def _row(
    incident: int, source: str | None, group: Group, ranged: Ranged, found: Mapping[Group, Ranged]
) -> dict[str, object]:
    return {
        "incident": incident,
        "source": source,
        **group._asdict(),
        "low": ranged.low,
        "best": ranged.best,
        "high": ranged.high,
        "from_parts": ranged.from_parts,
        "has_statuses": _is_parted(group, found, lambda each: each.status, lambda each: each.demographic),
        "has_demographics": _is_parted(group, found, lambda each: each.demographic, lambda each: each.status),
        "claims": list(ranged.used),
    }


def _is_parted(
    group: Group, found: Mapping[Group, Ranged], field: Callable[[Group], object], other: Callable[[Group], object]
) -> bool:
    """Return whether a whole's own parts by a field are stated too."""
    return field(group) is None and any(
        field(each) is not None and each.harm == group.harm and other(each) == other(group) for each in found
    )
