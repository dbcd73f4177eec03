"""The order of review by probabilities: where a person's word would tell the most about both matchers.

Where the rule and the probabilities disagree, one of them is wrong, and a
judgement says which; that is looked at first. Then come the pairs that lie so
near the cut-off that neither side of it is sure.
"""

from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np
import pyarrow as pa

from untold.incidents.matching import Match
from untold.incidents.probabilities.weighing import Weighed

_NEAR = 3.0  # bits on either side of the cut-off: odds of eight to one


@dataclass(frozen=True, slots=True)
class WeighedPair:
    """One candidate pair in both matchers: accounts by id, the rule's points and verdict, and Splink's.

    `weight` is in bits with the prior's among them; `parts` are the bits of
    each comparison, `name_rarity` what the rarity of the place's name adds.
    """

    a: str
    b: str
    score: int
    verdict: str
    weight: float
    probability: float
    by_probability: str
    parts: dict[str, float]


def pairs_by_telling(weighed: Weighed) -> tuple[WeighedPair, ...]:
    """Return the pairs that a person should look at: disagreements first, then what is nearest to the cut-off.

    Pairs that a person has judged are not among them, nor what only a person
    may join in either matcher, nor pairs whose incidents both have an account
    of one source already.
    """
    if weighed.pairs is None or weighed.gain is None or weighed.model is None:
        return ()
    cut = weighed.gain.cut_off + log2(weighed.model.prior / (1 - weighed.model.prior))
    off = np.abs(np.asarray(weighed.pairs["weight"]) - cut)
    rule, own = (np.asarray(weighed.pairs[name].to_pylist(), dtype=object) for name in ("verdict", "by_probability"))
    decided = np.isin(own, ("link", "possible"))
    differ = decided & ((rule == "link") != (own == "link"))
    chosen = np.flatnonzero(differ | (decided & (off <= _NEAR)))
    chosen = chosen[np.lexsort((chosen, off[chosen], ~differ[chosen]))]
    pairs = weighed.pairs.take(pa.array(chosen))
    found = weighed_pairs(weighed, pairs.filter(pa.array(_are_open(weighed.match, pairs))))
    return tuple(each for each in found if (each.a, each.b) not in weighed.match.judged)


def _are_open(match: Match, pairs: pa.Table) -> list[bool]:
    """Say of each pair whether it is a question still: not where both incidents have an account of one source."""
    label = match.clustering.label.tolist()
    sources: dict[int, set[int]] = {}
    for first, source in zip(label, match.traits.table["source"].to_pylist(), strict=True):
        sources.setdefault(first, set()).add(source)
    ends = zip(pairs["a"].to_pylist(), pairs["b"].to_pylist(), strict=True)
    return [label[a] == label[b] or sources[label[a]].isdisjoint(sources[label[b]]) for a, b in ends]


def weighed_pairs(weighed: Weighed, pairs: pa.Table) -> tuple[WeighedPair, ...]:
    """Return rows of the weighed pairs, in their order."""
    ids = weighed.match.traits.table["id"].to_pylist()
    return tuple(_pair(row, ids) for row in pairs.to_pylist())


def pair_weighed(weighed: Weighed, one: str, other: str) -> WeighedPair | None:
    """Return what both matchers say of two accounts, or null where no block brings them together."""
    if weighed.pairs is None:
        return None
    ids = weighed.match.traits.table["id"]
    a, b = sorted((ids.index(one).as_py(), ids.index(other).as_py()))
    here = (np.asarray(weighed.pairs["a"]) == a) & (np.asarray(weighed.pairs["b"]) == b)
    found = weighed_pairs(weighed, weighed.pairs.filter(pa.array(here)))
    return found[0] if found else None


def _pair(row: dict[str, Any], ids: list[str]) -> WeighedPair:
    parts = {_named(name): round(value, 4) for name, value in row.items() if name.startswith("mw_")}
    own = {name: row[name] for name in ("score", "verdict", "weight", "probability", "by_probability")}
    return WeighedPair(a=ids[row["a"]], b=ids[row["b"]], parts=parts, **own)


def _named(column: str) -> str:
    return "name_rarity" if column.startswith("mw_tf_adj_") else column.removeprefix("mw_")
