"""Clustering: from pairs to incidents, each account in one.

Links alone would chain: A fits B, B fits C, and C is another strike. So within
a component the surest pair comes first, and two groups join only where nothing
forbids it: no person who called two of them different, no two accounts of one
source (a source that lists two incidents means two), and no pair that the rule
keeps apart. Where an account fits two that cannot be one incident equally
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
ANSWER = "answer"  # a statement and the incident that it answers
_LINKING = ("link", "same", ANSWER)
_PAIRS_AT_A_TIME = 200_000
_Spans = tuple[tuple[int, int], tuple[int, int]]  # a component's accounts and its pairs: from, to


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
    together: NDArray[np.bool_] = sizes[roots] > 1
    return together


def _groups(
    table: pa.Table, pairs: pa.Table, roots: Ints, wanted: NDArray[np.bool_], settings: Settings
) -> Iterator[Group]:
    """Yield each wanted component with its accounts and all kept pairs inside it."""
    members = np.flatnonzero(wanted)
    members = members[np.argsort(roots[members], kind="stable")]
    a, b = np.asarray(pairs["a"], dtype=np.int64), np.asarray(pairs["b"], dtype=np.int64)
    inside = np.flatnonzero((roots[a] == roots[b]) & wanted[a])
    inside = inside[np.argsort(roots[a[inside]], kind="stable")]
    spans = list(zip(_starts(roots[members]), _starts(roots[a[inside]]), strict=True))
    for batch in _batches(spans):
        (start, first), (end, last) = ((batch[n][0][n], batch[n][1][n]) for n in (0, -1))
        facts = _facts(table.take(pa.array(members[start:end])))
        edges = _edges(pairs.take(pa.array(inside[first:last])))
        numbers = members[start:end].tolist()
        for own, between in batch:
            mine = slice(own[0] - start, own[1] - start)
            told = dict(zip(numbers[mine], facts[mine], strict=True))
            yield Group(told, edges[between[0] - first : between[1] - first], settings)


def _batches(spans: list[_Spans]) -> Iterator[list[_Spans]]:
    """Yield components by so many that their pairs fit in little memory, and at least one at a time."""
    batch: list[_Spans] = []
    for span in spans:
        if batch and span[1][1] - batch[0][1][0] > _PAIRS_AT_A_TIME:
            yield batch
            batch = []
        batch.append(span)
    if batch:
        yield batch


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
