"""The match, step after step: blocking, similarity, judgement, clustering.

Each step is a module of its own and takes only what the one before gives, so a
person can stop after any of them and look. What an earlier match found is used
again for accounts that have not changed; the result is the one that a match
from nothing would give.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from untold.incidents.matching.blocking import Blocking, HotBlock, block
from untold.incidents.matching.clustering import Clustering, cluster
from untold.incidents.matching.judgement import Judged, lay_over
from untold.incidents.matching.on_duckdb import pairs_on_duckdb
from untold.incidents.matching.settings import Settings, standard_settings
from untold.incidents.matching.traits import Traits

Engine = Callable[[Traits, Blocking, Settings], pa.Table]


@dataclass(frozen=True, slots=True)
class Match:
    """A match and all that it rests on.

    `found` are the rule's pairs, `pairs` the same under people's judgements;
    `left_out` and `too_wide` are what blocking did not look at.
    """

    traits: Traits
    found: pa.Table
    pairs: pa.Table
    clustering: Clustering
    left_out: tuple[HotBlock, ...]
    too_wide: tuple[str, ...]
    judged: Judged
    settings: Settings

    @property
    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """Return the accounts of each incident by their ids, in order; an account alone is an incident too."""
        members: dict[int, list[str]] = {}
        for account, first in zip(self.traits.table["id"].to_pylist(), self.clustering.label.tolist(), strict=True):
            members.setdefault(first, []).append(account)
        return tuple(tuple(each) for _, each in sorted(members.items()))


def match_accounts(
    traits: Traits, judged: Judged | None = None, settings: Settings | None = None, engine: Engine = pairs_on_duckdb
) -> Match:
    """Return the incidents of accounts: a function of the accounts, the judgements and the settings alone."""
    chosen = settings or standard_settings()
    blocking = block(traits.table, traits.codes, chosen)
    found = engine(traits, blocking, chosen)
    pairs = lay_over(found, judged or {}, traits.table["id"].combine_chunks())
    clustering = cluster(traits.table, pairs, chosen)
    return Match(traits, found, pairs, clustering, blocking.left_out, blocking.too_wide, judged or {}, chosen)
