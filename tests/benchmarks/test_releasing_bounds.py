"""A release holds a bounded part of the record, and takes a bounded time of each incident."""

import json

import pytest

from tests.benchmarks.record import write_record
from tests.benchmarks.releasing import Cost, measured

_FEW, _MANY = 400, 3_200


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Cost]:
    """Release a small record and one of eight times its size, each by a program of its own."""
    folder = tmp_path_factory.mktemp("sizes")
    found = {}
    for size in (_FEW, _MANY):
        casebook, out = folder / f"cases-{size}", folder / f"out-{size}"
        write_record(casebook, size)
        found[size] = measured("untold", "release", "--casebook", str(casebook), "--out", str(out))
        said = json.loads((out / "release.json").read_text("utf-8"))
        assert {table["name"]: table["rows"] for table in said["tables"]}["incidents"] == size
    return found


def test_eight_times_the_record_takes_little_more_memory(costs: dict[int, Cost]) -> None:
    assert costs[_MANY].megabytes - costs[_FEW].megabytes < 120


@pytest.mark.timing
def test_an_incident_more_takes_less_than_two_thousandths_of_a_second(costs: dict[int, Cost]) -> None:
    more = costs[_MANY].own + costs[_MANY].beside - costs[_FEW].own - costs[_FEW].beside

    assert more / (_MANY - _FEW) < 0.002
