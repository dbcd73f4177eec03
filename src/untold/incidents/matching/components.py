"""Connected components: which accounts hang together by any chain of links at all.

Whatever clustering decides, it decides inside one component, so a million
accounts fall into small problems that do not know each other. An account that
joins later touches its own component alone.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def components(size: int, a: Ints, b: Ints) -> Ints:
    """Return for each of `size` nodes the smallest node it hangs together with, over the edges `a`–`b`.

    >>> components(5, np.array([0, 3]), np.array([2, 4])).tolist()
    [0, 1, 0, 3, 3]
    """
    labels = np.arange(size, dtype=np.int64)
    while len(a):
        low = np.minimum(labels[a], labels[b])
        before = labels.copy()
        for end in (a, b):
            np.minimum.at(labels, labels[end], low)
            np.minimum.at(labels, end, low)
        labels = _to_roots(labels)
        if np.array_equal(labels, before):
            break
        open_edges = labels[a] != labels[b]
        a, b = a[open_edges], b[open_edges]
    return labels


def _to_roots(labels: Ints) -> Ints:
    while True:
        further = labels[labels]
        if np.array_equal(further, labels):
            return labels
        labels = further
