"""The same match on a real cluster of two workers, and on what is left of it when one dies."""

from collections.abc import Iterator
from pathlib import Path
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

_SIZE, _PARTS = 2000, 6
_BRIEF = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"  # a run of seconds does not earn Java's slow, strong compiler


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Started]:
    try:
        java_home()
    except EngineUnusable as error:
        missing(str(error))
    with started(tmp_path / "cluster", memory="512m") as running:
        yield running


@pytest.fixture
def session(cluster: Started) -> Iterator["SparkSession"]:
    # Every join goes through an exchange, so that a dead worker takes along what the next stage needs.
    exchanging = {"spark.sql.adaptive.enabled": "false", "spark.sql.autoBroadcastJoinThreshold": "-1"}
    brief = dict.fromkeys(("spark.driver.extraJavaOptions", "spark.executor.extraJavaOptions"), _BRIEF)
    more = {**exchanging, **brief}
    told = Cluster(cluster.master, driver_memory="512m", executor_memory="512m", parts=_PARTS, more=more)
    with spark_session(told) as opened:
        yield opened


@pytest.fixture
def traits() -> Traits:
    return traits_made(make_accounts(_SIZE, 7))


# One test for the whole life of a cluster: tests that run side by side would each start one of their own.
def test_a_cluster_finds_what_duckdb_finds_also_when_a_worker_dies_and_says_when_none_is_left(
    session: "SparkSession", cluster: Started, traits: Traits
) -> None:
    on_duckdb = match_accounts(traits)

    undisturbed = matched_on(session, traits)
    with one_worker_dies(session, cluster, _PARTS) as death:
        disturbed = matched_on(session, traits)

    assert sum(len(each) > 1 for each in on_duckdb.clusters) > _SIZE / 10
    assert_same(undisturbed, on_duckdb)
    assert death.stage is not None, "the match was over before a worker could be killed in it"
    assert 1 <= death.parts_done < death.parts
    assert executors(session) == 1
    assert_same(disturbed, on_duckdb)
    cluster.kill(1)
    with pytest.raises(EngineUnusable, match="no worker of spark://"), given_up_without_workers(session, patience_s=1):
        session.range(10**9).selectExpr("sum(id)").collect()


def matched_on(session: "SparkSession", traits: Traits) -> Match:
    return match_accounts(traits, engine=lambda *asked: pairs_on_spark(session, *asked))


def assert_same(one: Match, other: Match) -> None:
    assert one.found.equals(other.found.cast(STANDING))
    assert one.clusters == other.clusters
    assert one.clustering.unjoined == other.clustering.unjoined
