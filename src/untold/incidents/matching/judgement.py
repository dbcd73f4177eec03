"""Judgement: what a person said of two accounts, laid over what the rule says of them.

A rule that could overrule the person who read both texts would not be used
twice. So a standing judgement decides its pair whatever the rule finds, and a
pair that no block brought together is there because a person named it.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Judged = Mapping[tuple[str, str], str]  # (account, account) in order of their ids: same, different or unsure

STANDING = pa.schema(
    [
        ("a", pa.int32()),
        ("b", pa.int32()),
        ("by_code", pa.int32()),
        ("by_copy", pa.int32()),
        ("days_apart", pa.int32()),
        ("metres", pa.int64()),
        ("score", pa.int32()),
        ("verdict", pa.string()),  # the rule's, or the person's: same, different, unsure
    ]
)


def lay_over(pairs: pa.Table, judged: Judged, ids: pa.Array) -> pa.Table:
    """Return the pairs with people's verdicts in place of the rule's, in the order of their accounts.

    Judgements on accounts that are not there have no effect on a match; they
    are kept, and `lost` names them.
    """
    pairs = pairs.cast(STANDING)
    if not judged:
        return pairs
    named = _numbered(judged, ids)
    known = _keys(pairs)
    kept = pairs.filter(pa.array(~np.isin(known, _keys(named))))
    rows = pc.index_in(pa.array(_keys(named)), pa.array(known))
    old = pairs.take(rows)
    decided = pa.table({**{name: old[name] for name in STANDING.names}, **{n: named[n] for n in ("a", "b", "verdict")}})
    for name in ("by_code", "by_copy", "score"):
        decided = decided.set_column(STANDING.get_field_index(name), name, pc.fill_null(decided[name], 0))
    return pa.concat_tables([kept, decided.cast(STANDING)]).sort_by([("a", "ascending"), ("b", "ascending")])


def lost(judged: Judged, ids: pa.Array) -> tuple[tuple[str, str], ...]:
    """Return the judged pairs of which an account is no longer there."""
    known = set(ids.to_pylist()) if judged else set()
    return tuple(pair for pair in judged if not known.issuperset(pair))


def _numbered(judged: Judged, ids: pa.Array) -> pa.Table:
    first = pc.index_in(pa.array([a for a, _ in judged], pa.string()), ids)
    second = pc.index_in(pa.array([b for _, b in judged], pa.string()), ids)
    table = pa.table({"a": first, "b": second, "verdict": pa.array(list(judged.values()), pa.string())})
    return table.drop_null()


def _keys(pairs: pa.Table) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    first = np.asarray(pairs["a"], dtype=np.int64)
    keys: np.ndarray[tuple[int], np.dtype[np.int64]] = first << 32 | np.asarray(pairs["b"], dtype=np.int64)
    return keys
