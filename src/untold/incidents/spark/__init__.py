"""Spark: the same match on a cluster, for records that one machine would be slow with."""

from untold.incidents.spark.cluster import Cluster
from untold.incidents.spark.java import java_home
from untold.incidents.spark.pairs import pairs_on_spark, spark_engine
from untold.incidents.spark.session import spark_session

__all__ = ["Cluster", "java_home", "pairs_on_spark", "spark_engine", "spark_session"]
