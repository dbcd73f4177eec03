"""A session: Spark started for one piece of work, checked before, and gone after.

What goes wrong with a cluster goes wrong before the first pair is compared: no
Java, no pyspark, nobody at the address, no worker free. Spark waits for minutes
or for ever in such cases; here each is asked first, and is one line.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from untold.codebook.errors import EngineUnusable
from untold.incidents.spark.cluster import Cluster
from untold.incidents.spark.java import java_home
from untold.incidents.spark.workers import need_worker

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_PATIENCE_MS = 5000  # for a master to take a connection
_START = "start one with tools/spark-cluster start, or leave --master out to run on this machine"


@contextmanager
def spark_session(cluster: Cluster) -> Iterator["SparkSession"]:
    """Start Spark as `cluster` says, give its session, and end it with all that it started on this machine.

    A process has one at a time. Raises `EngineUnusable` where pyspark or Java
    is missing, where no master answers, or where no worker lends a core.
    """
    _need_pyspark()
    from pyspark import SparkContext

    home = java_home()
    with TemporaryDirectory(prefix="untold-spark-") as folder:
        gateway = _gateway(cluster.settings(Path(folder)), home, Path(folder) / "spark.log")
        try:
            SparkContext._ensure_initialized(gateway=gateway)  # noqa: SLF001 - else it starts a Java of its own
            _need_master(gateway, cluster.master)
            with _session(gateway, cluster) as session:
                need_worker(session)
                yield session
        finally:
            _end(gateway)


def _need_pyspark() -> None:
    try:
        import pyspark
    except ImportError as error:
        raise EngineUnusable("spark", "pyspark is not installed", "pip install 'untold[spark]'") from error
    if pyspark.SparkContext._active_spark_context is not None:  # noqa: SLF001 - the same
        why = "another Spark session is open in this process"
        raise EngineUnusable("spark", why, "stop it first, or hand it to pairs_on_spark")


def _gateway(settings: dict[str, str], home: str, log: Path) -> Any:
    """Start Spark's Java process; what it says goes to a file, so that a terminal shows our lines alone."""
    from pyspark import SparkConf
    from pyspark.errors import PySparkRuntimeError
    from pyspark.java_gateway import launch_gateway

    conf = SparkConf(loadDefaults=False)
    conf.setAll(list(settings.items()))
    before = os.environ.get("JAVA_HOME")
    os.environ["JAVA_HOME"] = home  # Spark's own scripts look nowhere else
    try:
        with log.open("wb") as out, warnings.catch_warnings():
            # pyspark runs a line of Python between fork and exec, which Python 3.12 warns of where threads are.
            warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
            return launch_gateway(conf, {"stdout": out, "stderr": out})  # type: ignore[no-untyped-call]
    except PySparkRuntimeError as error:
        lines = log.read_text("utf-8", errors="replace").split("\n")
        why = next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
        raise EngineUnusable("spark", f"its Java process ended: {why}", f"is the Java in {home} whole?") from error
    finally:
        _restore("JAVA_HOME", before)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _need_master(gateway: Any, master: str) -> None:
    """Refuse a master at whose address nobody listens; of several (`spark://a:7077,b:7077`) one is enough."""
    if not master.startswith("spark://"):
        return
    refused = [why for each in master.removeprefix("spark://").split(",") if (why := _refusal(gateway, each))]
    if len(refused) == master.count(",") + 1:
        raise EngineUnusable("spark", f"no master at {master}: {refused[0]}", _START)


def _refusal(gateway: Any, address: str) -> str | None:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        return "the address is not spark://host:port"
    door = gateway.jvm.java.net.Socket()
    try:
        door.connect(gateway.jvm.java.net.InetSocketAddress(host, int(port)), _PATIENCE_MS)
    except (Py4JError, PySparkException) as error:
        return first_line(error)
    finally:
        door.close()
    return None


@contextmanager
def _session(gateway: Any, cluster: Cluster) -> Iterator["SparkSession"]:
    from py4j.protocol import Py4JError
    from pyspark import SparkContext
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    try:
        context = SparkContext(gateway=gateway)
    except (Py4JError, PySparkException) as error:
        raise EngineUnusable("spark", f"{cluster.master}: {first_line(error)}", _START) from error
    session = SparkSession(context)
    try:
        yield session
    finally:
        session.stop()


def first_line(error: Exception) -> str:
    """Return the first line of what Java or Spark says went wrong, without its trace."""
    java = getattr(error, "java_exception", None)
    return (str(error) if java is None else str(java.toString())).strip().partition("\n")[0]


def _end(gateway: Any) -> None:
    """End the Java process and forget it, so that the next session of this process starts one of its own."""
    from pyspark import SparkContext

    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()
    SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001 - pyspark keeps the first for ever
