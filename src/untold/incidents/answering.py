"""Answers: a belligerent's statements, each beside the incident that it answers, after all others are matched.

Three boilerplate sentences are the whole text of most statements, and hundreds
share a day; laid side by side like accounts they would fit each other best. So
no block holds them: the incidents are made without them, the official linker
says which one a statement answers, and that answer enters the clustering as a
link of its own, which a person overrules as any other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.incident import Incident
from untold.incidents.matching import Match
from untold.incidents.matching.clustering import ANSWER, cluster
from untold.incidents.matching.judgement import STANDING
from untold.incidents.official import Answer, answers_in
from untold.incidents.official.answers import as_told_by

Claims = Mapping[str, Claim]


def with_answers(match: Match, accounts: Sequence[Account], claims: Claims) -> tuple[Match, tuple[Answer, ...]]:
    """Return the match with its statements in the incidents that they answer, and every statement's answer.

    Incidents go by their first account here, because codes are given later. A
    statement that a person put into an incident, or was unsure of, stays where it is.
    """
    by_id = {each.id: each for each in accounts}
    statements = frozenset(_marked(match))
    if not statements:
        return match, ()
    incidents = tuple(_incidents(match, by_id, claims, statements))
    answers = answers_in(accounts, incidents, claims)
    links = [each for each in answers if each.link.incident is not None and not _is_judged(match, each)]
    if not links:
        return match, answers
    pairs = pa.concat_tables([match.pairs, _rows(match, links)]).sort_by([("a", "ascending"), ("b", "ascending")])
    touched = np.isin(np.asarray(match.traits.table["id"].to_pylist(), dtype=object), [each.account for each in links])
    clustering = cluster(match.traits.table, pairs, match.settings, match.clustering, touched)
    return replace(match, pairs=pairs, clustering=clustering), answers


def _marked(match: Match) -> Iterable[str]:
    table = match.traits.table
    marked: list[str] = table.filter(pc.equal(table["is_answer"], 1))["id"].to_pylist()
    return marked


def _incidents(
    match: Match, accounts: Mapping[str, Account], claims: Claims, statements: frozenset[str]
) -> Iterable[Incident]:
    for members in match.clusters:
        own = [accounts[each] for each in members if each not in statements]
        if own:
            yield as_told_by(own, claims)


def _is_judged(match: Match, answer: Answer) -> bool:
    """Say whether a person has already put a statement beside another account, or said that it is not clear."""
    said = {verdict for pair, verdict in match.judged.items() if answer.account in pair}
    return bool(said & {"same", "unsure"})


def _rows(match: Match, links: Iterable[Answer]) -> pa.Table:
    """Return the answers as pairs of a statement and the first account of its incident; they have no points."""
    ids = match.traits.table["id"].combine_chunks()
    ends = [sorted((each.account, each.link.incident or "")) for each in links]
    numbers = [pc.index_in(pa.array([pair[n] for pair in ends], pa.string()), ids) for n in (0, 1)]
    by_code = pa.array([int(each.link.by == "code") for each in links], pa.int32())
    none = pa.array([0] * len(ends), pa.int32())
    table = pa.table(
        {
            "a": numbers[0],
            "b": numbers[1],
            "by_code": by_code,
            "by_copy": none,
            "days_apart": pa.nulls(len(ends), pa.int32()),
            "metres": pa.nulls(len(ends), pa.int64()),
            "score": none,
            "verdict": pa.array([ANSWER] * len(ends), pa.string()),
        }
    ).cast(STANDING)
    known = set(zip(match.pairs["a"].to_pylist(), match.pairs["b"].to_pylist(), strict=True))
    fresh = [pair not in known for pair in zip(table["a"].to_pylist(), table["b"].to_pylist(), strict=True)]
    return table.filter(pa.array(fresh))
