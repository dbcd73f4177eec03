"""Labels: pairs of which it is known whether they are one incident, and from whom.

A person's judgement is the best of them and there are never many. A list that
cites another's code has said that two rows are one. And because a source tells
of one incident once, whoever is the same as one account of a source is
different from that source's others: these are the hard ones, for they lie in
the same blocks.

A label must not be learned from what made it. What a code says of two accounts
is left out where the label came from the code, in training and in measuring,
for the rule and for the probabilities alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from untold.incidents.matching import Match
from untold.incidents.matching.components import components

Basis = Literal["judged", "code", "copy", "rival"]
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Label:
    """Two accounts by number, `a` before `b`; whether they are one incident; and how that is known."""

    a: int
    b: int
    is_same: bool
    basis: Basis


def labels_of(match: Match, candidates: pa.Table) -> tuple[Label, ...]:
    """Return the labels of a match in the order of their pairs: judged, by code, by copy, and rivals of all these."""
    found = {(each.a, each.b): each for each in _by_evidence(candidates)}
    found |= {(each.a, each.b): each for each in _judged(match)}
    for each in _rivals(match, candidates, [label for label in found.values() if label.is_same]):
        found.setdefault((each.a, each.b), each)
    return tuple(found[pair] for pair in sorted(found))


def _judged(match: Match) -> Iterator[Label]:
    numbers = {each: n for n, each in enumerate(match.traits.table["id"].to_pylist())} if match.judged else {}
    for (one, other), verdict in match.judged.items():
        if verdict in {"same", "different"} and one in numbers and other in numbers:
            a, b = sorted((numbers[one], numbers[other]))
            yield Label(a, b, is_same=verdict == "same", basis="judged")


def _by_evidence(candidates: pa.Table) -> Iterator[Label]:
    names = ("a", "b", "by_code", "by_copy", "one_source", "verdict")
    for a, b, by_code, by_copy, one_source, verdict in zip(*(candidates[n].to_pylist() for n in names), strict=True):
        if verdict == "link" and not one_source and (by_code or by_copy):
            yield Label(a, b, is_same=True, basis="code" if by_code else "copy")


def _rivals(match: Match, candidates: pa.Table, same: Sequence[Label]) -> Iterator[Label]:
    """Yield the candidates of which one account is known to be the same as another of the other's source."""
    sources = match.traits.table["source"].to_pylist()
    groups = match.traits.table["copy_group"].to_pylist()
    partners = _both_ways((each.a, each.b) for each in same)
    for a, b in zip(candidates["a"].to_pylist(), candidates["b"].to_pylist(), strict=True):
        if sources[a] == sources[b]:
            continue
        for one, other in ((a, b), (b, a)):
            told = [each for each in partners.get(one, ()) if sources[each] == sources[other] and each != other]
            if any(groups[each] is None or groups[each] != groups[other] for each in told):
                yield Label(a, b, is_same=False, basis="rival")
                break


def _both_ways(pairs: Iterator[tuple[int, int]]) -> Mapping[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        found[a].append(b)
        found[b].append(a)
    return found


def folds_of(labels: Sequence[Label], size: int, seed: int) -> NDArray[np.int64]:
    """Return the fold of each account; accounts that labels call the same are in one, so nothing leaks between two."""
    same = [each for each in labels if each.is_same]
    a, b = (np.array([getattr(each, end) for each in same], dtype=np.int64) for end in ("a", "b"))
    incident = components(size, a, b)
    drawn: NDArray[np.int64] = np.random.default_rng(seed).integers(0, FOLDS, size)
    return drawn[incident]


def table_of(labels: Sequence[Label]) -> pa.Table:
    """Return the labels' pairs as the rule and Splink take them, without the evidence that made them."""
    return pa.table(
        {
            "a": pa.array([each.a for each in labels], pa.int32()),
            "b": pa.array([each.b for each in labels], pa.int32()),
        }
    )
