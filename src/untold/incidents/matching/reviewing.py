"""The order of review: pairs that a person should look at, the most telling first.

Whatever the rule could not decide is not hidden among half a million pairs; it
is a list, and a judgement on any line of it holds for good.
"""

from dataclasses import dataclass

import pyarrow.compute as pc

from untold.incidents.matching.matcher import Match

_RANK = ("contradicted", "ambiguous", "unsure", "answered", "same_source", "apart", "thin", "possible")

_ALWAYS = frozenset({"contradicted", "unsure", "answered", "same_source", "ambiguous"})


@dataclass(frozen=True, slots=True)
class ToReview:
    """Two accounts, the points of their pair, and why a person is asked."""

    a: str
    b: str
    score: int
    why: str


def pairs_to_review(match: Match) -> tuple[ToReview, ...]:
    """Return the pairs in the order of review: contradictions, ambiguities, then by points.

    Pairs already in one incident are not among them, nor pairs whose incidents
    both have an account of one source: that question is answered.
    """
    ids = match.traits.table["id"].to_pylist()
    label = match.clustering.label
    asked = {(each.a, each.b): (each.score, each.why) for each in match.clustering.unjoined if each.why in _RANK}
    chosen = pc.or_(
        pc.is_in(match.pairs["verdict"], pc.cast(["contradicted", "unsure", "same_source"], "string")),
        pc.and_(
            pc.equal(match.pairs["verdict"], "possible"),
            pc.greater_equal(match.pairs["score"], match.settings.decision.review),
        ),
    )
    for row in match.pairs.filter(chosen).select(["a", "b", "score", "verdict"]).to_pylist():
        asked.setdefault((row["a"], row["b"]), (row["score"], row["verdict"]))
    sources = _sources(match)
    found = [
        ToReview(ids[a], ids[b], score, why)
        for (a, b), (score, why) in asked.items()
        if label[a] != label[b] and (why in _ALWAYS or sources[label[a]].isdisjoint(sources[label[b]]))
    ]
    return tuple(sorted(found, key=lambda each: (_RANK.index(each.why), -each.score, each.a, each.b)))


def _sources(match: Match) -> dict[int, set[int]]:
    """Return the sources of each incident, by the number of its first account."""
    found: dict[int, set[int]] = {}
    for first, source in zip(match.clustering.label.tolist(), match.traits.table["source"].to_pylist(), strict=True):
        found.setdefault(first, set()).add(source)
    return found
