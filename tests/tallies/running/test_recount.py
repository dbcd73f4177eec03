"""Every step is judged as a plain recount over the JSON judges it: on made series always, on real ones at hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.corpora import data_folder
from tests.evaluation.running import COLUMNS, FOLDER, Column, as_recounted, recount, rows_of, taken
from tests.tallies.running.writing import series_of
from untold.tallies.running import steps

OURS = Column("killed_cum", "killed", "by", "hours", "counting", carried=("none",))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "killed_cum": st.none() | st.integers(0, 40),
            "killed": st.none() | st.integers(0, 20),
            "by": st.sampled_from(["moh", "press"]),
            "hours": st.sampled_from([0, 24, 24, 24, 48, 36, 72]),
            "counting": st.sampled_from(["bodies", "bodies", "bodies", "names"]),
            "skipped": st.integers(1, 3),
        }
    ),
    min_size=2,
    max_size=10,
)


@given(ROWS)
def test_made_series_are_judged_as_a_recount_judges_them(rows: list[dict[str, object]]) -> None:
    at = 0
    for row in rows:
        at += int(str(row.pop("skipped")))
        row["day"] = f"2016-{3 + at // 31:02}-{at % 31 + 1 if at % 31 < 30 else 30:02}"
    rows = list({row["day"]: row for row in rows}.values())
    theirs = [] if all(row["killed_cum"] is None for row in rows) else list(recount(rows, OURS, "day"))

    try:
        series = series_of(rows)
    except StopIteration:
        assert theirs == []
        return

    own = {(row["day"]): row for row in rows}
    if _can_overlap(rows):
        return
    assert [as_recounted(step) for step in steps(series)] == theirs
    assert all(own[step.after.day]["killed_cum"] == step.after.count.stated for step in steps(series))


def _can_overlap(rows: list[dict[str, object]]) -> bool:
    """Return whether the hours of two rows cover one day twice, where Untold adds nothing and the recount adds all."""
    covered: list[int] = []
    for row in rows:
        if row["killed"] is None:
            continue
        day = (int(str(row["day"])[5:7]) - 3) * 31 + int(str(row["day"])[8:])
        covered += [day - n for n in range(-(-int(str(row["hours"])) // 24))]
    return len(covered) != len(set(covered))


@pytest.mark.parametrize(("file", "column"), [(file, column) for file, own in COLUMNS.items() for column in own])
def test_real_series_are_judged_as_a_recount_judges_them(file: str, column: Column) -> None:
    if not (data_folder() / FOLDER / file).exists():
        pytest.skip(f"{data_folder() / FOLDER / file} is absent: the series are other people's")

    assert [as_recounted(step) for step in taken(file, column)] == list(recount(rows_of(file), column))
