"""Clustering: from pairs to incidents, each account in one.

Links alone would chain: A fits B, B fits C, and C is another strike. So within
a component the surest pair comes first, and two groups join only where nothing
forbids it: no person who called two of them different, no two accounts of one
source (a source that lists two incidents means two), and no pair that the rule
keeps apart. Where an account fits two of another source's incidents equally
well, it joins neither and a person is asked.

The outcome is a function of accounts, judgements and settings; the order in
which anything arrived has no part in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from untold.incidents.matching.components import components
from untold.incidents.matching.joining import Edge, Fact, Group, Unjoined, join
from untold.incidents.matching.settings import Settings

Ints = NDArray[np.int64]
_LINKING = ("link", "same")


@dataclass(frozen=True, slots=True)
class Clustering:
    """`label`: each account's incident, by the number of its first account; `unjoined`: links that had to give way."""

    label: Ints
    unjoined: tuple[Unjoined, ...]


def cluster(
    table: pa.Table,
    pairs: pa.Table,
    settings: Settings,
    known: Clustering | None = None,
    touched: NDArray[np.bool_] | None = None,
) -> Clustering:
    """Return the incidents of the accounts in `table` (traits) from their standing `pairs`.

    With `known` (an earlier clustering in these numbers) only components with a
    `touched` account are clustered again.
    """
    size = table.num_rows
    verdicts = pairs["verdict"].combine_chunks()
    linking = np.isin(np.asarray(verdicts), _LINKING) if len(verdicts) else np.empty(0, dtype=bool)
    a, b = np.asarray(pairs["a"], dtype=np.int64), np.asarray(pairs["b"], dtype=np.int64)
    roots = components(size, a[linking], b[linking])
    label = np.arange(size, dtype=np.int64)
    wanted = np.ones(size, dtype=bool)
    unjoined: list[Unjoined] = []
    if known is not None and touched is not None:
        wanted = np.isin(roots, np.unique(roots[touched]))
        label[~wanted] = known.label[~wanted]
        unjoined += [each for each in known.unjoined if not wanted[each.a]]
    for group in _groups(table, pairs, roots, wanted & _in_company(roots), settings):
        joined = join(group)
        for member, first in joined.label.items():
            label[member] = first
        unjoined += joined.unjoined
    return Clustering(label, tuple(sorted(unjoined)))


def _in_company(roots: Ints) -> NDArray[np.bool_]:
    sizes = np.bincount(roots, minlength=len(roots))
    alone: NDArray[np.bool_] = sizes[roots] > 1
    return alone


def _groups(
    table: pa.Table, pairs: pa.Table, roots: Ints, wanted: NDArray[np.bool_], settings: Settings
) -> Iterator[Group]:
    """Yield each wanted component with its accounts and all kept pairs inside it."""
    members = np.flatnonzero(wanted)
    members = members[np.argsort(roots[members], kind="stable")]
    a, b = np.asarray(pairs["a"], dtype=np.int64), np.asarray(pairs["b"], dtype=np.int64)
    inside = np.flatnonzero((roots[a] == roots[b]) & wanted[a])
    inside = inside[np.argsort(roots[a[inside]], kind="stable")]
    edges = _edges(pairs.take(pa.array(inside)))
    facts = _facts(table.take(pa.array(members)))
    member_starts = _starts(roots[members])
    edge_starts = _starts(roots[a[inside]])
    for (start, end), (first, last) in zip(member_starts, edge_starts, strict=True):
        yield Group(dict(zip(members[start:end].tolist(), facts[start:end], strict=True)), edges[first:last], settings)


def _starts(labels: Ints) -> list[tuple[int, int]]:
    """Return where each run of equal labels starts and ends."""
    if not len(labels):
        return []
    cuts = np.flatnonzero(np.diff(labels)) + 1
    bounds = [0, *cuts.tolist(), len(labels)]
    return list(pairwise(bounds))


def _edges(pairs: pa.Table) -> list[Edge]:
    return [Edge(*row) for row in zip(*(pairs[name].to_pylist() for name in Edge._fields), strict=True)]


def _facts(table: pa.Table) -> list[Fact]:
    return [Fact(*row) for row in zip(*(table[name].to_pylist() for name in Fact._fields), strict=True)]
