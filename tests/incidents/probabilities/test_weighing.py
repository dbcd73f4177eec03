"""Both matchers beside each other: the same pairs, the same labels, and a verdict on which does better."""

import logging
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from tests.benchmarks.accounts import make_accounts
from tests.evaluation.generated import incidents_of
from tests.incidents.matching.tellings import matched, telling
from tests.incidents.probabilities.worlds import SEED, SIZE, match_made, texts_made, weighed_made
from untold.incidents.matching import match_accounts
from untold.incidents.probabilities import pair_weighed, pairs_by_telling, weigh
from untold.incidents.probabilities.candidates import candidates_of
from untold.incidents.probabilities.deciding import decided_by_probabilities
from untold.incidents.probabilities.splinking import heard
from untold.incidents.probabilities.weighing import LEAST_LABELS


def test_the_pairs_are_the_rules_candidates_with_the_rules_words() -> None:
    weighed = weighed_made()
    candidates = candidates_of(match_made())

    assert weighed.pairs is not None
    assert weighed.pairs.select(["a", "b", "score", "verdict"]).equals(
        candidates.select(["a", "b", "score", "verdict"])
    )


def test_the_same_record_gives_the_same_numbers() -> None:
    again = weigh(match_made(), texts_made())
    assert again.pairs is not None

    assert again.model == weighed_made().model
    assert again.gain == weighed_made().gain
    assert again.pairs.equals(weighed_made().pairs)


def test_the_prior_is_the_records_own_and_not_a_default() -> None:
    truth = list(incidents_of(make_accounts(SIZE, SEED)).values())
    _, sizes = np.unique(truth, return_counts=True)
    true = (sizes * (sizes - 1)).sum() / (SIZE * (SIZE - 1))

    model = weighed_made().model
    assert model is not None
    assert model.prior == pytest.approx(true, rel=0.25)


def test_the_parts_and_the_prior_add_up_to_the_weight() -> None:
    weighed = weighed_made()
    assert weighed.pairs is not None
    assert weighed.model is not None
    names = [name for name in weighed.pairs.column_names if name.startswith("mw_")]

    total = sum(np.asarray(weighed.pairs[name]) for name in names)

    prior = np.log2(weighed.model.prior / (1 - weighed.model.prior))
    assert np.allclose(np.asarray(weighed.pairs["weight"]), total + prior, atol=1e-9)


def test_a_rare_name_in_common_weighs_more_than_a_common_one() -> None:
    pairs = weighed_made().pairs
    assert pairs is not None
    frequency, added = (np.asarray(pairs[name]) for name in ("tf_name_1_l", "mw_tf_adj_place_name"))
    same = added != 0

    assert added[same][np.argmin(frequency[same])] > added[same][np.argmax(frequency[same])]


def test_both_matchers_are_measured_on_the_same_labels_and_the_difference_is_named() -> None:
    gain = weighed_made().gain

    assert gain is not None
    assert gain.rule.same == gain.probabilities.same == gain.labels_same
    assert gain.gain == gain.probabilities.f1 - gain.rule.f1
    assert gain.probabilities.f1 > 0.8


def test_pairs_on_which_the_matchers_disagree_are_reviewed_first_and_judged_ones_never() -> None:
    pairs = pairs_by_telling(weighed_made())
    disagree = [(each.verdict == "link") != (each.by_probability == "link") for each in pairs]
    assert disagree == sorted(disagree, reverse=True)
    assert True in disagree

    first = pairs[0]
    judged = replace(weighed_made(), match=replace(match_made(), judged={(first.a, first.b): "same"}))
    assert (first.a, first.b) not in {(each.a, each.b) for each in pairs_by_telling(judged)}


def test_too_few_labels_are_refused_in_one_line_and_the_rule_stands() -> None:
    weighed = weigh(matched([telling("x:1"), telling("y:1")]), {})

    assert weighed.refused is not None
    assert str(LEAST_LABELS) in weighed.refused
    assert "\n" not in weighed.refused
    assert weighed.pairs is None
    assert decided_by_probabilities(weighed) is weighed.match


def test_a_judgement_holds_where_the_probabilities_decide() -> None:
    together = next(each for each in decided_by_probabilities(weighed_made()).clusters if len(each) > 1)
    pair = (together[0], together[1])
    judged = replace(weighed_made(), match=replace(match_made(), judged={pair: "different"}))

    clusters = decided_by_probabilities(judged).clusters

    assert not any(set(pair) <= set(each) for each in clusters)


def test_two_accounts_can_be_looked_up_either_way_round() -> None:
    first = pairs_by_telling(weighed_made())[0]

    assert pair_weighed(weighed_made(), first.b, first.a) == first


def test_what_splink_says_and_nobody_foresaw_is_a_warning() -> None:
    with heard(), pytest.warns(UserWarning, match="splink: something new"):
        logging.getLogger("splink.internals").warning("something new")


def test_the_rule_of_another_taxonomy_is_weighed_too() -> None:
    kept = tuple(each for each in match_made().settings.comparisons if each not in {"means", "injured"})
    settings = msgspec.structs.replace(match_made().settings, comparisons=kept)

    weighed = weigh(match_accounts(match_made().traits, None, settings), {})

    assert weighed.model is not None
    assert {each.comparison for each in weighed.model.weights} == {*settings.comparisons, "place_name", "text"}
