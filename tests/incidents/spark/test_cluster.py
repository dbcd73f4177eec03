"""The same match on a real cluster of two workers, and on what is left of it when one dies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.accounts import make_accounts
from tests.conftest import missing
from tests.evaluation.generated import traits_made
from tests.incidents.spark.clusters import Started, one_worker_dies, started
from untold.codebook.errors import EngineUnusable
from untold.incidents.matching import Match, Traits, match_accounts
from untold.incidents.matching.judgement import STANDING
from untold.incidents.spark import Cluster, java_home, pairs_on_spark, spark_session
from untold.incidents.spark.workers import executors, given_up_without_workers

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# One cluster at a time, whoever runs the tests in parallel: it takes most of three gigabytes.
pytestmark = pytest.mark.xdist_group("spark")
_SIZE, _PARTS = 2000, 6
_BRIEF = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"  # a run of seconds does not earn Java's slow, strong compiler


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    try:
        java_home()
    except EngineUnusable as error:
        missing(str(error))
    with started(tmp_path_factory.mktemp("spark") / "cluster", memory="512m") as running:
        yield running


@pytest.fixture(scope="module")
def session(cluster: Started) -> Iterator["SparkSession"]:
    # Every join goes through an exchange, so that a dead worker takes along what the next stage needs.
    exchanging = {"spark.sql.adaptive.enabled": "false", "spark.sql.autoBroadcastJoinThreshold": "-1"}
    brief = dict.fromkeys(("spark.driver.extraJavaOptions", "spark.executor.extraJavaOptions"), _BRIEF)
    more = {**exchanging, **brief}
    told = Cluster(cluster.master, driver_memory="512m", executor_memory="512m", parts=_PARTS, more=more)
    with spark_session(told) as opened:
        yield opened


@pytest.fixture(scope="module")
def traits() -> Traits:
    return traits_made(make_accounts(_SIZE, 7))


@pytest.fixture(scope="module")
def on_duckdb(traits: Traits) -> Match:
    return match_accounts(traits)


def test_a_cluster_finds_the_pairs_and_incidents_that_duckdb_finds(
    session: "SparkSession", traits: Traits, on_duckdb: Match
) -> None:
    found = match_accounts(traits, engine=lambda *asked: pairs_on_spark(session, *asked))

    assert found.found.equals(on_duckdb.found.cast(STANDING))
    assert found.clusters == on_duckdb.clusters
    assert found.clustering.unjoined == on_duckdb.clustering.unjoined
    assert sum(len(each) > 1 for each in found.clusters) > _SIZE / 10


def test_a_worker_killed_in_the_middle_does_not_change_the_incidents(
    session: "SparkSession", cluster: Started, traits: Traits, on_duckdb: Match
) -> None:
    assert executors(session) == 2

    with one_worker_dies(session, cluster, _PARTS) as death:
        found = match_accounts(traits, engine=lambda *asked: pairs_on_spark(session, *asked))

    assert death.stage is not None, "the match was over before a worker could be killed in it"
    assert 1 <= death.parts_done < death.parts
    assert executors(session) == 1
    assert found.found.equals(on_duckdb.found.cast(STANDING))
    assert found.clusters == on_duckdb.clusters


def test_when_the_last_worker_dies_the_match_says_so_and_does_not_wait_for_ever(
    session: "SparkSession", cluster: Started
) -> None:
    for worker in (1, 2):
        cluster.kill(worker)

    with pytest.raises(EngineUnusable, match="no worker of spark://"), given_up_without_workers(session, patience_s=1):
        session.range(10**9).selectExpr("sum(id)").collect()
