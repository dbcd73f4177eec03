"""Ranges of fewer sources: what each says alone, what some say, and what is left without one.

A range cannot be had by taking a source's number away from it: the rule has to
be asked again, of the claims that are left. It is asked once for each choice
of sources, and only of the incidents that the choice changes.
"""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from untold.tallies.counting.engine import Engine
from untold.tallies.counting.fields import Asked
from untold.tallies.counting.scopes import party_keys
from untold.tallies.tables.ranges import by_each_source, ranges_table, without_each_source
from untold.tallies.tables.record import Tables
from untold.tallies.tally import TallyScope


def ranges_for(engine: Engine, tables: Tables, asked: Asked) -> str:
    """Return the name under which the engine has the ranges of a question, made where they are not there."""
    scope = asked.scope
    if "source" in asked.by:
        name = _name("alone", scope)
        if not engine.has(name):
            chosen = chosen_claims(tables.in_memory("claims"), scope)
            engine.attach(by_each_source(chosen, tables.rule, tables.copies, tables.order), name)
        return name
    if not scope.sources and not scope.without:
        return "ranges"
    name = _name("of", scope)
    if not engine.has(name):
        engine.attach(_reranged(tables, scope), name)
    return name


def left_ranges(engine: Engine, tables: Tables, scope: TallyScope) -> str:
    """Return the name under which the engine has what is left without each source of a scope, by that source."""
    name = _name("left", scope)
    if not engine.has(name):
        chosen = _of_several(chosen_claims(tables.in_memory("claims"), scope))
        engine.attach(without_each_source(chosen, tables.rule, tables.copies, tables.order), name)
    return name


def _of_several(claims: Any) -> Any:
    """Return the claims of incidents that several tell of; without the only one nothing is left."""
    plain = claims.select(["incident"])
    for name in ("source", "publisher"):
        plain = plain.append_column(name, claims[name].cast(pa.string()))
    counted = plain.group_by("incident").aggregate([("source", "count_distinct"), ("publisher", "count_distinct")])
    several = pc.or_(
        pc.greater(counted["source_count_distinct"], 1), pc.greater(counted["publisher_count_distinct"], 1)
    )
    return claims.filter(pc.is_in(claims["incident"], value_set=counted.filter(several)["incident"]))


def chosen_claims(claims: Any, scope: TallyScope) -> Any:
    """Return the claims (a `pyarrow.Table`) of a scope's sources: said or published by them, and by none without."""
    if scope.sources:
        wanted = _of(claims, scope.sources)
        claims = claims.filter(wanted)
    if scope.without:
        claims = claims.filter(pc.invert(_of(claims, scope.without)))
    return claims


def _of(claims: Any, sources: tuple[str, ...]) -> Any:
    known = pa.array(party_keys(sources), pa.string())
    said, published = (pc.is_in(claims[name].cast(pa.string()), value_set=known) for name in ("source", "publisher"))
    return pc.or_(said, published)


def _reranged(tables: Tables, scope: TallyScope) -> Any:
    """Return the ranges of the claims that are left, asked again only of the incidents that lost any."""
    claims, ranges = tables.in_memory("claims"), tables.in_memory("ranges")
    left = chosen_claims(claims, scope)
    counts = _counts(claims), _counts(left)
    changed = pa.array([n for n, count in counts[0].items() if counts[1].get(n) != count], pa.int32())
    same = ranges.filter(pc.invert(pc.is_in(ranges["incident"], value_set=changed)))
    again = left.filter(pc.is_in(left["incident"], value_set=changed))
    made = ranges_table(again, tables.rule, tables.copies, tables.order)
    return pa.concat_tables([same, made]).unify_dictionaries()


def _counts(claims: Any) -> dict[int, int]:
    counted = claims.group_by("incident").aggregate([("claim", "count")])
    return dict(zip(counted["incident"].to_pylist(), counted["claim_count"].to_pylist(), strict=True))


def _name(kind: str, scope: TallyScope) -> str:
    chosen = repr((scope.sources, scope.without)).encode()
    return f"ranges_{kind}_{chosen.hex()}" if scope.sources or scope.without else f"ranges_{kind}"
