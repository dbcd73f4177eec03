"""A standalone cluster for tests and timings, and the death of one of its workers in the middle of a match."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.core.status import StatusTracker
    from pyspark.sql import SparkSession

ROOT = Path(__file__).parents[3]
_SCRIPT = str(ROOT / "tools" / "spark-cluster")


@dataclass(frozen=True, slots=True)
class Started:
    """A running cluster: its master's address, and the folder with the process ids of its parts."""

    master: str
    folder: Path

    def group_of(self, worker: int) -> int:
        """Return the process group of a worker (1 or 2) and of what it runs."""
        return int((self.folder / f"worker-{worker}.pid").read_text("ascii"))

    def kill(self, worker: int) -> None:
        """End a worker and what it runs as a power cut would; one that is dead already stays dead."""
        with suppress(ProcessLookupError):
            os.killpg(self.group_of(worker), signal.SIGKILL)


@contextmanager
def started(folder: Path, memory: str = "1g") -> Iterator[Started]:
    """Start a master and two workers, each with one core and so much memory, and stop them."""
    env = {**os.environ, "UNTOLD_SPARK_FOLDER": str(folder), "UNTOLD_SPARK_MEMORY": memory}
    told = subprocess.run([_SCRIPT, "start"], env=env, check=True, stdout=subprocess.PIPE, text=True, timeout=120)
    try:
        yield Started(told.stdout.strip(), folder)
    finally:
        subprocess.run([_SCRIPT, "stop"], env=env, check=True, timeout=60)


@dataclass(slots=True)
class Death:
    """How a worker died: the stage it died in, how many of its parts were done, and of how many."""

    stage: int | None = None
    parts_done: int = 0
    parts: int = 0


@contextmanager
def one_worker_dies(session: "SparkSession", cluster: Started, parts: int, worker: int = 2) -> Iterator[Death]:
    """Kill a worker, with all that it runs, in the middle of a stage of what is done meanwhile.

    In the middle: the stage has `parts` parts, so it stands behind an exchange
    and what the worker made for it is lost; some parts are done; and a part of
    the worker's own is under way. To be sure of that it is halted first; where
    the stage ends all the same, it goes on, and the next stage is waited for.
    """
    death, over, group = Death(), Event(), cluster.group_of(worker)
    killer = Thread(target=_kill, args=(session.sparkContext.statusTracker(), group, parts, death, over))
    killer.start()
    try:
        yield death
    finally:
        over.set()
        killer.join()


def _kill(tracker: "StatusTracker", group: int, parts: int, death: Death, over: Event) -> None:
    while not over.wait(0.002):
        stage = _in_the_middle(tracker, parts)
        if stage is None:
            continue
        os.killpg(group, signal.SIGSTOP)
        if _is_held_up(tracker, stage):
            info = tracker.getStageInfo(stage)
            assert info is not None
            death.stage, death.parts_done, death.parts = stage, info.numCompletedTasks, info.numTasks
            os.killpg(group, signal.SIGKILL)
            return
        os.killpg(group, signal.SIGCONT)


def _in_the_middle(tracker: "StatusTracker", parts: int) -> int | None:
    """Return a stage of so many parts of which some are done, and one is under way on each worker."""
    for stage in tracker.getActiveStageIds():
        info = tracker.getStageInfo(stage)
        if info is not None and info.numTasks == parts and info.numCompletedTasks >= 1 and info.numActiveTasks >= 2:
            return stage
    return None


def _is_held_up(tracker: "StatusTracker", stage: int) -> bool:
    """Return whether a stage goes on not to end; what the halted worker had sent before has long arrived."""
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        if stage not in tracker.getActiveStageIds():
            return False
        time.sleep(0.02)
    return True
