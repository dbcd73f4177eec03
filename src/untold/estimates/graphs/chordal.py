"""All decomposable graphs on a few lists, each as the sums of marginal tables that its likelihood is made of.

Lists are nodes, and an edge lets two of them depend on each other. A graph is
decomposable (chordal) where its nodes can be taken away one by one, each with
neighbours that are all joined. Then the likelihood is a product over cliques
divided by one over separators (Lauritzen 1996), so that many graphs share few
terms.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

FEWEST_LISTS = 3  # of two lists, no graph but the full one says more than that they are independent
MOST_LISTS = 6  # 18,154 graphs; of seven there are 617,675

_Numbers = NDArray[np.signedinteger[Any]] | NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Graphs:
    """The graphs of `width` lists, the complete one last.

    Graph `g` is the sum over `t` in `starts[g]:starts[g + 1]` of `times[t]`
    times the term of the lists in the bit mask `subsets[t]`: once for each
    clique, and less the number of times that a set of lists separates.
    """

    width: int
    starts: NDArray[np.int32]
    subsets: NDArray[np.int32]
    times: NDArray[np.float64]
    needed: NDArray[np.int32]  # the sets that any of the graphs has a term of

    def __len__(self) -> int:
        """Return how many graphs there are."""
        return self.starts.size - 1

    def only(self, kept: NDArray[np.int64]) -> "Graphs":
        """Return some of the graphs, in the order of their numbers."""
        sizes = np.diff(self.starts)[kept]
        starts = np.concatenate(([0], np.cumsum(sizes)))
        terms = np.repeat(self.starts[kept] - starts[:-1], sizes) + np.arange(starts[-1])
        return _graphs(self.width, starts, self.subsets[terms], self.times[terms])

    def cliques(self, graph: int) -> tuple[int, ...]:
        """Return the cliques of one graph as bit masks, the smallest number first."""
        own = slice(self.starts[graph], self.starts[graph + 1])
        return tuple(int(mask) for mask, times in zip(self.subsets[own], self.times[own], strict=True) if times > 0)


def named_graph(graphs: Graphs, graph: int, lists: tuple[str, ...]) -> str:
    """Return a graph as its cliques: lists in one bracket may depend on each other.

    >>> named_graph(decomposable_graphs(3), 1, ("A", "B", "C"))
    '[A B] [C]'
    """
    named = (" ".join(name for bit, name in enumerate(lists) if mask >> bit & 1) for mask in graphs.cliques(graph))
    return " ".join(f"[{each}]" for each in named)


@cache
def decomposable_graphs(width: int) -> Graphs:
    """Return every decomposable graph of three to six lists: 8, 61, 822, 18,154.

    >>> [len(decomposable_graphs(width)) for width in (3, 4, 5)]
    [8, 61, 822]
    """
    if not FEWEST_LISTS <= width <= MOST_LISTS:
        raise ValueError(f"graphs are averaged over {FEWEST_LISTS} to {MOST_LISTS} lists, not {width}")
    times = _times(_neighbours(width))
    graph, subsets = np.nonzero(times)
    starts = np.searchsorted(graph, np.arange(len(times) + 1))
    return _graphs(width, starts, subsets, times[graph, subsets])


def _graphs(width: int, starts: _Numbers, subsets: _Numbers, times: _Numbers) -> Graphs:
    needed = np.flatnonzero(np.bincount(subsets))
    masks = subsets.astype(np.int32), times.astype(np.float64), needed.astype(np.int32)
    return Graphs(width, starts.astype(np.int32), *masks)


def _neighbours(width: int) -> NDArray[np.int64]:
    """Return the neighbours of every node, as a bit mask, in every graph there is, chordal or not."""
    edges = list(combinations(range(width), 2))
    order = sorted(range(1 << len(edges)), key=lambda each: (each.bit_count(), each))
    chosen = np.asarray(order, dtype=np.int64)
    near = np.zeros((chosen.size, width), dtype=np.int64)
    for bit, (a, b) in enumerate(edges):
        has = chosen >> bit & 1
        near[:, a] |= has << b
        near[:, b] |= has << a
    return near


def _times(near: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how often each set of lists counts in each graph that can be taken apart, node by node."""
    graphs, width = near.shape
    left = np.full(graphs, (1 << width) - 1, dtype=np.int64)
    times = np.zeros((graphs, 1 << width), dtype=np.int64)
    every = np.arange(graphs)
    for _ in range(width):
        taken = np.zeros(graphs, dtype=bool)
        for node in range(width):
            around = near[:, node] & left
            now = ~taken & (left >> node & 1).astype(bool) & _are_joined(near, around)
            taken |= now
            np.add.at(times, (every[now], around[now] | 1 << node), 1)
            np.add.at(times, (every[now], around[now]), -1)
            left[now] &= ~(1 << node)
    times[:, 0] = 0  # the empty set is the whole, of which everybody is
    return np.asarray(times[left == 0])


def _are_joined(near: NDArray[np.int64], nodes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether the nodes in each mask are all neighbours of each other."""
    joined = np.ones(len(near), dtype=bool)
    for node in range(near.shape[1]):
        joined &= (nodes >> node & 1 == 0) | (nodes & ~near[:, node] & ~(1 << node) == 0)
    return joined
