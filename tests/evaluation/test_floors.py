"""The floors hold: on real texts where they are at hand, on our own articles always."""

import json
from collections.abc import Iterator

import pytest

from tests.evaluation import articles, generated
from tests.evaluation.copies import STATEMENTS
from tests.evaluation.corpora import AOAV, FA_KES, MUC4, data_folder, seed_folder
from tests.evaluation.grading import AIRWARS
from tests.evaluation.graphs import REFERENCE as DGA
from tests.evaluation.labels import labelled
from tests.evaluation.latent_class import REFERENCE as LONG_RUNS
from tests.evaluation.lists import WORKBOOK
from tests.evaluation.loglinear import REFERENCE as RCAPTURE
from tests.evaluation.measure import FLOORS, bound_of, floors, measured
from tests.evaluation.measurement import Measurement, below_floor
from tests.evaluation.meltt import FOLDER as MELTT
from tests.evaluation.running import FOLDER as SERIES
from tests.evaluation.running import GAZA
from tests.evaluation.source_texts import TEXTS
from tests.evaluation.statements import STATEMENTS as STATEMENT_LIST
from tests.evaluation.strike_lines import QUOTED

_NEEDS = {
    "muc4": MUC4,
    "fa_kes": FA_KES,
    "fa_kes_unseen": FA_KES,
    "aoav": AOAV,
    "calibration": FA_KES,
    "statements": STATEMENT_LIST,
    "official_statements": STATEMENT_LIST,
    "strike_lines": QUOTED,
    "source_texts": TEXTS,
    "meltt": MELTT,
    "lists": WORKBOOK,
    "copies": STATEMENTS,
    "grading": AIRWARS,
    "places": AIRWARS,
    "tallies": AIRWARS,
    "comparison": AIRWARS,
    "running": f"{SERIES}/{GAZA}",
    "graphs": DGA,
    "latent_class": LONG_RUNS,
    "loglinear": RCAPTURE,
}


def _broken(measurements: list[Measurement]) -> list[str]:
    kept = floors()
    return [f"{m.measure} is {m.value:.3f}" for m in measurements if below_floor(m, bound_of(m, kept))]


@pytest.mark.parametrize("part", _NEEDS)
def test_the_reader_keeps_its_floors_on_real_texts(part: str) -> None:
    path = data_folder() / _NEEDS[part]
    if not path.exists():
        pytest.skip(f"{path} is absent: the texts are other people's and stay out of the repository")
    if part in {"fa_kes", "calibration"} and not labelled().labels:
        pytest.skip("no labels beside this test")

    assert _broken(measured(part)) == []


def test_every_line_of_the_seed_article_is_right() -> None:
    if not any(seed_folder().glob("*.txt")):
        pytest.skip(f"{seed_folder()} is absent: the article is its publisher's")

    (lines,) = measured("seed")

    assert [f"{miss.unit}: {miss.read}" for miss in lines.misses] == []


def test_the_reader_keeps_its_floors_on_our_own_articles() -> None:
    assert _broken(articles.measure()) == []


def test_the_match_keeps_its_floors_on_accounts_made_by_rule() -> None:
    assert _broken(generated.measure()) == []


def test_every_floor_says_its_corpus_and_its_date() -> None:
    assert list(_undocumented()) == []


def _undocumented() -> Iterator[str]:
    for measure, entry in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        has_bound = ("floor" in entry) != ("ceiling" in entry)
        if not has_bound or not entry.get("corpus") or not entry.get("date"):
            yield measure
