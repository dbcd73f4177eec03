"""The rule's comparisons for Splink: the same levels, and two that are added."""

from typing import get_args

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from tests.incidents.probabilities.worlds import match_made, texts_made
from untold.incidents.matching import rule, standard_settings
from untold.incidents.matching.blocking import block
from untold.incidents.matching.similarity import candidates_sql
from untold.incidents.probabilities.comparisons import NAME, Dialect, ladders
from untold.incidents.probabilities.records import records_of


def _levels_by_splink_conditions(pairs: pa.Table) -> pa.Table:
    """Return the number of each comparison's level by the conditions that Splink is given."""
    records = records_of(match_made().traits, texts_made())
    sides = ", ".join(f"l.{name} AS {name}_l, r.{name} AS {name}_r" for name in records.column_names)
    cases = []
    for ladder in ladders(match_made().settings, "duckdb"):
        whens = " ".join(
            f"WHEN {'TRUE' if rung.when == 'ELSE' else rung.when} THEN {n}" for n, rung in enumerate(ladder.rungs)
        )
        cases.append(f"CASE {whens} END AS {ladder.name}_level")
    with duckdb.connect() as engine:
        engine.register("records", records)
        engine.register("pairs", pairs)
        joined = f"SELECT a, b, {sides} FROM pairs JOIN records l ON l.n = a JOIN records r ON r.n = b"  # noqa: S608
        return engine.sql(f"SELECT a, b, {', '.join(cases)} FROM ({joined}) ORDER BY a, b").to_arrow_table()  # noqa: S608


def test_every_candidate_falls_into_the_level_that_the_rule_puts_it_in() -> None:
    match = match_made()
    blocking = block(match.traits.table, match.traits.codes, match.settings)
    with duckdb.connect() as engine:
        for name, table in (
            ("traits", match.traits.table),
            ("meetings", match.traits.meetings),
            ("homes", blocking.homes),
            ("probes", blocking.probes),
        ):
            engine.register(name, table)
        ruled = engine.sql(f"SELECT * FROM ({candidates_sql(match.settings)}) ORDER BY a, b").to_arrow_table()  # noqa: S608

    splinked = _levels_by_splink_conditions(ruled.select(["a", "b"]))

    assert ruled.num_rows > 5000
    for comparison in rule(match.settings):
        column = f"{comparison.name}_level"
        assert ruled[column].to_pylist() == splinked[column].to_pylist(), comparison.name


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_the_levels_are_the_rules_own_and_none_is_added_or_lost(dialect: Dialect) -> None:
    made = {each.name: each for each in ladders(standard_settings(), dialect)}

    for comparison in rule(standard_settings()):
        names = [rung.name.removesuffix("_again") for rung in made[comparison.name].rungs]
        assert names == [level.name for level in comparison.levels]


def test_names_in_arabic_letters_are_never_nearly_the_same() -> None:
    records = records_of(match_made().traits, {})
    names = {name for name in records["latin_name"].to_pylist() if name is not None}

    assert names
    assert all(name.isascii() and not name.startswith("~") for name in names)
    near_miss = next(
        rung
        for each in ladders(standard_settings(), "duckdb")
        if each.name == NAME
        for rung in each.rungs
        if rung.name == "near_miss"
    )
    assert "name_1" not in near_miss.when


def test_sketches_of_two_texts_share_as_much_as_their_runs() -> None:
    ids = match_made().traits.table["id"].to_pylist()
    words = [f"word{n}" for n in range(100)]
    half = words[:67] + [f"other{n}" for n in range(33)]  # half of all runs of both

    records = records_of(
        match_made().traits, {ids[0]: " ".join(words), ids[1]: " ".join(half), ids[2]: " ".join(words)}
    )

    first, second, third = (set(each) for each in records["sketch"].to_pylist()[:3])
    assert first == third
    assert np.isclose(len(first & second) / len(first), 0.48, atol=0.18)
    assert records["sketch"].to_pylist()[3] is None
