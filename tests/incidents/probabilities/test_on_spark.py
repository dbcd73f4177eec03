"""Splink on Spark: the numbers of DuckDB, to a millionth."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.conftest import missing
from tests.incidents.probabilities.worlds import match_made, texts_made, weighed_made
from untold.codebook.errors import EngineUnusable
from untold.incidents.probabilities.candidates import candidates_of
from untold.incidents.probabilities.on_spark import on_spark
from untold.incidents.probabilities.records import records_of
from untold.incidents.probabilities.splinking import predicted
from untold.incidents.spark import Cluster, java_home, spark_session

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.xdist_group("spark")
_BRIEF = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
_PAIRS = 400


@pytest.fixture(scope="module")
def session() -> Iterator["SparkSession"]:
    try:
        java_home()
    except EngineUnusable as error:
        missing(str(error))
    more = {"spark.driver.extraJavaOptions": _BRIEF}
    with spark_session(Cluster("local[1]", driver_memory="512m", parts=2, more=more)) as opened:
        yield opened


def test_the_same_model_weighs_the_same_pairs_alike_on_spark(session: "SparkSession") -> None:
    weighed = weighed_made()
    assert weighed.model is not None
    assert weighed.pairs is not None
    candidates = candidates_of(match_made())
    pairs = candidates.take(np.linspace(0, candidates.num_rows - 1, _PAIRS).astype(int))
    records = records_of(match_made().traits, texts_made())

    with on_spark(session) as engine:
        found = predicted(engine, records, match_made().settings, weighed.model, pairs)

    here = weighed.pairs.take(np.linspace(0, candidates.num_rows - 1, _PAIRS).astype(int))
    assert found.select(["a", "b"]).to_pylist() == here.select(["a", "b"]).to_pylist()
    for name in ("weight", "probability", *(each for each in here.column_names if each.startswith("mw_"))):
        assert np.allclose(np.asarray(found[name]), np.asarray(here[name]), rtol=0, atol=1e-6), name


def test_nothing_of_the_exchange_is_left(session: "SparkSession", tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("exchange")

    with on_spark(session, folder) as engine:
        assert engine.folder.is_dir()

    assert not list(folder.iterdir())
