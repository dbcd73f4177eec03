"""What every test may lean on: where the reference data is, and a browser.

Warnings are errors and sockets end at loopback by `pyproject.toml`. Reference
data is not part of this repository, so its tests are skipped without it. A
missing browser is a skip for a person and a failure where `CI=true`, because
there somebody relies on the page having been opened.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import coverage
import pytest
from hypothesis import settings

from tests.browsers import chromium_path
from tests.evaluation.corpora import data_folder

# A deadline would measure the machine and coverage's tracing, not the property.
settings.register_profile("untimed", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("untimed")

BENCHMARKS = Path(__file__).parent / "benchmarks"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Let coverage look away while a test measures time: its tracing is slower than what it traces."""
    measuring = coverage.Coverage.current()
    is_timed = item.get_closest_marker("timing") is not None or item.path.is_relative_to(BENCHMARKS)
    if measuring is None or not is_timed:
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of reference data, or skip the test that needs it."""
    folder = data_folder().resolve()
    if not folder.is_dir():
        pytest.skip(f"no reference data in {folder}; set UNTOLD_DATA to its folder")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium, or skip the test (fail it where `CI=true`)."""
    path = chromium_path()
    if path is None:
        missing("no Chromium; install the package chromium, or set UNTOLD_CHROMIUM to its path")
    return path


def missing(reason: str) -> NoReturn:
    """Skip the test because the machine lacks something, or fail it where `CI=true`."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
