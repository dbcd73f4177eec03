"""Work done by a second process beside this one, where it is worth it.

A release of a large record takes a minute, and half of it is the database,
which needs nothing of the other forms. Python does one thing at a time in a
process, so the database has one of its own, on a machine that can begin one
cheaply with all that this one holds.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from time import sleep
from typing import Any

_FORKS = sys.platform == "linux"  # elsewhere a copy of a process is no safe thing
_LOOK = 0.2  # seconds between two looks for the process that this one works for

Failure = tuple[type[BaseException], tuple[Any, ...], dict[str, Any]]


@contextmanager
def beside(work: Callable[[], object], *, is_worth_it: bool) -> Iterator[None]:
    """Do some work in a second process while the body runs, and wait for it; in this one, after it, where not worth it.

    What the work raises is raised here; if the body raises, the work is ended.
    """
    if not (is_worth_it and _FORKS):
        yield
        work()
        return
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, there, os.getpid()), daemon=True)
    process.start()
    there.close()
    try:
        yield
        _join(process, here)
    finally:
        process.kill()
        process.join()
        here.close()


def _join(process: BaseProcess, here: Connection) -> None:
    """Wait for the work, and raise what it raised."""
    try:
        failure: Failure | None = here.recv()
    except EOFError:
        process.join()
        raise RuntimeError(f"a process beside this one ended with {process.exitcode}") from None
    if failure is None:
        return
    kind, arguments, attributes = failure
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(attributes)
    raise error


def _run(work: Callable[[], object], there: Connection, parent: int) -> None:
    """Do the work and tell how it ended; end with the process that it is for."""
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - it is raised where the work is waited for
        there.send((type(error), error.args, dict(error.__dict__)))
    else:
        there.send(None)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(_LOOK)
    os._exit(1)
