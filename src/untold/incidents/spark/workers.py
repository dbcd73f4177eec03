"""Workers: how many are at work, and what happens when none is left.

One worker of several may die at any time, and Spark makes again what it took
along. Where the last one is gone Spark waits for ever for another; a person at
a terminal is told instead.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from untold.codebook.errors import EngineUnusable

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PATIENCE_S = 60.0  # for a worker to lend a core, at the start and after the last one is lost
_REMEDY = "start a worker, ask for less memory, or end what occupies them"


def executors(session: "SparkSession") -> int:
    """Return how many workers' processes are at work for the session; 1 on this machine without a cluster."""
    context = session.sparkContext
    at_work = context._jsc.sc().getExecutorMemoryStatus().size()  # noqa: SLF001 - Python has no other way to ask
    return int(at_work) if str(context.master).startswith("local") else int(at_work) - 1  # the driver is listed too


def need_worker(session: "SparkSession", patience_s: float = PATIENCE_S) -> None:
    """Wait until a worker has lent a core; raise `EngineUnusable` where none does in time."""
    end = time.monotonic() + patience_s
    while executors(session) < 1:
        if time.monotonic() > end:
            raise _no_worker(session, patience_s)
        time.sleep(0.05)


@contextmanager
def given_up_without_workers(session: "SparkSession", patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Do work on the session, and end it with `EngineUnusable` once no worker has been there for so many seconds."""
    done, is_given_up = Event(), Event()
    watcher = Thread(target=_watch, args=(session, patience_s, done, is_given_up), daemon=True)
    watcher.start()
    try:
        yield
    except Exception as error:
        if is_given_up.is_set():
            raise _no_worker(session, patience_s) from error
        raise
    finally:
        done.set()
        watcher.join()


def _watch(session: "SparkSession", patience_s: float, done: Event, is_given_up: Event) -> None:
    from py4j.protocol import Py4JError

    last_seen = time.monotonic()
    while not done.wait(min(patience_s / 10, 1.0)):
        try:
            if executors(session) > 0:
                last_seen = time.monotonic()
            elif time.monotonic() - last_seen > patience_s:
                is_given_up.set()
                session.sparkContext.cancelAllJobs()
        except Py4JError:
            return  # Spark itself is gone, which the work will say


def _no_worker(session: "SparkSession", patience_s: float) -> EngineUnusable:
    master = session.sparkContext.master
    why = f"no worker of {master} lends a core and the memory asked for, for {patience_s:.0f} s"
    return EngineUnusable("spark", why, _REMEDY)
