"""Incidents by probability: the same clustering, over the second matcher's verdicts instead of the rule's.

Clustering asks for points: a group is joined while the average of its pairs
stays above a link's, and of two accounts within a margin neither is chosen.
A pair's bits above or below the cut-off become points above or below a link's,
so both hold for bits as they do for points.
"""

from dataclasses import replace
from math import log2

import numpy as np
import pyarrow as pa

from untold.incidents.matching import Match
from untold.incidents.matching.clustering import cluster
from untold.incidents.matching.judgement import STANDING, lay_over
from untold.incidents.probabilities.weighing import Weighed

_POINTS_A_BIT = 5  # the standard margin of five points is one bit: odds of two to one
_HOPELESS = 10.0  # bits below the cut-off, a thousand to one: from there a pair speaks against a group, as `apart` does


def decided_by_probabilities(weighed: Weighed) -> Match:
    """Return the match that the probabilities make; the rule's where they are refused. Judgements hold in either."""
    match, pairs = weighed.match, weighed.pairs
    if pairs is None or weighed.model is None or weighed.gain is None:
        return match
    cut = weighed.gain.cut_off + log2(weighed.model.prior / (1 - weighed.model.prior))
    bits = np.asarray(pairs["weight"]) - cut
    points = match.settings.decision.link + np.round(bits * _POINTS_A_BIT).astype(np.int64)
    own = np.asarray(pairs["by_probability"].to_pylist(), dtype=object)
    kept = np.isin(own, ("link", "contradicted", "same_source")) | ((own == "possible") & (bits > -_HOPELESS))
    found = pairs.set_column(pairs.column_names.index("score"), "score", pa.array(points, pa.int32()))
    found = found.drop_columns(["verdict"]).rename_columns({"by_probability": "verdict"})
    found = found.select(STANDING.names).filter(pa.array(kept)).cast(STANDING)
    standing = lay_over(found, match.judged, match.traits.table["id"].combine_chunks())
    return replace(match, found=found, pairs=standing, clustering=cluster(match.traits.table, standing, match.settings))
