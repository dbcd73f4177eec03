"""Summing over graphs, compiled: the same few terms, added and exponentiated millions of times."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]
_NOTHING = -40.0  # a graph with less than 1e-17 of the best one's mass changes no digit


@njit(cache=True)
def graph_heights(terms: Floats, base: Floats, starts: Integers, subsets: Integers, times: Floats) -> Floats:
    """Return the log joint mass of every graph at every node: graphs by nodes.

    `terms` is sets by nodes, `base` what every graph has at a node.
    """
    graphs, nodes = starts.size - 1, base.size
    heights = np.empty((graphs, nodes))
    for graph in range(graphs):
        for node in range(nodes):
            heights[graph, node] = base[node]
        for t in range(starts[graph], starts[graph + 1]):
            for node in range(nodes):
                heights[graph, node] += times[t] * terms[subsets[t], node]
    return heights


@njit(cache=True)
def mixed(heights: Floats) -> Floats:
    """Return the log of the sum over graphs at each node."""
    graphs, nodes = heights.shape
    highest = np.full(nodes, -np.inf)
    for graph in range(graphs):
        for node in range(nodes):
            highest[node] = max(highest[node], heights[graph, node])
    total = np.zeros(nodes)
    for graph in range(graphs):
        for node in range(nodes):
            lower = heights[graph, node] - highest[node]
            if lower > _NOTHING:
                total[node] += np.exp(lower)
    for node in range(nodes):
        if total[node] > 0.0:
            highest[node] += np.log(total[node])
    return highest


@njit(cache=True)
def reaches(heights: Floats, at: Floats, log_width: Floats) -> tuple[Floats, Floats, Floats]:
    """Return how high graphs may rise between nodes, so that no narrow peak is stepped over.

    A graph's height bends downwards in the logarithm of the unseen, so between
    two nodes it stays below the lines drawn through their outer neighbours.
    Returned are for each graph the log of the most mass that it may have, and
    for each stretch between two nodes the log of the most mass of any one
    graph there, and how far above both its nodes that graph's peak may be.
    """
    graphs, nodes = heights.shape
    most = np.full(graphs, -np.inf)
    mass = np.full(nodes - 1, -np.inf)
    above = np.zeros(nodes - 1)
    for graph in range(graphs):
        own = heights[graph]
        for left in range(nodes - 1):
            ends = max(own[left], own[left + 1])
            top = ends
            if 0 < left < nodes - 2 and own[left - 1] > -np.inf and ends > -np.inf and own[left + 2] > -np.inf:
                width = at[left + 1] - at[left]
                rise = (own[left] - own[left - 1]) / (at[left] - at[left - 1])
                fall = (own[left + 2] - own[left + 1]) / (at[left + 2] - at[left + 1])
                if rise > fall:
                    step = (own[left + 1] - own[left] - fall * width) / (rise - fall)
                    top = max(ends, own[left] + rise * min(max(step, 0.0), width))
            here = top + max(log_width[left], log_width[left + 1])
            most[graph] = max(most[graph], here)
            if here > mass[left]:
                mass[left] = here
                above[left] = top - ends
        most[graph] += np.log(nodes)
    return most, mass, above
