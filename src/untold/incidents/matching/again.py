"""Matching again: accounts came, went or changed, and the rest of an earlier match still holds.

A monitor imports forty rows into a record of a million. Only the blocks in
which these lie are read, only their pairs are made, and only the components
that they touch are clustered again. Where a block is so full that it was left
out, the whole is matched anew, because a pair known before might now be among
those that nobody looks at.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from untold.incidents.matching.blocking import Blocking, block
from untold.incidents.matching.clustering import Clustering, cluster
from untold.incidents.matching.joining import Unjoined
from untold.incidents.matching.judgement import Judged, lay_over
from untold.incidents.matching.matcher import Engine, Match, match_accounts
from untold.incidents.matching.on_duckdb import pairs_on_duckdb
from untold.incidents.matching.settings import Settings, standard_settings
from untold.incidents.matching.traits import Traits

Flags = NDArray[np.bool_]
_RUN_LOCAL = {"n", "source", "actors"}  # numbers that another run gives anew


@dataclass(frozen=True, slots=True)
class _Carried:
    """What of the earlier match holds: `numbers` (earlier number → new one, -1: gone or changed) and `touched`."""

    numbers: NDArray[np.int64]
    touched: Flags


def match_again(
    earlier: Match,
    traits: Traits,
    judged: Judged | None = None,
    settings: Settings | None = None,
    engine: Engine = pairs_on_duckdb,
) -> Match:
    """Return the match of accounts that `match_accounts` would return, with what an earlier one found."""
    chosen, standing = settings or standard_settings(), judged or {}
    if earlier.settings != chosen or not _same_meetings(earlier.traits, traits):
        return match_accounts(traits, standing, chosen, engine)
    carried = _carried(earlier.traits, traits)
    blocking = block(traits.table, traits.codes, chosen, carried.touched)
    if blocking.left_out or earlier.left_out:
        return match_accounts(traits, standing, chosen, engine)
    found = _joined(_renumbered(earlier.found, carried.numbers), engine(traits, blocking, chosen))
    pairs = lay_over(found, standing, traits.table["id"].combine_chunks())
    touched = _touched_components(earlier, carried, traits, standing)
    known = Clustering(_labels(earlier, carried, traits.table.num_rows), _unjoined(earlier, carried))
    clustering = cluster(traits.table, pairs, chosen, known, touched)
    return _match(traits, found, pairs, clustering, blocking, standing, chosen)


def _match(
    traits: Traits,
    found: pa.Table,
    pairs: pa.Table,
    clustering: Clustering,
    blocking: Blocking,
    judged: Judged,
    settings: Settings,
) -> Match:
    return Match(traits, found, pairs, clustering, blocking.left_out, blocking.too_wide, judged, settings)


def _carried(earlier: Traits, now: Traits) -> _Carried:
    before, after = _comparable(earlier), _comparable(now)
    where = pc.index_in(before["id"].combine_chunks(), after["id"].combine_chunks())
    numbers = np.asarray(pc.fill_null(where, -1), dtype=np.int64)
    kept = np.flatnonzero(numbers >= 0)
    same = _same_rows(before.take(pa.array(kept)), after.take(pa.array(numbers[kept])))
    numbers[kept[~same]] = -1
    touched = np.ones(now.table.num_rows, dtype=bool)
    touched[numbers[numbers >= 0]] = False
    return _Carried(numbers, touched)


def _same_meetings(earlier: Traits, now: Traits) -> bool:
    """Say whether the codebook still has the same parts of the same wholes, for the actors of both matches."""
    (before, met_before), (after, met_after) = _met(earlier), _met(now)
    common = before & after
    return all(
        ((one, other) in met_before) == ((one, other) in met_after)
        for one, other in met_before | met_after
        if one in common and other in common
    )


def _met(traits: Traits) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the sets of actors by their names, and which of them meet."""
    named = traits.table.select(["actors", "actor_names"]).drop_null().group_by(["actors", "actor_names"]).aggregate([])
    names = dict(zip(named["actors"].to_pylist(), named["actor_names"].to_pylist(), strict=True))
    pairs = zip(traits.meetings["a"].to_pylist(), traits.meetings["b"].to_pylist(), strict=True)
    return set(names.values()), {(names[a], names[b]) for a, b in pairs}


def _comparable(traits: Traits) -> pa.Table:
    """Return the columns that say what an account is, its codes among them."""
    table = traits.table.drop_columns([name for name in traits.table.column_names if name in _RUN_LOCAL])
    codes = np.full(traits.table.num_rows, "", dtype=object)
    for n, code in zip(traits.codes["n"].to_pylist(), traits.codes["code"].to_pylist(), strict=True):
        codes[n] += f"{code}\n"
    return table.append_column("codes", pa.array(codes, pa.string()))


def _same_rows(one: pa.Table, other: pa.Table) -> Flags:
    same = np.ones(one.num_rows, dtype=bool)
    for name in one.column_names:
        left, right = one[name].combine_chunks(), other[name].combine_chunks()
        equal = pc.fill_null(pc.equal(left, right), False)  # noqa: FBT003 - pyarrow's own argument
        both_null = pc.and_(pc.is_null(left), pc.is_null(right))
        same &= np.asarray(pc.or_(equal, both_null))
    return same


def _renumbered(pairs: pa.Table, numbers: NDArray[np.int64]) -> pa.Table:
    """Return the earlier pairs of which both accounts hold, in the new numbers; ids keep their order."""
    a, b = numbers[np.asarray(pairs["a"])], numbers[np.asarray(pairs["b"])]
    kept = (a >= 0) & (b >= 0)
    return (
        pairs.filter(pa.array(kept))
        .set_column(pairs.schema.get_field_index("a"), "a", pa.array(a[kept], pa.int32()))
        .set_column(pairs.schema.get_field_index("b"), "b", pa.array(b[kept], pa.int32()))
    )


def _joined(known: pa.Table, new: pa.Table) -> pa.Table:
    return pa.concat_tables([known.cast(new.schema), new]).sort_by([("a", "ascending"), ("b", "ascending")])


def _touched_components(earlier: Match, carried: _Carried, traits: Traits, judged: Judged) -> Flags:
    """Mark the accounts whose component may differ: new ones, neighbours of those gone, newly judged ones."""
    touched = carried.touched.copy()
    a, b = np.asarray(earlier.pairs["a"], dtype=np.int64), np.asarray(earlier.pairs["b"], dtype=np.int64)
    for one, other in ((a, b), (b, a)):
        beside = carried.numbers[one[carried.numbers[other] < 0]]
        touched[beside[beside >= 0]] = True
    changed = [pair for pair in {*judged, *earlier.judged} if judged.get(pair) != earlier.judged.get(pair)]
    named = pa.array(sorted({account for pair in changed for account in pair}), pa.string())
    where = pc.index_in(named, traits.table["id"].combine_chunks()).drop_null()
    touched[np.asarray(where, dtype=np.int64)] = True
    return touched


def _labels(earlier: Match, carried: _Carried, size: int) -> NDArray[np.int64]:
    labels = np.arange(size, dtype=np.int64)
    kept = np.flatnonzero(carried.numbers >= 0)
    first = carried.numbers[earlier.clustering.label[kept]]
    labels[carried.numbers[kept]] = np.where(first >= 0, first, carried.numbers[kept])
    return labels


def _unjoined(earlier: Match, carried: _Carried) -> tuple[Unjoined, ...]:
    found = (
        each._replace(a=int(carried.numbers[each.a]), b=int(carried.numbers[each.b]))
        for each in earlier.clustering.unjoined
    )
    return tuple(each for each in found if each.a >= 0 and each.b >= 0)
