"""What every test may lean on: where the reference data is, and a browser.

Warnings are errors and sockets end at loopback by `pyproject.toml`. Reference
data is not part of this repository, so its tests are skipped without it. A
missing browser is a skip for a person and a failure where `CI=true`, because
there somebody relies on the page having been opened.
"""

import os
from pathlib import Path
from typing import NoReturn

import pytest

from tests.browsers import chromium_path
from tests.evaluation.corpora import data_folder


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
