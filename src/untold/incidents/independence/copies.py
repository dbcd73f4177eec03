"""Which texts are copies of one text: near-duplicates, found without comparing all with all.

A thousand pages that repeat one story are one story. Two texts of a group share
at least half of their runs of five words, or each shares that with a third. The
candidates come from MinHash signatures in bands (Broder 1997; Leskovec,
Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3); every pair is
then checked on the runs themselves, so that no two texts are called copies by chance.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from untold.incidents.independence.shingles import Codes, resemblance, shingled

Signature: TypeAlias = NDArray[np.uint64]

# Half of the runs: one word changed in every ten leaves about 0.4 of them, a paragraph added to three leaves 0.75.
ALIKE = 0.5
# Three rows a band and 42 bands: a pair that shares half of its runs is a candidate with probability
# 1 - (1 - 0.5³)⁴² = 0.996, one that shares a twentieth with 0.005.
_ROWS = 3
_BANDS = 42
_SEED = 1997
# A signature guesses the resemblance to within 0.05 (one standard deviation): a guess so far below spares the check.
_HOPELESS = ALIKE - 0.2
# So many different texts of one band's bucket are compared with a newcomer: pages that share a frame and no
# story fill a bucket without being copies, and would otherwise cost the square of their number.
_MOST_COMPARED = 50


def copy_groups(texts: Mapping[str, str]) -> dict[str, str]:
    """Return, for the id of every text, the id of its group: the least id among its copies.

    A text without words is nobody's copy. The result does not depend on the
    order of `texts`, and the time grows with their number, not with its square.

    >>> story = "Neighbors said that two shells fell on the bakery before dawn and killed four people"
    >>> copy_groups({"wire": story, "blog": story.upper() + ".", "own": "The bakery burned, a reporter saw"})
    {'wire': 'blog', 'blog': 'blog', 'own': 'own'}
    """
    runs = shingled(texts)
    ids = sorted(each for each in runs if len(runs[each]))
    signatures = {each: signature(runs[each]) for each in ids}
    groups = _Groups(runs, signatures)
    for bucket in _buckets(signatures):
        groups.join(bucket)
    return {each: groups.of(each) for each in texts}


def signature(runs: Codes) -> Signature:
    """Return the MinHash signature of a text's runs: the least of each of 126 seeded hashes of them.

    Two texts agree at any one place with the probability of their resemblance.
    """
    factors, terms = _HASHES
    least: Signature = (runs[None, :] * factors[:, None] + terms[:, None]).min(axis=1)
    return least


def _hashes() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    draw = np.random.default_rng(_SEED)
    factors, terms = draw.integers(0, 2**64, size=(2, _ROWS * _BANDS), dtype=np.uint64)
    return factors | np.uint64(1), terms


_HASHES = _hashes()


def _buckets(signatures: Mapping[str, Signature]) -> Iterator[list[str]]:
    """Yield the texts that agree on a whole band, in the order given, for every band."""
    for start in range(0, _ROWS * _BANDS, _ROWS):
        together: dict[bytes, list[str]] = {}
        for each, numbers in signatures.items():
            together.setdefault(numbers[start : start + _ROWS].tobytes(), []).append(each)
        yield from (bucket for bucket in together.values() if len(bucket) > 1)


class _Groups:
    """The groups as they grow: each text points to a lesser id of its group, or to itself."""

    def __init__(self, runs: Mapping[str, Codes], signatures: Mapping[str, Signature]) -> None:
        self._runs = runs
        self._signatures = signatures
        self._lesser = {each: each for each in runs}
        self._unlike: dict[str, set[str]] = {}  # by text those of earlier bands that it is no copy of

    def of(self, each: str) -> str:
        while (lesser := self._lesser[each]) != each:
            self._lesser[each] = self._lesser[lesser]
            each = lesser
        return each

    def join(self, bucket: Sequence[str]) -> None:
        """Compare each text of a bucket with the different ones before it, and join those that are alike."""
        seen: list[str] = []
        for each in bucket:
            if any(self._is_joined(each, other) for other in seen):
                continue
            if len(seen) < _MOST_COMPARED:
                seen.append(each)

    def _is_joined(self, one: str, other: str) -> bool:
        unlike = self._unlike.setdefault(one, set())
        if other in unlike:
            return False
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return True
        if not self._is_alike(one, other):
            unlike.add(other)
            return False
        self._lesser[second] = first
        return True

    def _is_alike(self, one: str, other: str) -> bool:
        agreeing = np.count_nonzero(self._signatures[one] == self._signatures[other])
        is_hopeless = agreeing < _HOPELESS * len(self._signatures[one])
        return not is_hopeless and resemblance(self._runs[one], self._runs[other]) >= ALIKE
