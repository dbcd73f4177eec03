"""Training: m from labels or, where they are few, by expectation and maximisation; nothing learned from itself."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pytest

from tests.incidents.probabilities.worlds import match_made, texts_made, weighed_made
from untold.incidents.probabilities.candidates import candidates_of
from untold.incidents.probabilities.labels import FOLDS, Label, folds_of, labels_of
from untold.incidents.probabilities.model import Model
from untold.incidents.probabilities.records import records_of
from untold.incidents.probabilities.splinking import on_duckdb
from untold.incidents.probabilities.training import LEAST_TO_TRAIN, ground_of, told_of, trained


def _labels() -> tuple[Label, ...]:
    return labels_of(match_made(), candidates_of(match_made()))


def _trained(labels: Sequence[Label]) -> Model:
    records = records_of(match_made().traits, texts_made())
    with on_duckdb() as engine:
        ground = ground_of(engine, records, match_made().settings, candidates_of(match_made()), seed=1)
        return trained(engine, ground, labels)


def test_days_in_common_speak_for_one_incident_and_days_apart_against() -> None:
    model = weighed_made().model

    assert model is not None
    assert model.trained_by == "labels"
    assert model.of("date", "same_day").weight > 4
    assert model.of("date", "apart").weight < -4
    assert model.of("place", "near").weight > model.of("place", "area").weight > 0


def test_with_few_labels_m_comes_from_expectation_and_maximisation_and_says_why() -> None:
    few = [each for each in _labels() if each.basis == "code"][:20]

    model = _trained(few)

    assert model.trained_by == "expectation_maximisation"
    assert model.reason is not None
    assert str(LEAST_TO_TRAIN) in model.reason
    assert model.of("date", "same_day").weight > 4
    assert model.of("place", "near").weight > 2


def test_a_level_that_no_label_shows_never_speaks_for_one_incident() -> None:
    model = weighed_made().model

    assert model is not None
    assert model.of("date", "wide").weight <= 0


def test_a_code_is_not_learned_from_labels_that_codes_made() -> None:
    by_code = [each for each in _labels() if each.basis == "code"] * 3

    assert _trained(by_code).of("code", "shared").m == pytest.approx(0.05)


def test_copies_train_only_where_other_labels_are_too_few() -> None:
    copies = [Label(n, n + 1, is_same=True, basis="copy") for n in range(LEAST_TO_TRAIN)]
    judged = [Label(n, n + 2, is_same=True, basis="judged") for n in range(LEAST_TO_TRAIN)]

    assert told_of([*copies, *judged]) == judged
    assert told_of(copies) == copies


def test_whoever_is_the_same_as_one_account_of_a_source_is_different_from_its_others() -> None:
    sources = match_made().traits.table["source"].to_pylist()
    labels = _labels()
    same = {(each.a, each.b) for each in labels if each.is_same}
    rivals = [each for each in labels if each.basis == "rival"]

    assert rivals
    for each in rivals[:50]:
        assert not each.is_same
        ends = ((each.a, each.b), (each.b, each.a))
        assert any(
            sources[third] == sources[other] and third != other
            for one, other in ends
            for pair in same
            if one in pair
            for third in pair
            if third != one
        )


def test_no_incident_is_in_two_folds() -> None:
    labels = _labels()

    folds = folds_of(labels, match_made().traits.table.num_rows, seed=1)

    assert set(np.unique(folds)) == set(range(FOLDS))
    assert all(folds[each.a] == folds[each.b] for each in labels if each.is_same)


def test_where_no_two_accounts_have_a_name_in_common_the_rest_is_trained_over_days_alone() -> None:
    records = records_of(match_made().traits, {})
    nobody = pa.nulls(records.num_rows, pa.string())
    for name in ("name_1", "latin_name"):
        records = records.set_column(records.column_names.index(name), name, nobody)
    few = [each for each in _labels() if each.basis == "code"][:20]

    with on_duckdb() as engine:
        ground = ground_of(engine, records, match_made().settings, candidates_of(match_made()), seed=1)
        model = trained(engine, ground, few)

    assert model.of("place", "near").weight > 2
    assert model.of("date", "same_day").weight == 0
